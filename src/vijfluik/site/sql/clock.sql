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
