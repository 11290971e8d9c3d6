-- What an evaluation is of, where that stands in a register: an award or a partnership.

-- Whoever evaluates something sees which it is, also without rules about its register; no more of it
-- is opened, because the pages of that register ask for those rules.
CREATE POLICY evaluated ON grants_award FOR SELECT TO vijfluik_app
  USING (key IN (
    SELECT evaluation.award_id FROM evaluations_evaluation evaluation
    WHERE evaluation.award_id IS NOT NULL
      AND evaluation.organisation_id = ANY (
        (SELECT access.organisations('evaluations', 'read'))::text[])));
CREATE POLICY evaluated ON partnerships_partnership FOR SELECT TO vijfluik_app
  USING (key IN (
    SELECT evaluation.partnership_id FROM evaluations_evaluation evaluation
    WHERE evaluation.partnership_id IS NOT NULL
      AND evaluation.organisation_id = ANY (
        (SELECT access.organisations('evaluations', 'read'))::text[])));

CREATE SCHEMA evaluations;
GRANT USAGE ON SCHEMA evaluations TO vijfluik_app;

-- Evaluations are read by everybody who evaluates, so none is of what stands behind the fund's wall.
-- The owner of the tables may load. An award that the actor may not see cannot be named either.
CREATE FUNCTION evaluations.guard_wall() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' OR NEW.award_id IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.award_id IS NOT DISTINCT FROM OLD.award_id THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (
    SELECT FROM grants_award award
    WHERE award.key = NEW.award_id AND award.compartment = 'grants_programme'
  ) THEN
    RAISE EXCEPTION 'an evaluation is of an award of the programme'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_wall BEFORE INSERT OR UPDATE ON evaluations_evaluation
  FOR EACH ROW EXECUTE FUNCTION evaluations.guard_wall();

-- Above the threshold of the round, from its day on, no award is signed before its evaluation is
-- there with a canvas. What was signed before evaluations could be linked goes on.
CREATE FUNCTION evaluations.guard_award() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' OR OLD.state <> 'prepared' OR NEW.state <> 'awarded'
     OR NEW.compartment <> 'grants_programme' THEN
    RETURN NEW;
  END IF;
  IF EXISTS (
    SELECT FROM grants_application application
    JOIN grants_round round ON round.key = application.round_id
    WHERE application.key = NEW.application_id
      AND NEW.amount_cents > round.threshold_cents AND NEW.awarded_on >= round.threshold_from
  ) AND NOT EXISTS (
    SELECT FROM evaluations_evaluation evaluation
    JOIN evaluations_theory theory ON theory.evaluation_id = evaluation.key
    WHERE evaluation.award_id = NEW.key
      AND evaluation.state <> 'withdrawn' AND theory.state <> 'withdrawn'
  ) THEN
    RAISE EXCEPTION 'an award above the threshold needs its evaluation, with a canvas'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
-- By name it comes after the guard of the written plan.
CREATE TRIGGER guard_linked_evaluation BEFORE UPDATE ON grants_award
  FOR EACH ROW EXECUTE FUNCTION evaluations.guard_award();
