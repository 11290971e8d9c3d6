-- The totals that look over the wall (`wall.sql` has the policies that let this function through).
-- Each sum stands beside the number of records in it that state no amount.
DROP FUNCTION IF EXISTS grants.totals();
CREATE FUNCTION grants.totals() RETURNS TABLE (
  scheme text, budget_year integer,
  lines bigint, budgeted numeric, budget_unstated bigint,
  awards bigint, committed numeric, commitment_unstated bigint,
  paid numeric, settled numeric, settlement_unstated bigint, unsettled bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF NOT access.everywhere('grant_money', 'read') THEN
    RETURN;
  END IF;
  PERFORM set_config('grants.totals', 'on', true);
  RETURN QUERY
  WITH line AS (
    SELECT scheme, budget_year, count(*) AS lines, sum(amount_cents) AS budgeted,
           count(*) FILTER (WHERE amount_cents IS NULL) AS unstated
    FROM grants_budgetline
    WHERE state IN ('adopted', 'closed') AND part_of_id IS NULL
    GROUP BY scheme, budget_year),
  award AS (
    SELECT scheme, budget_year, count(*) AS awards, sum(amount_cents) AS committed,
           count(*) FILTER (WHERE amount_cents IS NULL) AS unstated,
           sum(settled_cents) AS settled,
           count(*) FILTER (WHERE settled_cents IS NULL
                            AND state IN ('settled', 'reclaiming', 'recovered'))
             AS settled_unstated,
           count(*) FILTER (WHERE state IN ('awarded', 'running', 'accounted')) AS unsettled
    FROM grants_award
    WHERE state IN ('awarded', 'running', 'accounted', 'settled', 'reclaiming', 'recovered')
    GROUP BY scheme, budget_year),
  instalment AS (
    SELECT scheme, budget_year, sum(amount_cents) AS paid
    FROM grants_instalment WHERE state = 'paid' GROUP BY scheme, budget_year)
  SELECT scheme::text, budget_year::integer,
         coalesce(line.lines, 0), line.budgeted, coalesce(line.unstated, 0),
         coalesce(award.awards, 0), award.committed, coalesce(award.unstated, 0),
         instalment.paid, award.settled, coalesce(award.settled_unstated, 0),
         coalesce(award.unsettled, 0)
  FROM line FULL JOIN award USING (scheme, budget_year)
       FULL JOIN instalment USING (scheme, budget_year);
  PERFORM set_config('grants.totals', '', true);
END $$;
REVOKE EXECUTE ON FUNCTION grants.totals() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION grants.totals() TO vijfluik_app;
