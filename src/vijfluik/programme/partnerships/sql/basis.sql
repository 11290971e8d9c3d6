-- What begins, is prolonged or gets another ground, rests on what is law on that day.
CREATE FUNCTION partnerships.guard_basis() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  today date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
  begun date;
BEGIN
  IF current_user <> 'vijfluik_app' OR NEW.provision = ''
     OR NEW.state NOT IN ('active', 'extended') THEN
    RETURN NEW;
  END IF;
  begun := CASE NEW.state
    WHEN 'extended' THEN NEW.extended_on ELSE coalesce(NEW.started_on, NEW.pilot_on) END;
  IF TG_OP = 'UPDATE' AND NEW.state = OLD.state
     AND NEW.extended_on IS NOT DISTINCT FROM OLD.extended_on THEN
    IF NEW.provision = OLD.provision THEN
      RETURN NEW;
    END IF;
    begun := today;
  END IF;
  IF NOT law.in_force(NEW.provision, coalesce(begun, today)) THEN
    RAISE EXCEPTION 'nothing begins on a provision that is not in force that day'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_basis BEFORE INSERT OR UPDATE ON partnerships_partnership
  FOR EACH ROW EXECUTE FUNCTION partnerships.guard_basis();
