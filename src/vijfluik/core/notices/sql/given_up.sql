-- Of how many people in service the last mail failed for good, in the last month: for the metrics, and for
-- whoever administers accounts, who learns here that there is something to look at. As the owner, because
-- the application does not see which mails went. A later mail that went settles it.
CREATE FUNCTION notices.given_up() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(DISTINCT lost.professional_id)::integer FROM notices_mail lost
  JOIN partners_professional person ON person.key = lost.professional_id AND person.is_active
  WHERE lost.given_up_at > now() - interval '30 days' AND NOT EXISTS (
    SELECT FROM notices_mail later
    WHERE later.professional_id = lost.professional_id AND later.sent_at > lost.given_up_at)
$$;
REVOKE ALL ON FUNCTION notices.given_up() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notices.given_up() TO vijfluik_app;
