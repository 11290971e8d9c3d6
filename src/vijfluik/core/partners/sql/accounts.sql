-- Accounts behind row-level security. Without an actor no row is seen: signing in and a session ask
-- for one account by name or key, through functions that run as the owner (and the table is not
-- FORCEd, so that they may). With an actor: oneself, and colleagues for whoever may do anything.
ALTER TABLE partners_professional ENABLE ROW LEVEL SECURITY;
CREATE POLICY professional_self ON partners_professional FOR SELECT TO vijfluik_app
  USING (key = (SELECT partners.actor()));
CREATE POLICY professional_colleagues ON partners_professional FOR SELECT TO vijfluik_app
  USING ((SELECT EXISTS (SELECT FROM access.rules())));
-- The day of last signing in and the language; other columns are not granted.
CREATE POLICY professional_own_settings ON partners_professional FOR UPDATE TO vijfluik_app
  USING (key = (SELECT partners.actor())) WITH CHECK (key = (SELECT partners.actor()));

-- One account that is in service, by its random key: whose session it is.
CREATE FUNCTION partners.account(wanted uuid) RETURNS SETOF partners_professional
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
ROWS 1 AS $$
  SELECT * FROM partners_professional WHERE key = wanted AND is_active
$$;

-- The same by its whole name: who is signing in.
CREATE FUNCTION partners.account_named(wanted text) RETURNS SETOF partners_professional
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
ROWS 1 AS $$
  SELECT * FROM partners_professional WHERE username = wanted AND is_active
$$;

-- What one account may act on today; nothing for who left.
CREATE FUNCTION partners.grants(wanted uuid)
RETURNS TABLE (key uuid, role text, organisation text, purpose text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT mandate.key, mandate.role, mandate.organisation_id, mandate.for_purpose
  FROM partners_mandate mandate
  JOIN partners_professional professional ON professional.key = mandate.professional_id
  WHERE mandate.professional_id = wanted AND professional.is_active
    AND partners.in_force(mandate)
  ORDER BY mandate.valid_from, mandate.key
$$;

-- Everybody, to choose from; in a demonstration, and in no other database.
CREATE FUNCTION partners.demonstration_accounts()
RETURNS TABLE (username text, name text, organisation text, roles text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT professional.username, professional.name, employer.name,
    ARRAY(SELECT DISTINCT mandate.role::text FROM partners_mandate mandate
          WHERE mandate.professional_id = professional.key AND partners.in_force(mandate)
          ORDER BY 1)
  FROM partners_professional professional
  JOIN partners_organisation employer ON employer.code = professional.organisation_id
  WHERE professional.is_active AND EXISTS (SELECT FROM versions.demonstration)
  ORDER BY employer.name, professional.name
$$;

REVOKE EXECUTE ON FUNCTION partners.account(uuid), partners.account_named(text),
  partners.grants(uuid), partners.demonstration_accounts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION partners.account(uuid), partners.account_named(text),
  partners.grants(uuid), partners.demonstration_accounts() TO vijfluik_app;
