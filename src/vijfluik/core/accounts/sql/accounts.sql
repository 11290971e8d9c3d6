-- Accounts behind row-level security. With an actor: what is one's own, and for whoever administers
-- accounts that somebody has one, its links and its visits; never what proves who somebody is.
-- Without an actor: nothing but the functions below, which answer for one name, one passkey, one
-- link or one visit. They run as the owner (the tables are not FORCEd, so that they may).

CREATE SCHEMA accounts;
GRANT USAGE ON SCHEMA accounts TO vijfluik_app;

-- Somebody who is invited: written by who may invite, in service, with no right to anything.
GRANT INSERT ON partners_professional TO vijfluik_app;
CREATE POLICY professional_invited ON partners_professional FOR INSERT TO vijfluik_app
  WITH CHECK ((SELECT access.everywhere('accounts', 'invite')) AND is_active
    AND last_login IS NULL AND key <> (SELECT partners.actor()));

GRANT SELECT, INSERT ON accounts_account TO vijfluik_app;
GRANT UPDATE (activated_at, reviewed_on, reviewed_by_id, left_at, left_by_id, leave_reason)
  ON accounts_account TO vijfluik_app;
ALTER TABLE accounts_account ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_own ON accounts_account FOR SELECT TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()));
CREATE POLICY account_read ON accounts_account FOR SELECT TO vijfluik_app
  USING ((SELECT access.everywhere('accounts', 'read')));
CREATE POLICY account_invite ON accounts_account FOR INSERT TO vijfluik_app
  WITH CHECK ((SELECT access.everywhere('accounts', 'invite'))
    AND invited_by_id = (SELECT partners.actor()) AND activated_at IS NULL AND left_at IS NULL);
-- What may become of it is for the guard below.
CREATE POLICY account_change ON accounts_account FOR UPDATE TO vijfluik_app
  USING (professional_id = (SELECT partners.actor())
    OR (SELECT access.everywhere('accounts', 'review'))
    OR (SELECT access.everywhere('accounts', 'end')));

CREATE FUNCTION accounts.guard_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  IF OLD.left_at IS NOT NULL THEN
    RAISE EXCEPTION 'who left does not come back under this account'
      USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.activated_at IS DISTINCT FROM OLD.activated_at
     AND (OLD.activated_at IS NOT NULL OR NEW.professional_id <> partners.actor()) THEN
    RAISE EXCEPTION 'somebody takes an account in use oneself, and once'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (NEW.reviewed_on, NEW.reviewed_by_id) IS DISTINCT FROM (OLD.reviewed_on, OLD.reviewed_by_id)
     AND (NEW.reviewed_by_id IS DISTINCT FROM partners.actor()
          OR NEW.reviewed_on <> partners.today()
          OR NOT access.everywhere('accounts', 'review')) THEN
    RAISE EXCEPTION 'a review is of today, by who may'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (NEW.left_at, NEW.left_by_id, NEW.leave_reason)
     IS DISTINCT FROM (OLD.left_at, OLD.left_by_id, OLD.leave_reason)
     AND (NEW.left_by_id IS DISTINCT FROM partners.actor()
          OR NOT access.everywhere('accounts', 'end')) THEN
    RAISE EXCEPTION 'an account is ended by who may' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON accounts_account
  FOR EACH ROW EXECUTE FUNCTION accounts.guard_account();

-- Out of service with the account: nothing else takes somebody out. As the owner, because nobody
-- else may change that column; the guard above let the account go first.
CREATE FUNCTION accounts.out_of_service() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE partners_professional SET is_active = false WHERE key = NEW.professional_id;
  UPDATE accounts_visit SET ended_at = now(), ended_by_id = NEW.left_by_id, ended_because = 'left'
  WHERE professional_id = NEW.professional_id AND ended_at IS NULL;
  UPDATE accounts_link SET withdrawn_at = now(), withdrawn_by_id = NEW.left_by_id
  WHERE professional_id = NEW.professional_id AND used_at IS NULL AND withdrawn_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER out_of_service AFTER UPDATE ON accounts_account
  FOR EACH ROW WHEN (OLD.left_at IS NULL AND NEW.left_at IS NOT NULL)
  EXECUTE FUNCTION accounts.out_of_service();

-- Links: made by who may invite or recover, read by who administers, used by whose it is.
GRANT SELECT, INSERT ON accounts_link TO vijfluik_app;
GRANT UPDATE (approved_by_id, approved_at, digest, expires_at, used_at, withdrawn_at,
  withdrawn_by_id) ON accounts_link TO vijfluik_app;
ALTER TABLE accounts_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY link_own ON accounts_link FOR SELECT TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()));
CREATE POLICY link_read ON accounts_link FOR SELECT TO vijfluik_app
  USING ((SELECT access.everywhere('accounts', 'read')));
