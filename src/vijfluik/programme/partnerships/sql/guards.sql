-- What the rules of the room say in words and the application can never do, whoever forgets them.
-- Not SECURITY DEFINER: it binds the application, while the owner may put right and load.

CREATE SCHEMA partnerships;
GRANT USAGE ON SCHEMA partnerships TO vijfluik_app;

-- A partner says the name that figures use of its partnership, so that a figure reads one row.
CREATE FUNCTION partnerships.name_partner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'vijfluik_app' THEN
    SELECT code INTO STRICT NEW.partnership_code
    FROM partnerships_partnership WHERE key = NEW.partnership_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_named BEFORE INSERT OR UPDATE ON partnerships_partner
  FOR EACH ROW EXECUTE FUNCTION partnerships.name_partner();

CREATE FUNCTION partnerships.rename_partners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE partnerships_partner SET partnership_code = NEW.code WHERE partnership_id = NEW.key;
  RETURN NULL;
END $$;
CREATE TRIGGER z_partners_follow AFTER UPDATE OF code ON partnerships_partnership
  FOR EACH ROW WHEN (NEW.code <> OLD.code)
  EXECUTE FUNCTION partnerships.rename_partners();

-- Whether something may go to a partner on a day: at home always, abroad with a check of human
-- rights that two people decided on and that stands that day. A state alone proves nothing: the
-- step of the second person must be there, and steps are only ever added, under four eyes.
CREATE FUNCTION partnerships.may_deliver(to_partner uuid, on_day date) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM partnerships_partner partner
    WHERE partner.key = to_partner AND (partner.country = 'NL' OR EXISTS (
      SELECT FROM partnerships_rightscheck held
      WHERE held.partner_id = partner.key
        AND held.country = partner.country
        AND held.state IN ('approved', 'closed')
        AND held.conclusion IN ('positive', 'conditional')
        AND on_day BETWEEN held.assessed_on AND held.valid_until
        AND (held.closed_on IS NULL OR on_day < held.closed_on)
        AND EXISTS (
          SELECT FROM partnerships_rightscheckstep step
          WHERE step.rights_check_id = held.key AND step.edge = 'approve'))))
$$;

CREATE FUNCTION partnerships.guard_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'vijfluik_app' AND NEW.state = 'delivered'
     AND NOT partnerships.may_deliver(NEW.partner_id, NEW.delivered_on) THEN
    RAISE EXCEPTION 'nothing is delivered abroad without a check of human rights that stands'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_checked BEFORE INSERT OR UPDATE ON partnerships_delivery
  FOR EACH ROW EXECUTE FUNCTION partnerships.guard_delivery();

-- What was delivered stays allowed: neither the partner nor the check may change under it.
CREATE FUNCTION partnerships.guard_delivered() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_partner uuid;
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NULL;
  END IF;
  IF TG_TABLE_NAME = 'partnerships_partner' THEN
    of_partner := NEW.key;
  ELSE
    of_partner := NEW.partner_id;
  END IF;
  IF EXISTS (
    SELECT FROM partnerships_delivery delivery
    WHERE delivery.partner_id = of_partner AND delivery.state = 'delivered'
      AND NOT partnerships.may_deliver(of_partner, delivery.delivered_on)) THEN
    RAISE EXCEPTION 'a delivery rests on this' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER y_delivered AFTER UPDATE OF country ON partnerships_partner
  FOR EACH ROW EXECUTE FUNCTION partnerships.guard_delivered();
CREATE TRIGGER y_delivered AFTER UPDATE ON partnerships_rightscheck
  FOR EACH ROW EXECUTE FUNCTION partnerships.guard_delivered();

-- What two people decided on is changed by neither of them; a new check is.
CREATE FUNCTION partnerships.guard_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' OR OLD.state NOT IN ('proposed', 'approved', 'closed') THEN
    RETURN NEW;
  END IF;
  IF (NEW.partnership_id, NEW.partner_id, NEW.country, NEW.conclusion, NEW.conditions, NEW.reasons,
      NEW.assessed_on, NEW.valid_until)
     IS DISTINCT FROM
     (OLD.partnership_id, OLD.partner_id, OLD.country, OLD.conclusion, OLD.conditions, OLD.reasons,
      OLD.assessed_on, OLD.valid_until) THEN
    RAISE EXCEPTION 'a check that was decided on does not change' USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD.state = 'approved' AND NEW.state NOT IN ('approved', 'closed', 'withdrawn'))
     OR (OLD.state = 'closed' AND NEW.state NOT IN ('closed', 'withdrawn'))
     OR (OLD.state = 'closed' AND NEW.closed_on IS NULL) THEN
    RAISE EXCEPTION 'a check that was decided on does not go back'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_kept BEFORE UPDATE ON partnerships_rightscheck
  FOR EACH ROW EXECUTE FUNCTION partnerships.guard_check();
