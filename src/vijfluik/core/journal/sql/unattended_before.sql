-- As it was before each room said so of its own events: one function with the lines of all.
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
               OR ((e.action = 'document.scanned' OR e.action = 'document.rewrapped')
                   AND e.origin = 'clock' AND e.result = 'done'
                   AND session_user = 'vijfluik_clock')))
         OR (e.action = 'record.destroyed' AND e.origin = 'clock' AND e.result = 'done'
             AND session_user = 'vijfluik_destroyer'
             AND e.subjects = ARRAY[e.object_key::uuid]
             AND EXISTS (SELECT FROM retention_tombstone stone
                         WHERE stone.object_key = e.object_key::uuid AND stone.actor IS NULL)));
DROP FUNCTION journal.unattended(journal_event);
