-- The journal takes of the clock alone that a document was scanned or all keys were sealed anew.
CREATE FUNCTION attachments.unattended(e journal_event) RETURNS boolean LANGUAGE sql
  STABLE SET search_path = pg_catalog, public, pg_temp
  RETURN e.subjects = '{}' AND (e.action = 'document.scanned' OR e.action = 'document.rewrapped')
    AND e.origin = 'clock' AND e.result = 'done' AND session_user = 'vijfluik_clock';
REVOKE ALL ON FUNCTION attachments.unattended(journal_event) FROM PUBLIC;
