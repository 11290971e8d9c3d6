-- Opening months ahead, and dropping one after its term.

-- Opens the partitions of this month and the next ones; a month that already has events in a
-- default partition stays there (moving them would mean deleting them). Returns what it opened.
CREATE FUNCTION journal.open_months(ahead integer DEFAULT 3) RETURNS SETOF date
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  SET lock_timeout = '5s' AS $$
DECLARE
  first date;
  parent text;
  child text;
  kept boolean;
BEGIN
  PERFORM pg_advisory_xact_lock(7451, 3);
  FOR n IN 0..least(ahead, 24) LOOP
    first := (journal.month_of(clock_timestamp()) + make_interval(months => n))::date;
    CONTINUE WHEN to_regclass('public.journal_event_' || to_char(first, 'YYYY_MM')) IS NOT NULL;
    SELECT EXISTS (SELECT FROM journal_event_default
                   WHERE moment >= first::timestamp AT TIME ZONE 'UTC'
                     AND moment < (first + interval '1 month')::timestamp AT TIME ZONE 'UTC')
      INTO kept;
    CONTINUE WHEN kept;
    FOREACH parent IN ARRAY ARRAY['journal_event', 'journal_subject', 'journal_membership'] LOOP
      child := parent || '_' || to_char(first, 'YYYY_MM');
      -- Attaching locks out nobody who writes to another month; PARTITION OF would.
      EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING DEFAULTS'
        ' INCLUDING CONSTRAINTS)', child, parent);
      EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)',
        parent, child, first::timestamp AT TIME ZONE 'UTC',
        (first + interval '1 month')::timestamp AT TIME ZONE 'UTC');
      PERFORM journal.keep_whole(format('public.%I', child)::regclass);
    END LOOP;
    RETURN NEXT first;
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION journal.open_months(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal.open_months(integer) TO vijfluik_auditor;
SELECT journal.open_months(3);

-- The statement that a month was dropped, as the root of its block seals it.
CREATE FUNCTION journal.drop_line(d journal_drop) RETURNS text LANGUAGE sql STABLE
  RETURN concat_ws(E'\t', d.month, journal.microseconds(d.dropped_at), d.actor,
    journal.escaped(d.actor_name), journal.escaped(d.reason), d.blocks, d.events);

-- Drops the events of a month. Its blocks stay in the chain, and a block of its own says who
-- dropped it, when and why. The caller answers for the term having passed.
CREATE FUNCTION journal.drop_month(a_month date, a_actor_name text, a_reason text)
  RETURNS journal_drop LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
  stated journal_drop;
  made journal_block;
  since timestamptz := a_month::timestamp AT TIME ZONE 'UTC';
  until timestamptz := (a_month + interval '1 month')::timestamp AT TIME ZONE 'UTC';
  parent text;
  child text;
BEGIN
  IF extract(day FROM a_month) <> 1 OR until > clock_timestamp() - interval '1 month' THEN
    RAISE EXCEPTION 'month % is not over, or hardly', a_month USING ERRCODE = 'check_violation';
  END IF;
  IF partners.actor() IS NULL THEN
    RAISE EXCEPTION 'nobody acts: a month is dropped by somebody' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM journal_queue WHERE moment >= since AND moment < until) THEN
    RAISE EXCEPTION 'month % has events that are not sealed', a_month
      USING ERRCODE = 'check_violation';
  END IF;
  -- Taken before counting, so that the sealer adds no block of this month meanwhile.
  PERFORM pg_advisory_xact_lock(7451, 1);
  SELECT count(*), coalesce(sum(events), 0) INTO stated.blocks, stated.events
    FROM journal_block WHERE month = a_month AND kind = 'events';
  IF stated.blocks = 0 THEN
    RAISE EXCEPTION 'month % has no sealed events', a_month USING ERRCODE = 'check_violation';
  END IF;
  stated.month := a_month;
  stated.dropped_at := clock_timestamp();
  stated.actor := partners.actor();
  stated.actor_name := a_actor_name;
  stated.reason := a_reason;
  FOREACH parent IN ARRAY ARRAY['journal_event', 'journal_subject', 'journal_membership'] LOOP
    child := parent || '_' || to_char(a_month, 'YYYY_MM');
    IF to_regclass('public.' || child) IS NOT NULL THEN
      EXECUTE format('DROP TABLE public.%I', child);
    ELSE
      -- The month was never opened: its rows lie in the default partition, whose guard steps
      -- aside for this one statement.
      EXECUTE format('ALTER TABLE public.%I DISABLE TRIGGER keep', parent || '_default');
      EXECUTE format('DELETE FROM public.%I WHERE moment >= %L AND moment < %L',
        parent || '_default', since, until);
      EXECUTE format('ALTER TABLE public.%I ENABLE TRIGGER keep', parent || '_default');
    END IF;
  END LOOP;
  made := journal.append('drop', journal.leaf(journal.drop_line(stated)), 0, a_month, NULL);
  stated.block := made.number;
  INSERT INTO journal_drop SELECT stated.*;
  RETURN stated;
END $$;
REVOKE EXECUTE ON FUNCTION journal.drop_month(date, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal.drop_month(date, text, text) TO vijfluik_destroyer;
