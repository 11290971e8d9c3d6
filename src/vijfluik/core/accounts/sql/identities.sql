-- Ties of accounts to subjects of a provider. One's own, made with a link that was used in the same
-- minute; for whoever administers accounts that there is one, and to break it. Without an actor: one
-- by its hash, through a function.

GRANT SELECT, INSERT, DELETE ON accounts_identity TO vijfluik_app;
ALTER TABLE accounts_identity ENABLE ROW LEVEL SECURITY;
CREATE POLICY identity_own ON accounts_identity FOR SELECT TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()));
CREATE POLICY identity_read ON accounts_identity FOR SELECT TO vijfluik_app
  USING ((SELECT access.everywhere('accounts', 'read')));
CREATE POLICY identity_make ON accounts_identity FOR INSERT TO vijfluik_app
  WITH CHECK (professional_id = (SELECT partners.actor()));
CREATE POLICY identity_break ON accounts_identity FOR DELETE TO vijfluik_app
  USING (professional_id = (SELECT partners.actor())
    OR ((SELECT access.everywhere('accounts', 'end'))
      AND professional_id <> (SELECT partners.actor())));

-- Both guards run as the owner: neither table shows the one who writes to the other what is another's.
CREATE FUNCTION accounts.guard_identity() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM accounts_link link WHERE link.key = NEW.link_id
                 AND link.professional_id = NEW.professional_id AND link.withdrawn_at IS NULL
                 AND link.used_at BETWEEN now() - interval '1 minute' AND now() + interval '1 minute')
  THEN
    RAISE EXCEPTION 'an account is tied to a subject by using its link, and in no other way'
      USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM accounts_password WHERE professional_id = NEW.professional_id)
     OR EXISTS (SELECT FROM accounts_authenticator WHERE professional_id = NEW.professional_id)
     OR EXISTS (SELECT FROM accounts_passkey WHERE professional_id = NEW.professional_id) THEN
    RAISE EXCEPTION 'whoever comes in by a provider has nothing else that proves who it is'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON accounts_identity
  FOR EACH ROW EXECUTE FUNCTION accounts.guard_identity();

CREATE FUNCTION accounts.guard_proof() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM accounts_identity WHERE professional_id = NEW.professional_id) THEN
    RAISE EXCEPTION 'whoever comes in by a provider has nothing else that proves who it is'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON accounts_password
  FOR EACH ROW EXECUTE FUNCTION accounts.guard_proof();
CREATE TRIGGER guard BEFORE INSERT ON accounts_authenticator
  FOR EACH ROW EXECUTE FUNCTION accounts.guard_proof();
CREATE TRIGGER guard BEFORE INSERT ON accounts_passkey
  FOR EACH ROW EXECUTE FUNCTION accounts.guard_proof();

-- Who left is nobody's subject any more: who comes back gets a new account, by the same provider.
CREATE FUNCTION accounts.untie() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM accounts_identity WHERE professional_id = NEW.professional_id;
  RETURN NULL;
END $$;
CREATE TRIGGER untie AFTER UPDATE ON accounts_account
  FOR EACH ROW WHEN (OLD.left_at IS NULL AND NEW.left_at IS NOT NULL)
  EXECUTE FUNCTION accounts.untie();

-- Whose subject it is, by its hash; no row for who is out of service.
CREATE FUNCTION accounts.identity(wanted bytea) RETURNS TABLE (professional uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp ROWS 1 AS $$
  SELECT found.professional_id
  FROM accounts_identity found
  JOIN partners_professional person ON person.key = found.professional_id
  JOIN accounts_account account ON account.professional_id = person.key
  WHERE found.digest = wanted AND person.is_active AND account.activated_at IS NOT NULL
$$;

REVOKE ALL ON FUNCTION accounts.guard_identity(), accounts.guard_proof(), accounts.untie(),
  accounts.identity(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accounts.identity(bytea) TO vijfluik_app;
