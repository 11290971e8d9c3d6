-- What an event must satisfy, and who may change one: nobody.

-- The escapes of PostgreSQL's COPY text format, which the encoding of an event follows.
CREATE FUNCTION journal.escaped(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN value ~ E'[\\x08-\\x0d\\\\]' THEN
    replace(replace(replace(replace(replace(replace(replace(value,
      E'\\', E'\\\\'), E'\b', '\b'), E'\t', '\t'), E'\n', '\n'), E'\x0b', '\v'), E'\f', '\f'),
      E'\r', '\r')
  ELSE value END;

CREATE FUNCTION journal.microseconds(moment timestamptz) RETURNS bigint
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (extract(epoch FROM moment) * 1000000)::bigint;

-- The first day of the month, in UTC, that a moment lies in.
CREATE FUNCTION journal.month_of(moment timestamptz) RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN date_trunc('month', moment AT TIME ZONE 'UTC')::date;

-- Leaf of RFC 9162: SHA-256 over a zero byte and the data.
CREATE FUNCTION journal.leaf(line text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256('\x00'::bytea || convert_to(line, 'UTF8'));

-- The encoding of an event, version 1: the line that COPY would write of these columns. Python
-- has its own (vijfluik.core.journal.encoding); each insert proves that the two agree.
CREATE FUNCTION journal.line(e journal_event) RETURNS text LANGUAGE sql STABLE
  RETURN concat_ws(E'\t',
    e.encoding, journal.microseconds(e.moment), e.id, coalesce(e.actor::text, '\N'),
    journal.escaped(e.actor_name), journal.escaped(e.organisation),
    coalesce(e.mandate::text, '\N'), journal.escaped(e.purpose), journal.escaped(e.action),
    journal.escaped(e.object_type), journal.escaped(e.object_key), e.result,
    journal.escaped(e.rule), journal.escaped(e.policy_version), journal.escaped(e.reason),
    e.origin, e.trace, e.span, journal.escaped(e.details), e.subjects);

-- After an insert: refuse what is forged, note the event for the sealer, write out its subjects.
-- Runs as the owner, so that the writer needs no right on the queue or the manifest.
CREATE FUNCTION journal.accept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
  IF partners.actor() IS NOT NULL AND NEW.actor IS DISTINCT FROM partners.actor() THEN
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

CREATE TRIGGER accept AFTER INSERT ON journal_event
  FOR EACH ROW EXECUTE FUNCTION journal.accept();

-- The owner is stopped too: a slip of a migration is as final as an attack.
CREATE FUNCTION journal.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of %: the journal is only added to', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON journal_event
  FOR EACH ROW EXECUTE FUNCTION journal.refuse();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON journal_subject
  FOR EACH ROW EXECUTE FUNCTION journal.refuse();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON journal_membership
  FOR EACH ROW EXECUTE FUNCTION journal.refuse();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON journal_block
  FOR EACH ROW EXECUTE FUNCTION journal.refuse();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON journal_drop
  FOR EACH ROW EXECUTE FUNCTION journal.refuse();
CREATE TRIGGER keep BEFORE UPDATE ON journal_queue
  FOR EACH ROW EXECUTE FUNCTION journal.refuse();

-- Truncating passes by row triggers, and a partition can be truncated by its own name.
CREATE FUNCTION journal.keep_whole(relation regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER keep_whole BEFORE TRUNCATE ON %s'
    ' FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse()', relation);
END $$;
REVOKE EXECUTE ON FUNCTION journal.keep_whole(regclass) FROM PUBLIC;

SELECT journal.keep_whole(relation) FROM unnest(ARRAY[
  'journal_event', 'journal_subject', 'journal_membership', 'journal_event_default',
  'journal_subject_default', 'journal_membership_default', 'journal_block', 'journal_drop',
  'journal_queue']::regclass[]) AS relation;
