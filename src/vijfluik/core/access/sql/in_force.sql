-- A mandate gives rights from its approval, between its days, until it is ended; nothing else asks
-- that question.
CREATE FUNCTION partners.in_force(mandate partners_mandate) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
  RETURN mandate.approved_by_id IS NOT NULL AND mandate.ended_at IS NULL
    AND mandate.valid_from <= partners.today() AND mandate.valid_until > partners.today();

CREATE OR REPLACE FUNCTION access.rules()
RETURNS TABLE (thing text, action text, scope text, organisation text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT rule.thing, rule.action, rule.scope, mandate.organisation_id
  FROM partners_mandate mandate
  JOIN partners_professional professional ON professional.key = mandate.professional_id
  JOIN access_rule rule ON rule.role = mandate.role
  WHERE mandate.professional_id = partners.actor()
    AND mandate.for_purpose = partners.purpose()
    AND rule.purpose = mandate.for_purpose
    AND partners.in_force(mandate)
    AND professional.is_active
$$;
