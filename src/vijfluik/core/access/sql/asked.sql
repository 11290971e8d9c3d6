-- The same rules, asked for one thing and act at a time: each statement asks for each table that it
-- reads, and going through all of an actor's rules for it took longer than many a table itself. The
-- view says what the rules are, as before; nobody may read it but its owner, as whom these run.
CREATE VIEW access.granted WITH (security_barrier) AS
  SELECT rule.thing, rule.action, rule.scope, mandate.organisation_id AS organisation
  FROM partners_mandate mandate
  JOIN partners_professional professional ON professional.key = mandate.professional_id
  JOIN access_rule rule ON rule.role = mandate.role
  WHERE mandate.professional_id = partners.actor()
    AND mandate.for_purpose = partners.purpose()
    AND rule.purpose = mandate.for_purpose
    AND partners.in_force(mandate)
    AND professional.is_active;

CREATE OR REPLACE FUNCTION access.rules()
RETURNS TABLE (thing text, action text, scope text, organisation text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT thing, action, scope, organisation FROM access.granted
$$;
CREATE OR REPLACE FUNCTION access.organisations(wanted_thing text, wanted_action text)
RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT organisation::text), '{}') FROM access.granted
  WHERE thing = wanted_thing AND action = wanted_action AND scope = 'own'
$$;
CREATE OR REPLACE FUNCTION access.everywhere(wanted_thing text, wanted_action text)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  -- Counted: for EXISTS the planner hopes to stop early, and goes through the rules of the role.
  SELECT count(*) > 0 FROM access.granted
  WHERE thing = wanted_thing AND action = wanted_action AND scope = 'all'
$$;

-- Who might ask for all rules might ask for these, and nobody else.
REVOKE EXECUTE ON FUNCTION access.organisations(text, text), access.everywhere(text, text)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.organisations(text, text), access.everywhere(text, text)
  TO vijfluik_app, vijfluik_auditor, vijfluik_report;