CREATE POLICY link_invite ON accounts_link FOR INSERT TO vijfluik_app
  WITH CHECK (proposed_by_id = (SELECT partners.actor()) AND used_at IS NULL
    AND approved_by_id IS NULL AND (kind = 'invitation' OR digest IS NULL)
    AND ((kind = 'invitation' AND (SELECT access.everywhere('accounts', 'invite')))
      OR (kind = 'recovery' AND (SELECT access.everywhere('accounts', 'recover'))))
    AND proposed_at BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes');
CREATE POLICY link_change ON accounts_link FOR UPDATE TO vijfluik_app
  USING (professional_id = (SELECT partners.actor())
    OR (SELECT access.everywhere('accounts', 'approve'))
    OR (SELECT access.everywhere('accounts', 'invite')));

CREATE FUNCTION accounts.guard_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- For the owner too: an invitation to an account in use would be a recovery by one.
  IF TG_OP = 'INSERT' AND NEW.kind = 'invitation' AND EXISTS (
    SELECT FROM accounts_account WHERE professional_id = NEW.professional_id
      AND activated_at IS NOT NULL) AND current_user = 'vijfluik_app' THEN
    RAISE EXCEPTION 'an account in use is recovered, by two, and not invited again'
      USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' OR current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  IF OLD.used_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'a link is used once, or not any more' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.approved_by_id, NEW.approved_at, NEW.digest, NEW.expires_at)
     IS DISTINCT FROM (OLD.approved_by_id, OLD.approved_at, OLD.digest, OLD.expires_at)
     AND (OLD.digest IS NOT NULL OR NEW.kind <> 'recovery'
          OR NEW.approved_by_id IS DISTINCT FROM partners.actor()
          OR NOT access.everywhere('accounts', 'approve')) THEN
    RAISE EXCEPTION 'a recovery is approved once, by another who may'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.used_at IS NOT NULL
     AND (NEW.professional_id <> partners.actor() OR OLD.digest IS NULL OR OLD.expires_at <= now())
  THEN
    RAISE EXCEPTION 'a link is used by whose it is, while it works'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON accounts_link
  FOR EACH ROW EXECUTE FUNCTION accounts.guard_link();

-- What proves who somebody is: one's own and nobody else's, administrators included.
GRANT SELECT, INSERT, DELETE ON accounts_password, accounts_authenticator, accounts_passkey
  TO vijfluik_app;
GRANT UPDATE (encoded, set_at) ON accounts_password TO vijfluik_app;
GRANT UPDATE (sealed, last_step, set_at) ON accounts_authenticator TO vijfluik_app;
GRANT UPDATE (uses, used_at) ON accounts_passkey TO vijfluik_app;
ALTER TABLE accounts_password ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts_authenticator ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts_passkey ENABLE ROW LEVEL SECURITY;
CREATE POLICY password_own ON accounts_password TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()))
  WITH CHECK (professional_id = (SELECT partners.actor()));
CREATE POLICY authenticator_own ON accounts_authenticator TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()))
  WITH CHECK (professional_id = (SELECT partners.actor()));
CREATE POLICY passkey_own ON accounts_passkey TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()))
  WITH CHECK (professional_id = (SELECT partners.actor()));

-- Visits: begun by oneself, ended by oneself or by who may.
GRANT SELECT, INSERT ON accounts_visit TO vijfluik_app;
GRANT UPDATE (proven_at, ended_at, ended_by_id, ended_because) ON accounts_visit TO vijfluik_app;
ALTER TABLE accounts_visit ENABLE ROW LEVEL SECURITY;
CREATE POLICY visit_own ON accounts_visit FOR SELECT TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()));
CREATE POLICY visit_read ON accounts_visit FOR SELECT TO vijfluik_app
  USING ((SELECT access.everywhere('accounts', 'read')));
CREATE POLICY visit_begin ON accounts_visit FOR INSERT TO vijfluik_app
  WITH CHECK (professional_id = (SELECT partners.actor()) AND ended_at IS NULL);
CREATE POLICY visit_change ON accounts_visit FOR UPDATE TO vijfluik_app
  USING (professional_id = (SELECT partners.actor())
    OR (SELECT access.everywhere('accounts', 'end')));

CREATE FUNCTION accounts.guard_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  IF OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'a visit that ended stays so' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.proven_at IS DISTINCT FROM OLD.proven_at AND NEW.professional_id <> partners.actor() THEN
    RAISE EXCEPTION 'somebody proves oneself' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.ended_at IS NOT NULL AND NEW.ended_by_id IS DISTINCT FROM partners.actor() THEN
    RAISE EXCEPTION 'a visit is ended in one''s own name'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON accounts_visit
  FOR EACH ROW EXECUTE FUNCTION accounts.guard_visit();

