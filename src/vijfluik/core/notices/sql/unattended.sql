-- The journal takes of the clock alone that a mail was sent, or could not be, while nobody acts.
CREATE FUNCTION notices.unattended(e journal_event) RETURNS boolean LANGUAGE sql
  STABLE SET search_path = pg_catalog, public, pg_temp
  RETURN e.subjects = '{}' AND e.action = 'notice.mailed' AND e.origin = 'clock'
    AND e.result IN ('done', 'failed') AND session_user = 'vijfluik_clock';
REVOKE ALL ON FUNCTION notices.unattended(journal_event) FROM PUBLIC;
