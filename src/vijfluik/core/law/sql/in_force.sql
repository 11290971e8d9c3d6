-- Whether a provision is law on a day, as known today: the last revision known by now has a text that
-- holds that day. For triggers of rooms; whoever reads the law may ask it, and it tells nothing else.
CREATE FUNCTION law.in_force(named text, on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM law_provision text
    WHERE text.provision = named
      AND text.valid_from <= on_day
      AND (text.valid_until IS NULL OR on_day < text.valid_until)
      AND text.revision = (
        SELECT max(latest.revision) FROM law_provision latest
        WHERE latest.provision = named
          AND latest.known_from <= (now() AT TIME ZONE 'Europe/Amsterdam')::date))
$$;
REVOKE EXECUTE ON FUNCTION law.in_force(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION law.in_force(text, date) TO vijfluik_app;
