-- What support each municipality gets in a year, from the registers that hold it: sums and counts, no
-- records. A municipality reads its own; how comparable ones are treated it reads as sums over at least
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

-- The same questions for every municipality of the year. What makes two of them comparable is one
-- criterion: whether they lead a region with money of that year, are reached by it, or neither.
CREATE FUNCTION municipalities.all_support(of_year integer) RETURNS TABLE (
  code text, name text, organisation text, part text,
  awards bigint, awarded numeric, unstated bigint, reached bigint,
  asked bigint, answered bigint, held bigint, seats numeric,
  plans bigint, goals bigint, goals_reached bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH place AS (
    SELECT place.id, place.code, place.name, organisation.code AS organisation
    FROM partners_place place
    LEFT JOIN partners_organisation organisation
      ON organisation.kind = 'municipality' AND organisation.name = 'Gemeente ' || place.name
    WHERE place.kind = 'municipality'
      AND place.valid_from <= make_date(of_year, 12, 31)
      AND coalesce(place.valid_until, 'infinity') > make_date(of_year, 12, 31)),
  award AS (
    SELECT key, lead_id, participants, amount_cents FROM grants_award
    WHERE budget_year = of_year AND compartment = 'grants_programme'
      AND state IN ('awarded', 'running', 'accounted', 'settled', 'reclaiming', 'recovered')),
  led AS (
    SELECT lead_id AS id, count(*) AS awards, sum(amount_cents) AS awarded,
           count(*) FILTER (WHERE amount_cents IS NULL) AS unstated
    FROM award GROUP BY lead_id),
  reached AS (
    SELECT participant AS id, count(*) AS reached
    FROM award CROSS JOIN unnest(participants) participant GROUP BY participant),
  advice AS (
    SELECT place_id AS id, count(*) AS asked, count(*) FILTER (WHERE state = 'closed') AS answered
    FROM advice_advice
    WHERE requester_kind = 'municipality' AND state <> 'withdrawn'
      AND requested_on BETWEEN make_date(of_year, 1, 1) AND make_date(of_year, 12, 31)
    GROUP BY place_id),
  training AS (
    SELECT place_id AS id, count(*) AS held, sum(participants) AS seats
    FROM trainings_training
    WHERE state = 'held' AND kind = 'training'
      AND held_on BETWEEN make_date(of_year, 1, 1) AND make_date(of_year, 12, 31)
    GROUP BY place_id),
  plan AS (
    SELECT key, lead_id FROM partnerships_partnership
    WHERE kind = 'action_plan' AND state IN ('active', 'extended', 'ended', 'handed_over')
      AND started_on <= make_date(of_year, 12, 31)
      AND coalesce(ended_on, 'infinity') >= make_date(of_year, 1, 1)),
  planned AS (
    SELECT plan.lead_id AS organisation, count(DISTINCT plan.key) AS plans,
           count(goal.key) AS goals,
           count(goal.key) FILTER (WHERE goal.state = 'reached') AS goals_reached
    FROM plan LEFT JOIN partnerships_milestone goal
      ON goal.partnership_id = plan.key AND goal.state IN ('planned', 'reached')
    GROUP BY plan.lead_id)
  SELECT place.code, place.name, place.organisation,
         CASE WHEN led.id IS NOT NULL THEN 'leads'
              WHEN reached.id IS NOT NULL THEN 'reached'
              ELSE 'neither' END,
         coalesce(led.awards, 0), led.awarded, coalesce(led.unstated, 0),
         coalesce(reached.reached, 0),
         coalesce(advice.asked, 0), coalesce(advice.answered, 0),
         coalesce(training.held, 0), coalesce(training.seats, 0),
         coalesce(planned.plans, 0), coalesce(planned.goals, 0), coalesce(planned.goals_reached, 0)
  FROM place LEFT JOIN led USING (id) LEFT JOIN reached USING (id) LEFT JOIN advice USING (id)
       LEFT JOIN training USING (id)
       LEFT JOIN planned ON planned.organisation = place.organisation
$$;
REVOKE EXECUTE ON FUNCTION municipalities.all_support(integer) FROM PUBLIC;

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
