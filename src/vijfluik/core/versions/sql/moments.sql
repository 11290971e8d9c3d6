-- Closed moments. A transaction gives all its versions the moment of its own start, and they appear
-- when it commits; so a moment is closed when no transaction that may still write began at or
-- before it. Reasons and limits: docs/decisions/0002-versions.md.

-- The mark of a transaction that has promised to read only is a lock on this table. It stands in a
-- schema that nobody else may enter: naming a table in a statement is enough to lock it.
CREATE SCHEMA versions_owner;
CREATE TABLE versions_owner.reading (nothing boolean);

CREATE FUNCTION versions.reading() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_setting('transaction_read_only') <> 'on' THEN
    RAISE EXCEPTION 'this transaction may write; begin it READ ONLY'
      USING ERRCODE = 'active_sql_transaction';
  END IF;
  -- READ ONLY that was set inside a savepoint ends with the savepoint, while locks stay. A snapshot
  -- can be exported at the outermost level only, which is what is needed to know here.
  PERFORM pg_export_snapshot();
  -- From here on PostgreSQL itself refuses to make the transaction READ WRITE.
  LOCK TABLE versions_owner.reading IN ACCESS SHARE MODE;
END $$;

-- Every open transaction of this database that may write, however little it has done so far.
CREATE FUNCTION versions.open_transactions()
RETURNS TABLE (pid integer, role text, started timestamptz, application text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  here constant oid := (SELECT d.oid FROM pg_database d WHERE d.datname = current_database());
  readers integer[];
BEGIN
  IF NOT pg_has_role('pg_read_all_stats', 'USAGE') THEN
    RAISE EXCEPTION 'the owner cannot see the transactions of others'
      USING ERRCODE = 'object_not_in_prerequisite_state',
            HINT = 'GRANT pg_read_all_stats TO vijfluik_owner';
  END IF;
  -- A prepared transaction shows when it was prepared, not when it began.
  IF EXISTS (SELECT FROM pg_prepared_xacts p WHERE p.database = current_database()) THEN
    RAISE EXCEPTION 'a prepared transaction (%) keeps every moment open',
      (SELECT min(p.gid) FROM pg_prepared_xacts p WHERE p.database = current_database())
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  -- Locks first: whoever lets go of the lock and begins to write after this line begins after
  -- every moment that is still asked about.
  readers := ARRAY(
    SELECT l.pid FROM pg_locks l
    WHERE l.locktype = 'relation' AND l.database = here AND l.granted
      AND l.relation = 'versions_owner.reading'::regclass AND l.mode = 'AccessShareLock');
  -- Without this a second look within one transaction shows what the first look saw.
  PERFORM pg_stat_clear_snapshot();
  IF EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = here AND a.state = 'disabled') THEN
    RAISE EXCEPTION 'a connection does not tell when its transactions begin'
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Switch track_activities on.';
  END IF;
  RETURN QUERY
    SELECT a.pid, a.usename::text, a.xact_start, a.application_name
    FROM pg_stat_activity a
    WHERE a.datid = here AND a.xact_start IS NOT NULL
      AND a.backend_type NOT IN ('autovacuum worker', 'parallel worker', 'walsender')
      AND a.usename IS DISTINCT FROM 'vijfluik_report'
      AND a.pid <> ALL (readers);
END $$;

-- The latest closed moment, by the server's clock. Ask for it in a statement of its own: the rows
-- of a statement are those of its beginning, before this function has looked.
CREATE FUNCTION versions.closed_moment() RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  -- A transaction takes its start a little before it shows it; the second covers that while.
  past constant timestamptz := clock_timestamp() - interval '1 second';
  oldest timestamptz;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'a closed moment is asked for under READ COMMITTED only'
      USING ERRCODE = 'feature_not_supported',
            DETAIL = 'The snapshot of this transaction may miss what was committed meanwhile.';
  END IF;
  SELECT min(t.started) INTO oldest FROM versions.open_transactions() t;
  RETURN least(past, oldest - interval '1 microsecond');
END $$;

-- The transactions that keep a moment open, the oldest first. No text of their queries.
CREATE FUNCTION versions.blockers(moment timestamptz)
RETURNS TABLE (pid integer, role text, started timestamptz, application text, mine boolean)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t.pid, t.role, t.started, t.application, t.pid = pg_backend_pid()
  FROM versions.open_transactions() t WHERE t.started <= moment ORDER BY t.started, t.pid
$$;

-- PostgreSQL 17 ends long transactions by itself (transaction_timeout); 15 and 16 end long
-- statements and long pauses, but not a long row of short statements. The sealer or the clock calls
-- this at least every few seconds. Returns the connections that it ended.
CREATE FUNCTION versions.end_overlong(longest interval DEFAULT '30 seconds')
RETURNS TABLE (pid integer, role text, started timestamptz, application text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH overlong AS MATERIALIZED (  -- chosen before any is ended
    SELECT t.pid, t.role, t.started, t.application FROM versions.open_transactions() t
    WHERE t.started < clock_timestamp() - greatest(longest, interval '30 seconds')
      AND t.role IN ('vijfluik_app', 'vijfluik_clock', 'vijfluik_destroyer', 'vijfluik_auditor')
      AND t.pid <> pg_backend_pid()
  )
  SELECT o.pid, o.role, o.started, o.application FROM overlong o WHERE pg_terminate_backend(o.pid)
$$;

REVOKE ALL ON FUNCTION versions.reading(), versions.open_transactions(), versions.closed_moment(),
  versions.blockers(timestamptz), versions.end_overlong(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION versions.reading(), versions.closed_moment(),
  versions.blockers(timestamptz)
  TO vijfluik_app, vijfluik_clock, vijfluik_destroyer, vijfluik_auditor, vijfluik_report;
GRANT EXECUTE ON FUNCTION versions.end_overlong(interval)
  TO vijfluik_app, vijfluik_clock, vijfluik_auditor;
