-- How much mail waits and since when: for the metrics, which are of nobody. As the owner, because the
-- application sees no mail but one's own.
CREATE FUNCTION notices.outbox(OUT waiting integer, OUT oldest timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::integer, min(made_at) FROM notices_mail
  WHERE sent_at IS NULL AND given_up_at IS NULL
$$;
REVOKE ALL ON FUNCTION notices.outbox() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notices.outbox() TO vijfluik_app;
