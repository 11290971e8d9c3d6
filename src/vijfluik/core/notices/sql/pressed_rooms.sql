-- Whom to look for first, by key: who may have to be told of something urgent at once. What core knows
-- of stands here; a room says so of its own in a function of its own schema, `<room>.pressed()`, made by
-- the owner, and all of them are asked. Too many does no harm, for each is looked for as oneself; the
-- clock learns no name, and not why.

-- Whether somebody was told a while ago already, so that what waits on keeps nobody in front of the
-- queue. Not just now: a notifier that was killed between the notice and its mail does both again.
CREATE FUNCTION notices.was_told(whom uuid, of_kind text, about uuid, since timestamptz, until date)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM notices_notice told
    WHERE told.professional_id = whom AND told.kind = of_kind AND told.object_key = about
      AND told.made_at BETWEEN since AND now() - interval '10 minutes'
      AND told.due_on IS NOT DISTINCT FROM until)
$$;
REVOKE ALL ON FUNCTION notices.was_told(uuid, text, uuid, timestamptz, date) FROM PUBLIC;

-- Who may approve a mandate or a recovery that waits, who is asked to replace somebody, and whose
-- account is to be recovered; a link that works no more asks nothing of anybody.
CREATE FUNCTION notices.awaited() RETURNS TABLE (professional uuid)
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
    WHERE partners.in_force(mandate))
  SELECT approvers.professional_id FROM approvers
  UNION
  SELECT deputy.professional_id FROM mandates_deputy deputy
  JOIN approvers ON approvers.key = deputy.mandate_id
  WHERE partners.deputises(deputy)
  UNION
  SELECT deputy.professional_id FROM mandates_deputy deputy
  WHERE deputy.accepted_at IS NULL AND deputy.ended_at IS NULL
    AND deputy.valid_until > partners.today()
  UNION
  SELECT link.professional_id FROM accounts_link link
  WHERE link.kind = 'recovery' AND link.used_at IS NULL AND link.withdrawn_at IS NULL
    AND (link.expires_at IS NULL OR link.expires_at > now())
    AND NOT notices.was_told(link.professional_id, 'recovery_of_you', link.professional_id,
                             link.proposed_at, NULL)
$$;
REVOKE ALL ON FUNCTION notices.awaited() FROM PUBLIC;

-- Who may do something with a record of which an open term ends today or tomorrow, and was not told of
-- that day: what came nearer with time was told before. And whose mandate ends tomorrow.
CREATE POLICY pressing ON lifecycle_due FOR SELECT TO vijfluik_owner
  USING (current_setting('notices.pressing', true) = 'on');
CREATE FUNCTION notices.expiring() RETURNS TABLE (professional uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('notices.pressing', 'on', true);
  RETURN QUERY
  WITH ending AS MATERIALIZED (
    SELECT due.register, due.object_key, due.due_on, due.organisation_id FROM lifecycle_due due
    WHERE due.closed_at IS NULL
      AND due.due_on BETWEEN partners.today() AND partners.today() + 1),
  -- As the notices are made: where some role acts for its own organisation, who may act everywhere
  -- is told of the own one only.
  acts AS (
    SELECT DISTINCT rule.role, rule.thing, rule.purpose,
      rule.scope = 'all' AND NOT EXISTS (
        SELECT FROM access_rule owners WHERE owners.thing = rule.thing
          AND owners.action = rule.action AND owners.scope = 'own') AS everywhere
    FROM access_rule rule
    WHERE rule.action <> 'read' AND rule.thing IN (SELECT ending.register FROM ending)),
  mandated AS (
    SELECT mandate.key, mandate.professional_id, ending.object_key, ending.due_on
    FROM ending
    JOIN acts ON acts.thing = ending.register
    JOIN partners_mandate mandate ON mandate.role = acts.role
      AND mandate.for_purpose = acts.purpose
      AND (acts.everywhere OR mandate.organisation_id = ending.organisation_id)
    WHERE partners.in_force(mandate)),
  everybody AS (
    SELECT mandated.professional_id, mandated.object_key, mandated.due_on FROM mandated
    UNION
    SELECT deputy.professional_id, mandated.object_key, mandated.due_on FROM mandated
    JOIN mandates_deputy deputy ON deputy.mandate_id = mandated.key
    WHERE partners.deputises(deputy))
  SELECT everybody.professional_id FROM everybody
  WHERE NOT notices.was_told(everybody.professional_id, 'term', everybody.object_key,
                             '-infinity', everybody.due_on)
  UNION
  SELECT mandate.professional_id FROM partners_mandate mandate
  WHERE mandate.valid_until = partners.today() + 1 AND partners.in_force(mandate)
    AND NOT notices.was_told(mandate.professional_id, 'mandate_ends', mandate.key, '-infinity',
                             mandate.valid_until);
  PERFORM set_config('notices.pressing', '', true);
END $$;
REVOKE ALL ON FUNCTION notices.expiring() FROM PUBLIC;

CREATE OR REPLACE FUNCTION notices.pressed() RETURNS TABLE (professional uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  room regproc;
  part uuid[];
  found_so_far uuid[] := ARRAY(SELECT one.professional FROM notices.awaited() one
                               UNION SELECT one.professional FROM notices.expiring() one);
BEGIN
  -- Only the owner of the tables has functions of its own; nobody else adds anybody.
  FOR room IN
    SELECT p.oid::regproc FROM pg_proc p
    WHERE p.proname = 'pressed' AND p.pronargs = 0 AND p.proretset
      AND p.prorettype = 'uuid'::regtype AND p.proowner = 'vijfluik_owner'::regrole
      AND p.pronamespace <> 'notices'::regnamespace
    ORDER BY p.oid::regproc::text
  LOOP
    EXECUTE format('SELECT array_agg(one.professional) FROM %s() one', room) INTO part;
    found_so_far := found_so_far || part;
  END LOOP;
  RETURN QUERY SELECT person.key FROM partners_professional person
  WHERE person.is_active AND person.key = ANY (found_so_far) ORDER BY person.key;
END $$;
