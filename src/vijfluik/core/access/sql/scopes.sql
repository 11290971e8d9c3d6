-- What the acting professional may do, for policies of row-level security. `rules` runs as the
-- owner, so that a policy need not show the tables of mandates and rules to the role it binds.
-- Use them inside a scalar subquery: PostgreSQL then asks once per statement instead of per row.

CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access
  TO vijfluik_app, vijfluik_clock, vijfluik_destroyer, vijfluik_auditor, vijfluik_report;
GRANT SELECT ON access_rule TO vijfluik_app, vijfluik_auditor;

-- The rules that the actor's mandates bring for the purpose of this transaction.
CREATE FUNCTION access.rules()
RETURNS TABLE (thing text, action text, scope text, organisation text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT rule.thing, rule.action, rule.scope, mandate.organisation_id
  FROM partners_mandate mandate
  JOIN partners_professional professional ON professional.key = mandate.professional_id
  JOIN access_rule rule ON rule.role = mandate.role
  WHERE mandate.professional_id = partners.actor()
    AND mandate.purpose = partners.purpose()
    AND rule.purpose = mandate.purpose
    AND mandate.valid_from <= partners.today()
    AND mandate.valid_until > partners.today()
    AND professional.is_active
$$;

-- The organisations at which the actor may do the action, by rules of scope "own".
CREATE FUNCTION access.organisations(wanted_thing text, wanted_action text) RETURNS text[]
LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT organisation), '{}') FROM access.rules()
  WHERE thing = wanted_thing AND action = wanted_action AND scope = 'own'
$$;

-- Whether the actor may do the action at every organisation, by a rule of scope "all".
CREATE FUNCTION access.everywhere(wanted_thing text, wanted_action text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM access.rules()
    WHERE thing = wanted_thing AND action = wanted_action AND scope = 'all'
  )
$$;

-- The same for tables that hold rows of several things.
CREATE FUNCTION access.readable_everywhere() RETURNS TABLE (thing text) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT thing FROM access.rules() WHERE action = 'read' AND scope = 'all'
$$;
CREATE FUNCTION access.readable_own() RETURNS TABLE (thing text, organisation text)
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT thing, organisation FROM access.rules() WHERE action = 'read' AND scope = 'own'
$$;

-- Where the actor may do anything beyond reading.
CREATE FUNCTION access.writable_everywhere() RETURNS TABLE (thing text) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT thing FROM access.rules() WHERE action <> 'read' AND scope = 'all'
$$;
CREATE FUNCTION access.writable_own() RETURNS TABLE (thing text, organisation text)
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT thing, organisation FROM access.rules() WHERE action <> 'read' AND scope = 'own'
$$;

REVOKE EXECUTE ON FUNCTION access.rules() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.rules() TO vijfluik_app, vijfluik_auditor, vijfluik_report;