-- A visit is seen: it goes on, or is over by now. The application says which moment it is, so that
-- its clock is the only one that counts. Noted to within ten seconds: a write for each request would
-- cost more than many a page, and ends a visit that much early at most.
CREATE FUNCTION accounts.seen(wanted uuid, at timestamptz, idle interval, whole interval)
RETURNS TABLE (professional uuid, proven_at timestamptz, standing text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found accounts_visit;
  because text;
BEGIN
  SELECT * INTO found FROM accounts_visit WHERE key = wanted;
  IF found.key IS NULL THEN
    RETURN;
  END IF;
  IF found.ended_at IS NOT NULL THEN
    RETURN QUERY SELECT found.professional_id, found.proven_at, found.ended_because::text;
    RETURN;
  END IF;
  because := CASE WHEN at - found.started_at >= whole THEN 'over'
                  WHEN at - found.seen_at >= idle THEN 'idle' END;
  IF because IS NOT NULL THEN
    UPDATE accounts_visit SET ended_at = at, ended_because = because
      WHERE key = wanted AND ended_at IS NULL;
  ELSIF at - found.seen_at >= interval '10 seconds' THEN
    UPDATE accounts_visit SET seen_at = greatest(seen_at, at) WHERE key = wanted;
  END IF;
  RETURN QUERY SELECT found.professional_id, found.proven_at, coalesce(because, 'open');
END $$;

-- What one person proves with, by the whole name; no row for who is not there or not in use.
CREATE FUNCTION accounts.proof_named(wanted text)
RETURNS TABLE (professional uuid, encoded text, sealed bytea, last_step bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp ROWS 1 AS $$
  SELECT person.key, word.encoded, app.sealed, app.last_step
  FROM partners_professional person
  JOIN accounts_account account ON account.professional_id = person.key
  JOIN accounts_password word ON word.professional_id = person.key
  JOIN accounts_authenticator app ON app.professional_id = person.key
  WHERE person.username = wanted AND person.is_active AND account.activated_at IS NOT NULL
$$;

-- One passkey by its identifier, which its device tells.
CREATE FUNCTION accounts.passkey(wanted bytea)
RETURNS TABLE (key uuid, professional uuid, attested bytea, uses bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp ROWS 1 AS $$
  SELECT found.key, found.professional_id, found.attested, found.uses
  FROM accounts_passkey found
  JOIN partners_professional person ON person.key = found.professional_id
  WHERE found.credential = wanted AND person.is_active
$$;

-- Whose link it is, by the hash of its secret, while it works.
CREATE FUNCTION accounts.link(wanted bytea, at timestamptz)
RETURNS TABLE (key uuid, professional uuid, kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp ROWS 1 AS $$
  SELECT found.key, found.professional_id, found.kind
  FROM accounts_link found
  JOIN partners_professional person ON person.key = found.professional_id
  WHERE found.digest = wanted AND found.used_at IS NULL AND found.withdrawn_at IS NULL
    AND found.expires_at > at AND person.is_active
$$;

-- Attempts. Each is noted before it is looked at, so that a hundred at once are counted as well; what
-- succeeds is forgotten. Answers the moment from which to try again, or nothing when it may be now.
-- An attempt that must wait is not noted: waiting never grows, and nobody is shut out for ever.
CREATE FUNCTION accounts.attempt(
  subjects bytea[], most integer[], at timestamptz, within interval, noted uuid
) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  until timestamptz;
  again timestamptz;
BEGIN
  FOR place IN 1 .. cardinality(subjects) LOOP
    -- In the order given; the same everywhere, so that two never wait for one another.
    PERFORM pg_advisory_xact_lock(hashtextextended(encode(subjects[place], 'hex'), 7));
    SELECT found.at + within INTO again FROM accounts_attempt found
      WHERE found.subject = subjects[place] AND found.at > attempt.at - within
      ORDER BY found.at DESC OFFSET most[place] - 1 LIMIT 1;
    until := greatest(until, again);
  END LOOP;
  IF until IS NULL THEN
    DELETE FROM accounts_attempt WHERE accounts_attempt.at <= attempt.at - within;
    INSERT INTO accounts_attempt (key, subject, at)
      SELECT uuid_in(md5(noted::text || place)::cstring), subjects[place], attempt.at
      FROM generate_subscripts(subjects, 1) AS place;
  END IF;
  RETURN until;
END $$;
-- It succeeded: this attempt is forgotten, and so are all others for this name.
CREATE FUNCTION accounts.succeeded(account bytea, noted uuid, places integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM accounts_attempt WHERE subject = account
    OR key IN (SELECT uuid_in(md5(noted::text || place)::cstring)
               FROM generate_series(1, places) AS place)
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA accounts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accounts.seen(uuid, timestamptz, interval, interval),
  accounts.proof_named(text), accounts.passkey(bytea), accounts.link(bytea, timestamptz),
  accounts.attempt(bytea[], integer[], timestamptz, interval, uuid),
  accounts.succeeded(bytea, uuid, integer) TO vijfluik_app;

-- Who was here before accounts had a table: in use, looked at today. Mandates stay what they were.
INSERT INTO accounts_account (professional_id, invited_at, activated_at, reviewed_on, leave_reason)
SELECT key, now(), now(), partners.today(), '' FROM partners_professional;
