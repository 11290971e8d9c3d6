-- Whom to look for first: who may have to be told of something urgent at once, by key. Too many does
-- no harm, for each is looked for as oneself; nobody who has to be told at once is left out. The
-- clock learns no name, and not why.
CREATE FUNCTION notices.pressed() RETURNS TABLE (professional uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH waits (thing) AS (
    SELECT 'accounts' WHERE EXISTS (
      SELECT FROM accounts_link link WHERE link.kind = 'recovery' AND link.approved_by_id IS NULL
        AND link.used_at IS NULL AND link.withdrawn_at IS NULL)
    UNION ALL
    SELECT 'mandates' WHERE EXISTS (
      SELECT FROM partners_mandate waiting WHERE waiting.approved_by_id IS NULL
        AND waiting.ended_at IS NULL AND waiting.valid_until > partners.today())),
  -- Who may approve what waits, by an own mandate or in the place of another.
  approvers AS (
    SELECT mandate.key, mandate.professional_id FROM waits
    JOIN access_rule rule ON rule.thing = waits.thing AND rule.action = 'approve'
    JOIN partners_mandate mandate
      ON mandate.role = rule.role AND mandate.for_purpose = rule.purpose
    WHERE partners.in_force(mandate)),
  found (professional) AS (
    SELECT approvers.professional_id FROM approvers
    UNION
    SELECT deputy.professional_id FROM mandates_deputy deputy
    JOIN approvers ON approvers.key = deputy.mandate_id
    WHERE deputy.accepted_at IS NOT NULL AND deputy.ended_at IS NULL
    UNION
    SELECT deputy.professional_id FROM mandates_deputy deputy
    WHERE deputy.accepted_at IS NULL AND deputy.ended_at IS NULL
      AND deputy.valid_until > partners.today()
    UNION
    SELECT link.professional_id FROM accounts_link link
    WHERE link.kind = 'recovery' AND link.used_at IS NULL AND link.withdrawn_at IS NULL)
  SELECT person.key FROM partners_professional person
  JOIN found ON found.professional = person.key
  WHERE person.is_active ORDER BY person.key
$$;
REVOKE ALL ON FUNCTION notices.pressed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notices.pressed() TO vijfluik_clock;
