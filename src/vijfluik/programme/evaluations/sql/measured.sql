-- Measurements of evaluations. A measurement stands on the side of its evaluation, like
-- everything that belongs to one (`wall.sql`).
CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON evaluations_measurement
  FOR EACH ROW EXECUTE FUNCTION evaluations.derive_part();

-- A later measurement is compared with one before it, of the same study and the same thing; the
-- owner of the tables may load.
CREATE FUNCTION evaluations.guard_measurement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' OR NEW.phase = 'before' THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (
    SELECT FROM evaluations_measurement earlier
    WHERE earlier.key = NEW.baseline_id AND earlier.phase = 'before'
      AND earlier.evaluation_id = NEW.evaluation_id
      AND earlier.indicator = NEW.indicator AND earlier.unit = NEW.unit
      AND earlier.cohort = NEW.cohort
  ) THEN
    RAISE EXCEPTION 'a measurement afterwards is compared with the one before'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_compared BEFORE INSERT OR UPDATE ON evaluations_measurement
  FOR EACH ROW EXECUTE FUNCTION evaluations.guard_measurement();

-- What is due of a record is seen by who sees the record.
CREATE POLICY measurements_wall ON lifecycle_due AS RESTRICTIVE FOR SELECT TO vijfluik_app
  USING (CASE register
    WHEN 'measurements' THEN
      EXISTS (SELECT FROM evaluations_measurement r WHERE r.key = object_key)
    ELSE true END);
