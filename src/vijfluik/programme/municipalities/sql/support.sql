-- What support each municipality gets in a year, from the registers that hold it (`all_support.sql`):
-- sums and counts, no records. A municipality reads its own; how comparable ones are treated it reads as sums over at least
-- three others, so that no single one can be told from them. The fund's money stays behind its wall.
CREATE SCHEMA municipalities;
GRANT USAGE ON SCHEMA municipalities TO vijfluik_app;

-- The owner, as whom the functions below run, reads these rows while one of them does; an application
-- may set the same word, and is not the owner.
CREATE POLICY municipal_support ON grants_award FOR SELECT TO vijfluik_owner
  USING (current_setting('municipalities.support', true) = 'on'
         AND compartment = 'grants_programme');
CREATE POLICY municipal_support ON advice_advice FOR SELECT TO vijfluik_owner
  USING (current_setting('municipalities.support', true) = 'on');
CREATE POLICY municipal_support ON trainings_training FOR SELECT TO vijfluik_owner
  USING (current_setting('municipalities.support', true) = 'on');
CREATE POLICY municipal_support ON partnerships_partnership FOR SELECT TO vijfluik_owner
  USING (current_setting('municipalities.support', true) = 'on');
CREATE POLICY municipal_support ON partnerships_milestone FOR SELECT TO vijfluik_owner
  USING (current_setting('municipalities.support', true) = 'on');

-- The municipalities that the actor may open.
CREATE FUNCTION municipalities.support(of_year integer) RETURNS TABLE (
  code text, name text, organisation text, part text,
  awards bigint, awarded numeric, unstated bigint, reached bigint,
  asked bigint, answered bigint, held bigint, seats numeric,
  plans bigint, goals bigint, goals_reached bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('municipalities.support', 'on', true);
  RETURN QUERY SELECT * FROM municipalities.all_support(of_year) found
    WHERE access.everywhere('municipal_support', 'read')
       OR found.organisation = ANY (access.organisations('municipal_support', 'read'));
  PERFORM set_config('municipalities.support', '', true);
END $$;
REVOKE EXECUTE ON FUNCTION municipalities.support(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION municipalities.support(integer) TO vijfluik_app;

-- The sums over the municipalities comparable to one that the actor may open, that one left out.
-- Nothing where there are fewer than three others.
CREATE FUNCTION municipalities.comparable(of_year integer, to_code text) RETURNS TABLE (
  others bigint,
  awards numeric, awarded numeric, unstated numeric, reached numeric,
  asked numeric, answered numeric, held numeric, seats numeric,
  plans numeric, goals numeric, goals_reached numeric)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('municipalities.support', 'on', true);
  RETURN QUERY
  WITH found AS MATERIALIZED (SELECT * FROM municipalities.all_support(of_year)),
  own AS (
    SELECT code, part FROM found
    WHERE code = to_code
      AND (access.everywhere('municipal_support', 'read')
           OR organisation = ANY (access.organisations('municipal_support', 'read'))))
  SELECT count(*), sum(found.awards), sum(found.awarded), sum(found.unstated), sum(found.reached),
         sum(found.asked), sum(found.answered), sum(found.held), sum(found.seats),
         sum(found.plans), sum(found.goals), sum(found.goals_reached)
  FROM found JOIN own ON found.part = own.part AND found.code <> own.code
  HAVING count(*) >= 3;
  PERFORM set_config('municipalities.support', '', true);
END $$;
REVOKE EXECUTE ON FUNCTION municipalities.comparable(integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION municipalities.comparable(integer, text) TO vijfluik_app;
