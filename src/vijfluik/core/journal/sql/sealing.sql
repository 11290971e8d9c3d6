-- The chain. Only these functions add a block; they take a lock of their own that no business
-- transaction ever takes, and hold it for the milliseconds of one append.

-- The hash of a block: SHA-256 over a byte 2 and the line of its fields (0 and 1 begin the leaves
-- and nodes of the tree inside it).
CREATE FUNCTION journal.block_hash(b journal_block) RETURNS bytea LANGUAGE sql STABLE
  RETURN sha256('\x02'::bytea || convert_to(concat_ws(E'\t',
    b.number, b.kind, encode(b.previous, 'hex'), encode(b.root, 'hex'), b.events, b.month,
    journal.microseconds(b.sealed_at)), 'UTF8'));

-- Also for the owner: a block that does not follow the last one is no block.
CREATE FUNCTION journal.follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last journal_block;
BEGIN
  SELECT * INTO last FROM journal_block ORDER BY number DESC LIMIT 1;
  IF NEW.number <> coalesce(last.number, 0) + 1
     OR NEW.previous <> coalesce(last.hash, decode(repeat('00', 32), 'hex'))
     OR NEW.hash <> journal.block_hash(NEW) THEN
    RAISE EXCEPTION 'block % does not follow block %', NEW.number, coalesce(last.number, 0)
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follow BEFORE INSERT ON journal_block
  FOR EACH ROW EXECUTE FUNCTION journal.follow();

-- Adds a block behind the last one. Not for roles: the functions below call it as the owner.
CREATE FUNCTION journal.append(
  a_kind text, a_root bytea, a_events integer, a_month date, a_previous bytea
) RETURNS journal_block LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  last journal_block;
  made journal_block;
BEGIN
  PERFORM pg_advisory_xact_lock(7451, 1);
  SELECT * INTO last FROM journal_block ORDER BY number DESC LIMIT 1;
  made.number := coalesce(last.number, 0) + 1;
  made.previous := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  IF a_previous IS NOT NULL AND made.previous <> a_previous THEN
    RAISE EXCEPTION 'block % is not the block that the sealer saw last', coalesce(last.number, 0)
      USING ERRCODE = 'serialization_failure';
  END IF;
  made.kind := a_kind;
  made.root := a_root;
  made.events := a_events;
  made.month := a_month;
  made.sealed_at := clock_timestamp();
  made.hash := journal.block_hash(made);
  INSERT INTO journal_block SELECT made.*;
  RETURN made;
END $$;
REVOKE EXECUTE ON FUNCTION journal.append(text, bytea, integer, date, bytea) FROM PUBLIC;

-- Seals events of one month: takes them from the queue and makes them a block, or neither.
-- Without nested loops, because the planner knows nothing of the sizes of a queue and of arrays.
CREATE FUNCTION journal.seal(
  a_previous bytea, a_root bytea, a_month date,
  a_moments timestamptz[], a_events uuid[], a_leaves bytea[]
) RETURNS journal_block LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = off AS $$
DECLARE
  made journal_block;
  wanted integer := cardinality(a_events);
  taken integer;
BEGIN
  IF wanted = 0 OR wanted <> cardinality(a_moments) OR wanted <> cardinality(a_leaves) THEN
    RAISE EXCEPTION 'a block needs events, each with its moment and leaf'
      USING ERRCODE = 'check_violation';
  END IF;
  made := journal.append('events', a_root, wanted, a_month, a_previous);
  DELETE FROM journal_queue q USING unnest(a_moments, a_events) AS t(moment, event)
    WHERE q.moment = t.moment AND q.event = t.event
      AND journal.month_of(t.moment) = a_month;
  GET DIAGNOSTICS taken = ROW_COUNT;
  IF taken <> wanted THEN
    RAISE EXCEPTION '% of the % events wait in the queue for month %', taken, wanted, a_month
      USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO journal_membership (moment, event, block, position, leaf)
    SELECT t.moment, t.event, made.number, t.position, t.leaf
    FROM unnest(a_moments, a_events, a_leaves) WITH ORDINALITY AS t(moment, event, leaf, position);
  RETURN made;
END $$;
REVOKE EXECUTE ON FUNCTION journal.seal(bytea, bytea, date, timestamptz[], uuid[], bytea[])
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal.seal(bytea, bytea, date, timestamptz[], uuid[], bytea[])
  TO vijfluik_auditor;
