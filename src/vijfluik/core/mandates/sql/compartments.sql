-- The rules of a thing that is shut until it was assessed are there only for organisations for which
-- its compartment is open. So every policy that asks for rules, here and in each room, asks this too.
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
    AND (rule.compartment = ''
         OR mandate.organisation_id = ANY (access.opened(rule.compartment)))
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
    AND replaced.is_active
    AND (rule.compartment = ''
         OR mandate.organisation_id = ANY (access.opened(rule.compartment)));
