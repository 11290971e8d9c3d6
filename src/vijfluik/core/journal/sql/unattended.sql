-- What the journal takes while nobody acts. Each room says so of its own events, in a function of its
-- own schema: `<room>.unattended(journal_event)`, made by the owner. The journal asks all of them, so a
-- new room takes nothing away from another, and one that goes back takes only its own away.

-- That signing in was tried, that a command checked the journal of an installation in which nobody
-- oversees it yet, and that it is being sent on.
CREATE FUNCTION journal.unattended(e journal_event) RETURNS boolean LANGUAGE sql
  STABLE SET search_path = pg_catalog, public, pg_temp
  RETURN e.subjects = '{}'
    AND ((e.action = 'session.signed_in' AND e.result IN ('failed', 'denied', 'attempted'))
         OR (e.action = 'journal.verified' AND e.origin = 'command')
         OR (e.action = 'journal.forwarded' AND e.origin = 'clock' AND e.result = 'done'
             AND session_user = 'vijfluik_auditor'));

CREATE OR REPLACE FUNCTION journal.of_a_stranger(e journal_event) RETURNS boolean LANGUAGE plpgsql
  STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  room regproc;
  takes boolean;
BEGIN
  IF e.actor IS NOT NULL OR e.actor_name <> '' OR e.mandate IS NOT NULL OR e.objects <> '{}' THEN
    RETURN false;
  END IF;
  -- Only the owner of the tables has functions of its own; nobody else adds a line.
  FOR room IN
    SELECT p.oid::regproc FROM pg_proc p
    WHERE p.proname = 'unattended' AND p.pronargs = 1
      AND p.proargtypes[0] = 'public.journal_event'::regtype
      AND p.prorettype = 'boolean'::regtype AND p.proowner = 'vijfluik_owner'::regrole
    ORDER BY p.oid::regproc::text
  LOOP
    EXECUTE format('SELECT %s($1)', room) INTO takes USING e;
    IF takes THEN
      RETURN true;
    END IF;
  END LOOP;
  RETURN false;
END $$;
REVOKE ALL ON FUNCTION journal.unattended(journal_event) FROM PUBLIC;
