-- The due date of an undertaking moves by a postponement only: with the day of it and the letter
-- that told the House, other than those of the postponement before. The database counts them.
-- It binds the application; the owner of the tables may load and put right.
CREATE FUNCTION undertakings_guard_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  IF NEW.due_on IS NOT DISTINCT FROM OLD.due_on THEN
    IF NEW.postponements <> OLD.postponements THEN
      RAISE EXCEPTION 'postponements are counted here' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state <> 'postponed' OR NEW.postponed_in_id IS NULL OR NEW.postponed_on IS NULL
     OR (NEW.postponed_in_id, NEW.postponed_on)
        IS NOT DISTINCT FROM (OLD.postponed_in_id, OLD.postponed_on) THEN
    RAISE EXCEPTION 'a due date moves by a letter'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'undertaking_due_moves_by_letter';
  END IF;
  NEW.postponements := OLD.postponements + 1;
  RETURN NEW;
END $$;

CREATE TRIGGER guard_due BEFORE UPDATE ON undertakings_undertaking
  FOR EACH ROW EXECUTE FUNCTION undertakings_guard_due();
