-- The wall of the independent fund. Rows of its compartment are opened by no rule for all of whoever
-- does not stand in it (`Scoped(compartment=…)`); two things remain.

-- What is due of a record is seen by who sees the record.
CREATE POLICY grants_wall ON lifecycle_due AS RESTRICTIVE FOR SELECT TO vijfluik_app
  USING (CASE register
    WHEN 'applications' THEN EXISTS (SELECT FROM grants_application r WHERE r.key = object_key)
    WHEN 'awards' THEN EXISTS (SELECT FROM grants_award r WHERE r.key = object_key)
    WHEN 'instalments' THEN EXISTS (SELECT FROM grants_instalment r WHERE r.key = object_key)
    ELSE true END);

-- The financing ministry sees totals. This function is the only thing that looks over the wall, and
-- it answers sums per scheme and year. It runs as the owner, whom the policies below let through
-- while it runs; an application may set the same word, and is not the owner.
CREATE POLICY grants_totals ON grants_budgetline FOR SELECT TO vijfluik_owner
  USING (current_setting('grants.totals', true) = 'on');
CREATE POLICY grants_totals ON grants_award FOR SELECT TO vijfluik_owner
  USING (current_setting('grants.totals', true) = 'on');
CREATE POLICY grants_totals ON grants_instalment FOR SELECT TO vijfluik_owner
  USING (current_setting('grants.totals', true) = 'on');

CREATE FUNCTION grants.totals() RETURNS TABLE (
  scheme text, budget_year integer,
  lines bigint, budgeted numeric, budget_unstated bigint,
  awards bigint, committed numeric, commitment_unstated bigint,
  paid numeric, settled numeric, unsettled bigint)
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
         instalment.paid, award.settled, coalesce(award.unsettled, 0)
  FROM line FULL JOIN award USING (scheme, budget_year)
       FULL JOIN instalment USING (scheme, budget_year);
  PERFORM set_config('grants.totals', '', true);
END $$;
REVOKE EXECUTE ON FUNCTION grants.totals() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION grants.totals() TO vijfluik_app;
