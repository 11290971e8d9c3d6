-- What row-level security repeats of the policy for steps, withdrawing and importing, and what a
-- training never does whoever asks: figures count on its state and its provider.

DROP POLICY training_step_insert ON trainings_trainingstep;
CREATE POLICY training_step_insert ON trainings_trainingstep FOR INSERT TO vijfluik_app
  WITH CHECK (
    taken_by_id = partners.actor()
    AND registered_at BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
    AND EXISTS (
      SELECT FROM trainings_training training
      WHERE training.key = training_id
        AND ((SELECT access.everywhere('trainings', 'step'))
             OR training.provider_id
                = ANY ((SELECT access.organisations('trainings', 'step'))::text[]))));

DROP POLICY import_batch_own ON trainings_importbatch;
CREATE POLICY import_batch_own ON trainings_importbatch TO vijfluik_app
  USING (imported_by_id = partners.actor())
  WITH CHECK (
    imported_by_id = partners.actor()
    AND ((SELECT access.everywhere('trainings', 'import'))
         OR (SELECT access.organisations('trainings', 'import')) <> '{}'));

-- Not SECURITY DEFINER: it binds the application, while the owner may put right and load.
CREATE FUNCTION access.guard_training() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  IF NEW.provider_id <> OLD.provider_id THEN
    RAISE EXCEPTION 'a training stays with its provider' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.state = 'withdrawn' AND NEW.state <> 'withdrawn' THEN
    RAISE EXCEPTION 'a withdrawn training stays withdrawn' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'withdrawn' AND OLD.state <> 'withdrawn'
     AND NOT access.everywhere('trainings', 'withdraw')
     AND NEW.provider_id <> ALL (access.organisations('trainings', 'withdraw')) THEN
    RAISE EXCEPTION 'this actor may not withdraw a training'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE UPDATE ON trainings_training
  FOR EACH ROW EXECUTE FUNCTION access.guard_training();
