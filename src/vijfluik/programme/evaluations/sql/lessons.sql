-- A published lesson stands where every partner reads, a draft with those who evaluate. Whoever the
-- row is written by, its state says where.
CREATE FUNCTION evaluations.derive_shelf() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.compartment := CASE WHEN NEW.state = 'published'
    THEN 'lessons_public' ELSE 'grants_programme' END;
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  -- Whoever reads a lesson may be unable to open its study, so it says the item itself. What the fund
  -- learns it publishes itself, behind no rule of the ministry.
  SELECT evaluation.item INTO NEW.item FROM evaluations_evaluation evaluation
  WHERE evaluation.key = NEW.evaluation_id AND evaluation.compartment = 'grants_programme';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a lesson is of an evaluation of the programme'
      USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'published' AND NOT EXISTS (
    SELECT FROM evaluations_evaluation evaluation
    WHERE evaluation.key = NEW.evaluation_id
      AND (evaluation.state = 'published' OR evaluation.state = 'followed_up')
      AND evaluation.published_on <= NEW.published_on
  ) THEN
    RAISE EXCEPTION 'a lesson is published after the study that it is from'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON evaluations_lesson
  FOR EACH ROW EXECUTE FUNCTION evaluations.derive_shelf();

-- A draft is read by who may read the evaluations of its organisation, and by the ministry.
CREATE POLICY lesson_own ON evaluations_lesson FOR SELECT TO vijfluik_app
  USING (organisation_id = ANY ((SELECT access.organisations('evaluations', 'read'))::text[]));
