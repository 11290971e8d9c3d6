-- The manifest of a list: the keys of the records that were shown, sealed with the event (encoding
-- 2). And whose name an event bears: that of the actor of its transaction, or nobody's.

ALTER TABLE journal_event ADD COLUMN objects uuid[] NOT NULL DEFAULT '{}';

-- A partition that was attached holds the constraint as its own as well.
DO $$
DECLARE
  part regclass;
BEGIN
  ALTER TABLE journal_event DROP CONSTRAINT journal_event_encoding_check;
  FOR part IN SELECT inhrelid::regclass FROM pg_inherits
              WHERE inhparent = 'journal_event'::regclass LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS journal_event_encoding_check', part);
  END LOOP;
END $$;
-- The first encoding does not cover the manifest, so an event in it has none.
ALTER TABLE journal_event ADD CONSTRAINT journal_event_encoding_check
  CHECK (encoding = 2 OR (encoding = 1 AND objects = '{}'));

-- "Who saw this record": acts on it by the one index, lists that it stood in by the other.
DROP INDEX journal_event_object;
CREATE INDEX journal_event_object ON journal_event (object_key, object_type, moment)
  WHERE object_key <> '';
CREATE INDEX journal_event_objects ON journal_event USING gin (objects) WHERE objects <> '{}';

-- Version 2 puts the manifest before the subjects; concat_ws leaves out the null of version 1.
CREATE OR REPLACE FUNCTION journal.line(e journal_event) RETURNS text LANGUAGE sql STABLE
  RETURN concat_ws(E'\t',
    e.encoding, journal.microseconds(e.moment), e.id, coalesce(e.actor::text, '\N'),
    journal.escaped(e.actor_name), journal.escaped(e.organisation),
    coalesce(e.mandate::text, '\N'), journal.escaped(e.purpose), journal.escaped(e.action),
    journal.escaped(e.object_type), journal.escaped(e.object_key), e.result,
    journal.escaped(e.rule), journal.escaped(e.policy_version), journal.escaped(e.reason),
    e.origin, e.trace, e.span, journal.escaped(e.details),
    CASE WHEN e.encoding = 2 THEN e.objects::text END, e.subjects);

-- What somebody who is not signed in may leave: that signing in was tried, and that a command
-- checked the journal of an installation in which nobody oversees it yet.
CREATE FUNCTION journal.of_a_stranger(e journal_event) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN e.actor IS NULL AND e.actor_name = '' AND e.mandate IS NULL AND e.objects = '{}'
    AND e.subjects = '{}'
    AND ((e.action = 'session.signed_in' AND e.result IN ('failed', 'denied', 'attempted'))
         OR (e.action = 'journal.verified' AND e.origin = 'command'));

CREATE OR REPLACE FUNCTION journal.accept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- NEW has the type of its partition.
  IF NEW.hash <> journal.leaf(journal.line(ROW(NEW.*)::journal_event)) THEN
    RAISE EXCEPTION 'the hash of event % is not that of its columns', NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  -- Minutes, because the clocks of two machines differ; never long enough to write history.
  IF NEW.moment NOT BETWEEN clock_timestamp() - interval '5 minutes'
                        AND clock_timestamp() + interval '5 minutes' THEN
    RAISE EXCEPTION 'event % is dated %, more than five minutes from now: the journal is not '
      'back-dated; if the clock of this machine is wrong, set it right', NEW.id, NEW.moment
      USING ERRCODE = 'check_violation';
  END IF;
  IF partners.actor() IS NULL THEN
    IF NOT journal.of_a_stranger(ROW(NEW.*)::journal_event) THEN
      RAISE EXCEPTION 'event % (%) names no actor or one who does not act: nobody acts here',
        NEW.id, NEW.action USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.actor IS DISTINCT FROM partners.actor() THEN
    RAISE EXCEPTION 'event % names another actor than the one who acts', NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO journal_queue (moment, event) VALUES (NEW.moment, NEW.id);
  IF NEW.subjects <> '{}' THEN
    INSERT INTO journal_subject (moment, event, subject)
      SELECT NEW.moment, NEW.id, unnest(NEW.subjects);
  END IF;
  RETURN NULL;
END $$;
