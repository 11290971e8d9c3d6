-- Deputies behind row-level security: those whom it is about, and whoever administers or oversees
-- mandates. Proposed by who is replaced or by an administrator, accepted by who is to do it, ended
-- by any of them; nobody changes its days.
GRANT SELECT, INSERT ON mandates_deputy TO vijfluik_app;
GRANT UPDATE (accepted_at, ended_at, ended_by_id) ON mandates_deputy TO vijfluik_app;
ALTER TABLE mandates_deputy ENABLE ROW LEVEL SECURITY;
CREATE POLICY deputy_own ON mandates_deputy FOR SELECT TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()) OR replaced_id = (SELECT partners.actor()));
CREATE POLICY deputy_read ON mandates_deputy FOR SELECT TO vijfluik_app
  USING ((SELECT access.everywhere('mandates', 'read')));
CREATE POLICY deputy_propose ON mandates_deputy FOR INSERT TO vijfluik_app
  WITH CHECK (proposed_by_id = (SELECT partners.actor()) AND accepted_at IS NULL
    AND ended_at IS NULL
    AND proposed_at BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
    AND (replaced_id = (SELECT partners.actor())
      OR (SELECT access.everywhere('mandates', 'grant'))));
CREATE POLICY deputy_change ON mandates_deputy FOR UPDATE TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()) OR replaced_id = (SELECT partners.actor())
    OR (SELECT access.everywhere('mandates', 'end')));

-- A deputy reads the mandate and the names that it is about; so does who is replaced.
CREATE POLICY mandate_deputy ON partners_mandate FOR SELECT TO vijfluik_app
  USING (key IN (SELECT deputy.mandate_id FROM mandates_deputy deputy
                 WHERE deputy.professional_id = (SELECT partners.actor())));
CREATE POLICY professional_deputy ON partners_professional FOR SELECT TO vijfluik_app
  USING (key IN (SELECT unnest(ARRAY[deputy.professional_id, deputy.replaced_id,
                                     deputy.proposed_by_id, deputy.ended_by_id])
                 FROM mandates_deputy deputy
                 WHERE deputy.professional_id = (SELECT partners.actor())
                    OR deputy.replaced_id = (SELECT partners.actor())));

CREATE FUNCTION partners.guard_deputy() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  held partners_mandate;
BEGIN
  IF session_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    SELECT * INTO held FROM partners_mandate WHERE key = NEW.mandate_id;
    IF held.professional_id IS DISTINCT FROM NEW.replaced_id THEN
      RAISE EXCEPTION 'a deputy is for whose mandate it is' USING ERRCODE = 'check_violation';
    END IF;
    -- Within one employer: no organisation gives its access to another by this way.
    IF (SELECT organisation_id FROM partners_professional WHERE key = NEW.replaced_id)
       IS DISTINCT FROM
       (SELECT organisation_id FROM partners_professional WHERE key = NEW.professional_id AND is_active)
    THEN
      RAISE EXCEPTION 'a deputy works for the same employer' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'what was ended stays so' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.accepted_at IS DISTINCT FROM OLD.accepted_at
     AND (OLD.accepted_at IS NOT NULL OR NEW.professional_id <> partners.actor()
          OR NEW.valid_until <= partners.today()) THEN
    RAISE EXCEPTION 'the deputy accepts, once, and not when it is over'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.ended_at IS NOT NULL AND NEW.ended_by_id IS DISTINCT FROM partners.actor() THEN
    RAISE EXCEPTION 'it is ended in one''s own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON mandates_deputy
  FOR EACH ROW EXECUTE FUNCTION partners.guard_deputy();

CREATE FUNCTION partners.deputises(deputy mandates_deputy) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
  RETURN deputy.accepted_at IS NOT NULL AND deputy.ended_at IS NULL
    AND deputy.valid_from <= partners.today() AND deputy.valid_until > partners.today();

