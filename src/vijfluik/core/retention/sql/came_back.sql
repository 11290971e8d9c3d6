-- How many records stand in the database that were destroyed, by the book that is kept outside it:
-- some do when a copy from before was put in its place. A number, and not which ones. For roles that
-- read no record, so that no process serves such a copy; the application would learn from it whether
-- a key exists that it may not see.
CREATE FUNCTION retention.came_back(bases text[], keys uuid[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found bigint := 0;
  gone record;
BEGIN
  FOR gone IN
    SELECT t.base, t.key FROM unnest(bases, keys) AS t (base, key)
    JOIN retention_destroyable known USING (base)
  LOOP
    IF retention.owner_of(gone.base, gone.key) IS NOT NULL THEN
      found := found + 1;
    END IF;
  END LOOP;
  RETURN found;
END $$;
REVOKE ALL ON FUNCTION retention.came_back(text[], uuid[]) FROM PUBLIC;
GRANT USAGE ON SCHEMA retention TO vijfluik_clock;
GRANT EXECUTE ON FUNCTION retention.came_back(text[], uuid[])
  TO vijfluik_auditor, vijfluik_clock, vijfluik_destroyer;
