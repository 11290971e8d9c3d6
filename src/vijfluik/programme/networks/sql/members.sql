-- Members: the municipality's own, and nobody else's. No rule for all opens them, whatever the policy
-- says, and role report has no right: no figure reads the row of a person.

CREATE SCHEMA networks;
GRANT USAGE ON SCHEMA networks TO vijfluik_app;

GRANT SELECT, INSERT, UPDATE ON networks_member TO vijfluik_app;
ALTER TABLE networks_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE networks_member FORCE ROW LEVEL SECURITY;

-- The owner, as whom the functions below run, reads these rows while one of them does; an application
-- may set the same word, and is not the owner.
CREATE POLICY owner_reads ON networks_member FOR SELECT TO vijfluik_owner
  USING (current_setting('networks.reading', true) = 'on');
CREATE POLICY owner_reads ON networks_network FOR SELECT TO vijfluik_owner
  USING (current_setting('networks.reading', true) = 'on');
CREATE POLICY owner_reads ON networks_networkstep FOR SELECT TO vijfluik_owner
  USING (current_setting('networks.reading', true) = 'on');
CREATE POLICY owner_reads ON networks_meeting FOR SELECT TO vijfluik_owner
  USING (current_setting('networks.reading', true) = 'on');

-- The members of whom anything may still be read: until two weeks after the last day of their
-- consent, while their network is there. Consent from before a network was taken up again is over.
-- Each function says the word while it reads, and then what was said before.
CREATE FUNCTION networks.standing_members() RETURNS TABLE (member uuid, municipality text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before constant text := coalesce(current_setting('networks.reading', true), '');
BEGIN
  PERFORM set_config('networks.reading', 'on', true);
  RETURN QUERY
    SELECT m.key, m.municipality_id::text
    FROM networks_member m JOIN networks_network n ON n.key = m.network_id
    WHERE m.consent_until + 14 >= partners.today() AND n.state = 'active'
      AND NOT EXISTS (SELECT FROM networks_networkstep s
                      WHERE s.network_id = n.key AND s.edge = 'reopen'
                        AND s.business_date > m.consent_on);
  PERFORM set_config('networks.reading', before, true);
END $$;
CREATE FUNCTION networks.consent_stands(wanted uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before constant text := coalesce(current_setting('networks.reading', true), '');
  stands boolean;
BEGIN
  PERFORM set_config('networks.reading', 'on', true);
  SELECT EXISTS (
    SELECT FROM networks_member m JOIN networks_network n ON n.key = m.network_id
    WHERE m.key = wanted AND m.consent_until + 14 >= partners.today() AND n.state = 'active'
      AND NOT EXISTS (SELECT FROM networks_networkstep s
                      WHERE s.network_id = n.key AND s.edge = 'reopen'
                        AND s.business_date > m.consent_on)) INTO stands;
  PERFORM set_config('networks.reading', before, true);
  RETURN stands;
END $$;
-- The others, whom role destroyer destroys.
CREATE FUNCTION networks.lapsed_members() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before constant text := coalesce(current_setting('networks.reading', true), '');
BEGIN
  PERFORM set_config('networks.reading', 'on', true);
  RETURN QUERY
    SELECT m.key FROM networks_member m
    WHERE m.key NOT IN (SELECT s.member FROM networks.standing_members() s);
  PERFORM set_config('networks.reading', before, true);
END $$;
REVOKE ALL ON FUNCTION networks.standing_members(), networks.consent_stands(uuid),
  networks.lapsed_members() FROM PUBLIC;
-- Nothing but true or false of a random key.
GRANT EXECUTE ON FUNCTION networks.consent_stands(uuid) TO vijfluik_app;

CREATE POLICY member_read ON networks_member FOR SELECT TO vijfluik_app
  USING (municipality_id = ANY ((SELECT access.organisations('network_members', 'read'))::text[])
         AND networks.consent_stands(key));
-- People are recorded after what must be weighed was weighed (H15), at their network's municipality.
CREATE POLICY member_insert ON networks_member FOR INSERT TO vijfluik_app
  WITH CHECK (
    municipality_id = ANY ((SELECT access.organisations('network_members', 'create'))::text[])
    AND EXISTS (SELECT FROM networks_network network
                WHERE network.key = network_id
                  AND network.municipality_id = networks_member.municipality_id
                  AND network.state = 'active'
                  AND network.assessed_on <= partners.today()));
CREATE POLICY member_update ON networks_member FOR UPDATE TO vijfluik_app
  USING (municipality_id = ANY ((SELECT access.changes_at('network_members'))::text[]));
CREATE TRIGGER guard BEFORE UPDATE ON networks_member
  FOR EACH ROW EXECUTE FUNCTION access.guard_record('network_members', 'municipality_id');

-- How long consent lasts follows from the day and the duration, for everybody and for ever.
ALTER TABLE networks_member ADD CONSTRAINT network_member_lapses CHECK (
  consent_until = (consent_on + make_interval(months => consent_months::integer))::date
  AND consent_until <= (consent_on + interval '24 months')::date);

-- What the application cannot do, whoever forgets the rules: let consent go on without new consent,
-- give it on a day to come, or move somebody to another network.
CREATE FUNCTION networks.keep_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  NEW.consent_until := (NEW.consent_on + make_interval(months => NEW.consent_months::integer))::date;
  IF NEW.consent_on > partners.today() OR NEW.consent_until < partners.today() THEN
    RAISE EXCEPTION 'consent is given by today and not lapsed' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.network_id <> OLD.network_id THEN
      RAISE EXCEPTION 'another network asks for consent of its own'
        USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.consent_until > OLD.consent_until AND NEW.consent_on <= OLD.consent_on THEN
      RAISE EXCEPTION 'consent does not renew itself' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consent BEFORE INSERT OR UPDATE ON networks_member
  FOR EACH ROW EXECUTE FUNCTION networks.keep_consent();

-- When a network last met follows from its meetings. It binds the application only: the owner loads.
CREATE FUNCTION networks.tell_last_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'vijfluik_app' THEN
    UPDATE networks_network SET last_met_on = (
      SELECT max(met_on) FROM networks_meeting WHERE network_id = NEW.network_id AND state = 'held')
    WHERE key = NEW.network_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER z_last_meeting AFTER INSERT OR UPDATE ON networks_meeting
  FOR EACH ROW EXECUTE FUNCTION networks.tell_last_meeting();
CREATE FUNCTION networks.keep_last_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'vijfluik_app' THEN
    NEW.last_met_on := (
      SELECT max(met_on) FROM networks_meeting WHERE network_id = NEW.key AND state = 'held');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER last_meeting BEFORE INSERT OR UPDATE ON networks_network
  FOR EACH ROW EXECUTE FUNCTION networks.keep_last_meeting();

-- What the ministry sees: numbers per municipality. Members by tens below, and only from ten on, so
-- that neither a small network nor one person's going can be told from them.
CREATE FUNCTION networks.numbers() RETURNS TABLE (
  municipality text, name text, networks bigint, meetings bigint, members_at_least integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  before constant text := coalesce(current_setting('networks.reading', true), '');
BEGIN
  PERFORM set_config('networks.reading', 'on', true);
  RETURN QUERY
    SELECT o.code::text, o.name::text, count(*),
      (SELECT count(*) FROM networks_meeting t
       WHERE t.municipality_id = o.code AND t.state = 'held'
         AND t.met_on > partners.today() - 365),
      (SELECT nullif(count(*) / 10 * 10, 0)::integer FROM networks.standing_members() s
       WHERE s.municipality = o.code)
    FROM networks_network n JOIN partners_organisation o ON o.code = n.municipality_id
    WHERE n.state = 'active' AND access.everywhere('network_numbers', 'read')
    GROUP BY o.code, o.name
    ORDER BY o.name;
  PERFORM set_config('networks.reading', before, true);
END $$;
REVOKE ALL ON FUNCTION networks.numbers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION networks.numbers() TO vijfluik_app;