-- What somebody may act on: the mandates of one's own first, then those of whom one replaces.
DROP FUNCTION partners.grants(uuid);
CREATE FUNCTION partners.grants(wanted uuid)
RETURNS TABLE (key uuid, role text, organisation text, purpose text, in_place_of text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT held.key, held.role, held.organisation_id, held.for_purpose, held.in_place_of FROM (
    SELECT mandate.key, mandate.role, mandate.organisation_id, mandate.for_purpose,
      mandate.valid_from, ''::text AS in_place_of
    FROM partners_mandate mandate
    WHERE mandate.professional_id = wanted AND partners.in_force(mandate)
    UNION ALL
    SELECT mandate.key, mandate.role, mandate.organisation_id, mandate.for_purpose,
      mandate.valid_from, replaced.name
    FROM mandates_deputy deputy
    JOIN partners_mandate mandate ON mandate.key = deputy.mandate_id
    JOIN partners_professional replaced ON replaced.key = deputy.replaced_id
    WHERE deputy.professional_id = wanted AND partners.deputises(deputy)
      AND partners.in_force(mandate) AND replaced.is_active) held
  WHERE EXISTS (SELECT FROM partners_professional person
                WHERE person.key = wanted AND person.is_active)
  ORDER BY held.in_place_of <> '', held.valid_from, held.key
$$;
REVOKE EXECUTE ON FUNCTION partners.grants(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION partners.grants(uuid) TO vijfluik_app;

-- The rules, with those of whom one replaces.
CREATE OR REPLACE VIEW access.granted WITH (security_barrier) AS
  SELECT rule.thing, rule.action, rule.scope, mandate.organisation_id AS organisation
  FROM partners_mandate mandate
  JOIN partners_professional professional ON professional.key = mandate.professional_id
  JOIN access_rule rule ON rule.role = mandate.role
  WHERE mandate.professional_id = partners.actor()
    AND mandate.for_purpose = partners.purpose()
    AND rule.purpose = mandate.for_purpose
    AND partners.in_force(mandate)
    AND professional.is_active
  UNION ALL
  SELECT rule.thing, rule.action, rule.scope, mandate.organisation_id AS organisation
  FROM mandates_deputy deputy
  JOIN partners_mandate mandate ON mandate.key = deputy.mandate_id
  JOIN partners_professional replaced ON replaced.key = deputy.replaced_id
  JOIN partners_professional professional ON professional.key = deputy.professional_id
  JOIN access_rule rule ON rule.role = mandate.role
  WHERE deputy.professional_id = partners.actor() AND deputy.ended_at IS NULL
    AND mandate.for_purpose = partners.purpose()
    AND rule.purpose = mandate.for_purpose
    AND partners.deputises(deputy)
    AND partners.in_force(mandate)
    AND professional.is_active
    AND replaced.is_active;

-- Two people who are one pair of eyes: the same, or one replaces the other now or did so since.
CREATE FUNCTION partners.one_pair_of_eyes(one uuid, other uuid, since timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT one = other OR EXISTS (
    SELECT FROM mandates_deputy deputy
    WHERE ((deputy.replaced_id = one AND deputy.professional_id = other)
        OR (deputy.replaced_id = other AND deputy.professional_id = one))
      AND deputy.accepted_at IS NOT NULL
      AND deputy.valid_from <= partners.today()
      AND deputy.valid_until > (since AT TIME ZONE 'Europe/Amsterdam')::date
      AND (deputy.ended_at IS NULL OR deputy.ended_at > since))
$$;
REVOKE EXECUTE ON FUNCTION partners.one_pair_of_eyes(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION partners.one_pair_of_eyes(uuid, uuid, timestamptz) TO vijfluik_app;

-- Every row that one proposes and another approves, by the operation OtherEyes of its own migration.
CREATE FUNCTION partners.guard_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- That the two are not the same person is a constraint of each table, and binds the owner too.
  IF current_user = 'vijfluik_app' AND NEW.approved_by_id <> NEW.proposed_by_id
     AND partners.one_pair_of_eyes(NEW.proposed_by_id, NEW.approved_by_id, NEW.proposed_at) THEN
    RAISE EXCEPTION 'who proposes and who approves are one pair of eyes: one replaces the other'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
-- And every step that another takes than who brought the record where it stands.
CREATE OR REPLACE FUNCTION access.guard_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  proposer uuid;
  brought timestamptz;
BEGIN
  IF current_user <> 'vijfluik_app' OR NOT NEW.edge::text = ANY (TG_ARGV[1:]) THEN
    RETURN NEW;
  END IF;
  EXECUTE format(
    'SELECT taken_by_id, registered_at FROM %I.%I WHERE %I = $1 AND to_state = $2'
    ' AND edge <> ''correct'' ORDER BY registered_at DESC LIMIT 1',
    TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_ARGV[0])
    INTO proposer, brought USING (to_jsonb(NEW) ->> TG_ARGV[0])::uuid, NEW.from_state;
  IF proposer IS NULL OR NEW.proposed_by_id IS DISTINCT FROM proposer
     OR partners.one_pair_of_eyes(proposer, NEW.taken_by_id, brought) THEN
    RAISE EXCEPTION 'this step needs a second person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
