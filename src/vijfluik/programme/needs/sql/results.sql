-- What a round came to, as counts: a municipality may not open the answers of another. A row of few
-- answers is read by those who may read every answer; others see that it is not shown.
CREATE SCHEMA needs;
GRANT USAGE ON SCHEMA needs TO vijfluik_app;

-- The owner, as whom the functions below run, reads these rows while one of them does; an application
-- may set the same word, and is not the owner.
CREATE POLICY need_results ON needs_need FOR SELECT TO vijfluik_owner
  USING (current_setting('needs.results', true) = 'on');

-- Per theme how many organisations said what. `shown` is false, and the counts are null, where a count
-- between one and two would be read by somebody who may not read the answers.
CREATE FUNCTION needs.results(of_round uuid) RETURNS TABLE (
  theme text, needed_now bigint, needed_soon bigint, not_needed bigint, chosen bigint, shown boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  reads_all boolean := access.everywhere('needs', 'read');
BEGIN
  IF NOT (access.everywhere('need_rounds', 'read')
          OR cardinality(access.organisations('need_rounds', 'read')) > 0) THEN
    RETURN;
  END IF;
  PERFORM set_config('needs.results', 'on', true);
  RETURN QUERY
  WITH counted AS (
    SELECT need.theme::text AS theme,
           count(DISTINCT need.respondent_id) FILTER (WHERE need.level = 'now') AS needed_now,
           count(DISTINCT need.respondent_id) FILTER (WHERE need.level = 'soon') AS needed_soon,
           count(DISTINCT need.respondent_id) FILTER (WHERE need.level = 'none') AS not_needed,
           count(DISTINCT need.respondent_id) FILTER (WHERE need.state = 'chosen') AS chosen
    FROM needs_need need
    WHERE need.need_round_id = of_round AND need.state <> 'withdrawn'
    GROUP BY need.theme),
  judged AS (
    SELECT *, reads_all OR NOT (needed_now BETWEEN 1 AND 2 OR needed_soon BETWEEN 1 AND 2
                                OR not_needed BETWEEN 1 AND 2 OR chosen BETWEEN 1 AND 2) AS shown
    FROM counted)
  SELECT theme,
         CASE WHEN shown THEN needed_now END, CASE WHEN shown THEN needed_soon END,
         CASE WHEN shown THEN not_needed END, CASE WHEN shown THEN chosen END, shown
  FROM judged;
  PERFORM set_config('needs.results', '', true);
END $$;
REVOKE EXECUTE ON FUNCTION needs.results(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION needs.results(uuid) TO vijfluik_app;

-- How many organisations chose each offer or trajectory, ever.
CREATE FUNCTION needs.take_up() RETURNS TABLE (record uuid, organisations bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT access.everywhere('offers', 'read') THEN
    RETURN;
  END IF;
  PERFORM set_config('needs.results', 'on', true);
  RETURN QUERY
  SELECT coalesce(need.chosen_offer_id, need.chosen_trajectory_id),
         count(DISTINCT need.respondent_id)
  FROM needs_need need WHERE need.state = 'chosen' GROUP BY 1;
  PERFORM set_config('needs.results', '', true);
END $$;
REVOKE EXECUTE ON FUNCTION needs.take_up() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION needs.take_up() TO vijfluik_app;

-- How many organisations need something now or soon per form of extremism, over all rounds.
CREATE FUNCTION needs.by_form() RETURNS TABLE (form text, organisations bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT access.everywhere('offers', 'read') THEN
    RETURN;
  END IF;
  PERFORM set_config('needs.results', 'on', true);
  RETURN QUERY
  SELECT asked::text, count(DISTINCT need.respondent_id)
  FROM needs_need need CROSS JOIN LATERAL unnest(need.forms) AS asked
  WHERE need.state <> 'withdrawn' AND need.level <> 'none' GROUP BY 1;
  PERFORM set_config('needs.results', '', true);
END $$;
REVOKE EXECUTE ON FUNCTION needs.by_form() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION needs.by_form() TO vijfluik_app;
