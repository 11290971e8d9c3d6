-- Mandates behind row-level security: one's own, and all for whoever administers or oversees them.
-- They are proposed, approved, reviewed and ended; nobody deletes one or changes its words.
GRANT INSERT ON partners_mandate TO vijfluik_app;
GRANT UPDATE (approved_by_id, approved_at, reviewed_by_id, reviewed_on, ended_by_id, ended_at,
  end_reason) ON partners_mandate TO vijfluik_app;

ALTER TABLE partners_mandate ENABLE ROW LEVEL SECURITY;
CREATE POLICY mandate_own ON partners_mandate FOR SELECT TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()));
CREATE POLICY mandate_read ON partners_mandate FOR SELECT TO vijfluik_app
  USING ((SELECT access.everywhere('mandates', 'read')));
CREATE POLICY mandate_propose ON partners_mandate FOR INSERT TO vijfluik_app
  WITH CHECK ((SELECT access.everywhere('mandates', 'grant'))
    AND proposed_by_id = (SELECT partners.actor())
    AND proposed_at BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
    AND approved_by_id IS NULL AND reviewed_by_id IS NULL AND ended_by_id IS NULL);
-- What becomes of it is for the guard below, which knows what it was.
CREATE POLICY mandate_change ON partners_mandate FOR UPDATE TO vijfluik_app
  USING ((SELECT access.everywhere('mandates', 'approve'))
    OR (SELECT access.everywhere('mandates', 'review'))
    OR (SELECT access.everywhere('mandates', 'end')));

-- Not SECURITY DEFINER: it binds the application, while the owner may put right and load. That the
-- three people differ is a constraint of the table and binds the owner too.
CREATE FUNCTION access.guard_mandate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  IF OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'a mandate that was ended stays as it is' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.approved_by_id, NEW.approved_at) IS DISTINCT FROM (OLD.approved_by_id, OLD.approved_at)
  THEN
    IF OLD.approved_by_id IS NOT NULL OR NEW.valid_until <= partners.today() THEN
      RAISE EXCEPTION 'an approval is given once, and not after its mandate has lapsed'
        USING ERRCODE = 'check_violation';
    END IF;
    PERFORM access.check_hand('approve', NEW.approved_by_id, NEW.approved_at);
  END IF;
  IF (NEW.reviewed_by_id, NEW.reviewed_on) IS DISTINCT FROM (OLD.reviewed_by_id, OLD.reviewed_on)
  THEN
    IF NOT partners.in_force(OLD) OR NEW.reviewed_on <> partners.today() THEN
      RAISE EXCEPTION 'a review is of today, and of a mandate in force'
        USING ERRCODE = 'check_violation';
    END IF;
    PERFORM access.check_hand('review', NEW.reviewed_by_id, now());
  END IF;
  IF (NEW.ended_by_id, NEW.ended_at, NEW.end_reason)
     IS DISTINCT FROM (OLD.ended_by_id, OLD.ended_at, OLD.end_reason) THEN
    PERFORM access.check_hand('end', NEW.ended_by_id, NEW.ended_at);
  END IF;
  RETURN NEW;
END $$;

-- The hand is that of the actor, who may do it, and now.
CREATE FUNCTION access.check_hand(wanted text, hand uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF hand IS DISTINCT FROM partners.actor() OR NOT access.everywhere('mandates', wanted)
     OR at IS NULL OR at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
  THEN
    RAISE EXCEPTION 'this actor may not % a mandate, or not in that name or at that moment', wanted
      USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

CREATE TRIGGER guard BEFORE UPDATE ON partners_mandate
  FOR EACH ROW EXECUTE FUNCTION access.guard_mandate();
