-- What holds of every award, whoever writes it.

-- An award on an application is its applicant's, and of the line of its round.
CREATE FUNCTION grants.guard_application() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  applied record;
BEGIN
  IF NEW.application_id IS NULL OR current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  SELECT application.applicant_id, round.budget_line_id INTO applied
  FROM grants_application application JOIN grants_round round ON round.key = application.round_id
  WHERE application.key = NEW.application_id;
  IF applied.applicant_id IS DISTINCT FROM NEW.recipient_id
     OR applied.budget_line_id IS DISTINCT FROM NEW.budget_line_id THEN
    RAISE EXCEPTION 'the application is of another recipient or another budget line'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_application BEFORE INSERT OR UPDATE ON grants_award
  FOR EACH ROW EXECUTE FUNCTION grants.guard_application();

-- Above the threshold of the round, from its day on, no award without an evaluation plan.
CREATE FUNCTION grants.guard_evaluation_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IN ('prepared', 'withdrawn') OR btrim(NEW.evaluation_plan) <> '' THEN
    RETURN NEW;
  END IF;
  IF EXISTS (
    SELECT FROM grants_application application
    JOIN grants_round round ON round.key = application.round_id
    WHERE application.key = NEW.application_id
      AND NEW.amount_cents > round.threshold_cents AND NEW.awarded_on >= round.threshold_from
  ) THEN
    RAISE EXCEPTION 'an award above the threshold needs an evaluation plan'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_evaluation_plan BEFORE INSERT OR UPDATE ON grants_award
  FOR EACH ROW EXECUTE FUNCTION grants.guard_evaluation_plan();

-- Who may account for an award and nothing else changes what belongs to the accounting only.
CREATE FUNCTION grants.guard_accounting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  its text[] := ARRAY['state', 'accounted_on', 'spent_cents', 'participants', 'results'];
BEGIN
  IF current_user <> 'vijfluik_app' OR access.everywhere('awards', 'correct')
     OR NEW.recipient_id = ANY (access.organisations('awards', 'correct')) THEN
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - its <> to_jsonb(OLD) - its
     OR NEW.state NOT IN (OLD.state, 'accounted') THEN
    RAISE EXCEPTION 'a recipient changes its accounting only'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_accounting BEFORE UPDATE ON grants_award
  FOR EACH ROW EXECUTE FUNCTION grants.guard_accounting();

-- An application gets beyond "applied" by who assesses or decides, never by who applies, whatever
-- a file or a statement says.
CREATE FUNCTION grants.guard_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' OR NEW.state IN ('applied', 'withdrawn') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.state = OLD.state THEN
    RETURN NEW;
  END IF;
  IF NOT access.everywhere('applications', 'appraise')
     AND NOT access.everywhere('applications', 'decide') THEN
    RAISE EXCEPTION 'an applicant does not judge an application'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_decision BEFORE INSERT OR UPDATE ON grants_application
  FOR EACH ROW EXECUTE FUNCTION grants.guard_decision();
