-- Sessions that are over hold what somebody typed, sealed; they go. Role clock is told a number.
CREATE SCHEMA site;
GRANT USAGE ON SCHEMA site TO vijfluik_clock;
CREATE FUNCTION site.forget_sessions() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  gone integer;
BEGIN
  DELETE FROM django_session WHERE expire_date < now();
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA site FROM PUBLIC;
GRANT EXECUTE ON FUNCTION site.forget_sessions() TO vijfluik_clock;

-- The journal takes of the clock, while nobody acts, also that a due date ended with its day and that
-- what was read in is kept no longer: of one object, and of nobody.
CREATE OR REPLACE FUNCTION journal.of_a_stranger(e journal_event) RETURNS boolean LANGUAGE sql
  STABLE SET search_path = pg_catalog, public, pg_temp
  RETURN e.actor IS NULL AND e.actor_name = '' AND e.mandate IS NULL AND e.objects = '{}'
    AND ((e.subjects = '{}'
          AND ((e.action = 'session.signed_in' AND e.result IN ('failed', 'denied', 'attempted'))
               OR (e.action = 'journal.verified' AND e.origin = 'command')
               OR (e.action = 'notice.mailed' AND e.origin = 'clock'
                   AND e.result IN ('done', 'failed') AND session_user = 'vijfluik_clock')
               OR (e.action = 'journal.forwarded' AND e.origin = 'clock' AND e.result = 'done'
                   AND session_user = 'vijfluik_auditor')
               OR ((e.action = 'document.scanned' OR e.action = 'document.rewrapped'
                    OR e.action = 'due.lapsed' OR e.action = 'import.forgotten')
                   AND e.origin = 'clock' AND e.result = 'done'
                   AND session_user = 'vijfluik_clock')))
         OR (e.action = 'record.destroyed' AND e.origin = 'clock' AND e.result = 'done'
             AND session_user = 'vijfluik_destroyer'
             AND e.subjects = ARRAY[e.object_key::uuid]
             AND EXISTS (SELECT FROM retention_tombstone stone
                         WHERE stone.object_key = e.object_key::uuid AND stone.actor IS NULL)));
