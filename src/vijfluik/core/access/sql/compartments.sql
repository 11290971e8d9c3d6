-- For which organisations a compartment is open. Nothing is, until the room of processing activities
-- is there and says so (H15): its migration writes this function anew.
CREATE FUNCTION access.opened(wanted text) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT '{}'::text[]
$$;
REVOKE EXECUTE ON FUNCTION access.opened(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.opened(text) TO vijfluik_app, vijfluik_auditor, vijfluik_report;
