-- What two people decided on is changed by neither of them; a new one is. It binds the application:
-- the owner may put right and load.

CREATE SCHEMA processing;
GRANT USAGE ON SCHEMA processing TO vijfluik_app;

CREATE FUNCTION processing.guard_activity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' OR OLD.state NOT IN ('adopted', 'ended') THEN
    RETURN NEW;
  END IF;
  IF (NEW.organisation_id, NEW.compartment, NEW.regime, NEW.joint, NEW.for_purpose, NEW.provision,
      NEW.basis, NEW.subjects, NEW.data, NEW.special, NEW.recipients, NEW.transfer, NEW.kept)
     IS DISTINCT FROM
     (OLD.organisation_id, OLD.compartment, OLD.regime, OLD.joint, OLD.for_purpose, OLD.provision,
      OLD.basis, OLD.subjects, OLD.data, OLD.special, OLD.recipients, OLD.transfer, OLD.kept)
     OR NEW.state = 'draft' OR (OLD.state = 'ended' AND NEW.state = 'adopted') THEN
    RAISE EXCEPTION 'an activity that was adopted does not change'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_kept BEFORE UPDATE ON processing_activity
  FOR EACH ROW EXECUTE FUNCTION processing.guard_activity();

CREATE FUNCTION processing.guard_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' OR OLD.state NOT IN ('proposed', 'decided', 'closed') THEN
    RETURN NEW;
  END IF;
  IF (NEW.organisation_id, NEW.activity_id, NEW.kind, NEW.necessity, NEW.risks, NEW.measures,
      NEW.advice, NEW.consultation, NEW.consulted, NEW.conclusion, NEW.conditions,
      NEW.assessed_on, NEW.valid_until)
     IS DISTINCT FROM
     (OLD.organisation_id, OLD.activity_id, OLD.kind, OLD.necessity, OLD.risks, OLD.measures,
      OLD.advice, OLD.consultation, OLD.consulted, OLD.conclusion, OLD.conditions,
      OLD.assessed_on, OLD.valid_until) THEN
    RAISE EXCEPTION 'an assessment that was decided on does not change'
      USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.state = 'decided' AND NEW.state NOT IN ('decided', 'closed', 'withdrawn'))
     OR (OLD.state = 'closed' AND NEW.state NOT IN ('closed', 'withdrawn')) THEN
    RAISE EXCEPTION 'an assessment that was decided on does not go back'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_kept BEFORE UPDATE ON processing_assessment
  FOR EACH ROW EXECUTE FUNCTION processing.guard_assessment();
