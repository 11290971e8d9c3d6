-- The wall of the independent fund, for what is evaluated behind it. An evaluation of an award stands
-- on the side of its award, one that the fund itself records on the fund's, and what belongs to an
-- evaluation stands with it. No rule for all opens rows of the other side (`Scoped(compartment=…)`);
-- an evaluator reads its own. The owner of the tables may load.

DROP TRIGGER guard_wall ON evaluations_evaluation;
DROP FUNCTION evaluations.guard_wall();

CREATE FUNCTION evaluations.derive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  IF NEW.award_id IS NOT NULL
     AND (TG_OP = 'INSERT' OR NEW.award_id IS DISTINCT FROM OLD.award_id) THEN
    SELECT award.compartment INTO NEW.compartment FROM grants_award award
    WHERE award.key = NEW.award_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'what this is an evaluation of is not there'
        USING ERRCODE = 'check_violation';
    END IF;
  ELSIF TG_OP = 'UPDATE' THEN
    NEW.compartment := OLD.compartment;
  ELSIF access.everywhere('grants_fund', 'read')
        AND NOT access.everywhere('grants_programme', 'read') THEN
    NEW.compartment := 'grants_fund';
  ELSE
    NEW.compartment := 'grants_programme';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.compartment <> OLD.compartment THEN
    RAISE EXCEPTION 'a record stays in its compartment' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON evaluations_evaluation
  FOR EACH ROW EXECUTE FUNCTION evaluations.derive();

-- What belongs to an evaluation stands on its side.
CREATE FUNCTION evaluations.derive_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  SELECT evaluation.compartment INTO NEW.compartment FROM evaluations_evaluation evaluation
  WHERE evaluation.key = NEW.evaluation_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the evaluation that this belongs to is not there'
      USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.compartment <> OLD.compartment THEN
    RAISE EXCEPTION 'a record stays in its compartment' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON evaluations_finding
  FOR EACH ROW EXECUTE FUNCTION evaluations.derive_part();
CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON evaluations_recommendation
  FOR EACH ROW EXECUTE FUNCTION evaluations.derive_part();
CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON evaluations_theory
  FOR EACH ROW EXECUTE FUNCTION evaluations.derive_part();

-- What is due of a record is seen by who sees the record.
CREATE POLICY evaluations_wall ON lifecycle_due AS RESTRICTIVE FOR SELECT TO vijfluik_app
  USING (CASE register
    WHEN 'evaluations' THEN EXISTS (SELECT FROM evaluations_evaluation r WHERE r.key = object_key)
    WHEN 'findings' THEN EXISTS (SELECT FROM evaluations_finding r WHERE r.key = object_key)
    WHEN 'recommendations' THEN
      EXISTS (SELECT FROM evaluations_recommendation r WHERE r.key = object_key)
    WHEN 'theories' THEN EXISTS (SELECT FROM evaluations_theory r WHERE r.key = object_key)
    ELSE true END);

-- The ministry reads how far the fund is with evaluating, in totals and nothing behind them: the
-- same word as for the money, said by the function only (`grants/sql/wall.sql`).
CREATE POLICY grants_totals ON evaluations_evaluation FOR SELECT TO vijfluik_owner
  USING (current_setting('grants.totals', true) = 'on');
CREATE FUNCTION evaluations.of_the_fund() RETURNS TABLE (
  awards bigint, planned bigint, process bigint, effect bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT access.everywhere('grant_money', 'read') THEN
    RETURN;
  END IF;
  PERFORM set_config('grants.totals', 'on', true);
  RETURN QUERY
  WITH award AS (
    SELECT a.key, btrim(a.evaluation_plan) <> '' AS written,
           count(e.key) > 0 AS planned,
           bool_or(e.state IN ('published', 'followed_up') AND e.kind = 'process') AS process,
           bool_or(e.state IN ('published', 'followed_up') AND e.kind = 'effect') AS effect
    FROM grants_award a
    LEFT JOIN evaluations_evaluation e ON e.award_id = a.key AND e.state <> 'withdrawn'
    WHERE a.compartment = 'grants_fund'
      AND a.state IN ('awarded', 'running', 'accounted', 'settled', 'reclaiming', 'recovered')
    GROUP BY a.key)
  SELECT count(*),
         count(*) FILTER (WHERE award.written OR award.planned),
         count(*) FILTER (WHERE award.process),
         count(*) FILTER (WHERE award.effect)
  FROM award;
  PERFORM set_config('grants.totals', '', true);
END $$;
REVOKE EXECUTE ON FUNCTION evaluations.of_the_fund() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluations.of_the_fund() TO vijfluik_app;
