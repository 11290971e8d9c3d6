-- What a record of the grants takes from what it belongs to: scheme, year, compartment and item.
-- Access, figures and the wall read these columns, so nobody types them; the application cannot
-- write another value, and a record never leaves its compartment. The owner of the tables may load.
CREATE SCHEMA grants;
GRANT USAGE ON SCHEMA grants TO vijfluik_app, vijfluik_report;

-- The item of the programme that a scheme is of.
CREATE FUNCTION grants.item_of(scheme text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE scheme
    WHEN 'versterkingsgelden' THEN 'VK-02'
    WHEN 'fonds-tegengeluid' THEN 'VK-35'
    WHEN 'familiesteun' THEN 'VK-16'
    WHEN 'capaciteitsopbouw' THEN 'VK-47'
    WHEN 'opensource-capaciteit' THEN 'VK-32'
    WHEN 'opensource-iru' THEN 'VK-32'
    WHEN 'fec-tf' THEN 'VK-37'
    WHEN 'cter-capaciteit' THEN 'VK-39'
    ELSE 'X-07' END
$$;
CREATE FUNCTION grants.compartment_of(scheme text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE scheme WHEN 'fonds-tegengeluid' THEN 'grants_fund' ELSE 'grants_programme' END
$$;

CREATE FUNCTION grants.derive_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.item := grants.item_of(NEW.scheme);
  RETURN NEW;
END $$;

-- Arguments: the table of the parent, and the column that leads to it.
CREATE FUNCTION grants.derive() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  parent record;
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  EXECUTE format('SELECT scheme, budget_year FROM %I WHERE key = $1', TG_ARGV[0])
    INTO parent USING (to_jsonb(NEW) ->> TG_ARGV[1])::uuid;
  IF parent.scheme IS NULL THEN
    RAISE EXCEPTION 'what this belongs to is not there' USING ERRCODE = 'check_violation';
  END IF;
  NEW.scheme := parent.scheme;
  NEW.budget_year := parent.budget_year;
  NEW.item := grants.item_of(parent.scheme);
  NEW.compartment := grants.compartment_of(parent.scheme);
  IF TG_OP = 'UPDATE' AND NEW.compartment <> OLD.compartment THEN
    RAISE EXCEPTION 'a record stays in its compartment' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON grants_budgetline
  FOR EACH ROW EXECUTE FUNCTION grants.derive_line();
CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON grants_round
  FOR EACH ROW EXECUTE FUNCTION grants.derive('grants_budgetline', 'budget_line_id');
CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON grants_application
  FOR EACH ROW EXECUTE FUNCTION grants.derive('grants_round', 'round_id');
CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON grants_award
  FOR EACH ROW EXECUTE FUNCTION grants.derive('grants_budgetline', 'budget_line_id');
CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON grants_instalment
  FOR EACH ROW EXECUTE FUNCTION grants.derive('grants_award', 'award_id');
