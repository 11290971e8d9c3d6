-- Nobody acts when time is over, and the journal takes such an event of the destroyer alone: of one
-- record, for which a tombstone of nobody's stands.
CREATE FUNCTION retention.unattended(e journal_event) RETURNS boolean LANGUAGE sql
  STABLE SET search_path = pg_catalog, public, pg_temp
  RETURN e.action = 'record.destroyed' AND e.origin = 'clock' AND e.result = 'done'
    AND session_user = 'vijfluik_destroyer'
    AND cardinality(e.subjects) = 1 AND e.subjects[1]::text = e.object_key
    AND EXISTS (SELECT FROM retention_tombstone stone
                WHERE stone.object_key = e.subjects[1] AND stone.actor IS NULL);
REVOKE ALL ON FUNCTION retention.unattended(journal_event) FROM PUBLIC;
