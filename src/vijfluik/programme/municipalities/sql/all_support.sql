-- The same questions for every municipality of the year. What makes two of them comparable is one
-- criterion: whether they lead a region with money of that year, are reached by it, or neither.
CREATE OR REPLACE FUNCTION municipalities.all_support(of_year integer) RETURNS TABLE (
  code text, name text, organisation text, part text,
  awards bigint, awarded numeric, unstated bigint, reached bigint,
  asked bigint, answered bigint, held bigint, seats numeric,
  plans bigint, goals bigint, goals_reached bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH place AS (
    SELECT place.id, place.code, place.name, organisation.code AS organisation
    FROM partners_place place
    LEFT JOIN partners_organisation organisation ON organisation.place_id IN (
      SELECT same.id FROM partners_place same
      WHERE same.id = place.id
         -- A municipality that lived on, with other borders, under its own code and name.
         OR (same.kind = place.kind AND same.code = place.code AND same.name = place.name))
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
