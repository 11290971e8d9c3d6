-- What the rules on papers say in words and the application can never do, whoever forgets them. The
-- owner of the tables may load and put right.
CREATE FUNCTION undertakings_guard_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  -- A state alone proves nothing: the step of the second person must be there, and steps are only
  -- ever added, under four eyes.
  IF NEW.state = 'handled' AND OLD.state <> 'handled' AND NEW.kind IN ('letter', 'report')
     AND NEW.dated_on >= DATE '2026-01-01'
     AND (NEW.approved_on IS NULL OR NOT EXISTS (
       SELECT FROM undertakings_paperstep step
       WHERE step.paper_id = NEW.key AND step.edge = 'approve')) THEN
    RAISE EXCEPTION 'a paper goes to Parliament after another person approved it'
      USING ERRCODE = 'check_violation';
  END IF;
  -- What lies before the second person, or was approved, is changed by neither of them.
  IF (OLD.state = 'proposed' OR OLD.state = 'approved'
      OR (OLD.state = 'handled' AND OLD.approved_on IS NOT NULL))
     AND (NEW.title, NEW.kind, NEW.house, NEW.figures, NEW.figures_on, NEW.gist)
         IS DISTINCT FROM
         (OLD.title, OLD.kind, OLD.house, OLD.figures, OLD.figures_on, OLD.gist) THEN
    RAISE EXCEPTION 'a paper that is approved does not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER guard_approval BEFORE UPDATE ON undertakings_paper
  FOR EACH ROW EXECUTE FUNCTION undertakings_guard_approval();
CREATE TRIGGER four_eyes BEFORE INSERT ON undertakings_paperstep
  FOR EACH ROW EXECUTE FUNCTION access.guard_four_eyes('paper_id', 'approve');
