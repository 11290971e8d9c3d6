-- Notices behind row-level security. With an actor: one's own, and of those only what refers to
-- something that the actor may see; for whoever administers accounts also which mails could not be
-- sent. The clock gathers whom to tell and sends; it reads no notice and no name.

CREATE SCHEMA notices;
GRANT USAGE ON SCHEMA notices TO vijfluik_app, vijfluik_clock;

-- Whether the actor may read a thing for any purpose at all: what is administered is read on other
-- pages than those that show the notices.
CREATE FUNCTION notices.open_to_actor(wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*) > 0 FROM partners_mandate mandate
  JOIN partners_professional professional ON professional.key = mandate.professional_id
  JOIN access_rule rule ON rule.role = mandate.role AND rule.purpose = mandate.for_purpose
  WHERE mandate.professional_id = partners.actor() AND professional.is_active
    AND partners.in_force(mandate) AND rule.thing = wanted AND rule.action = 'read'
$$;

GRANT SELECT, INSERT ON notices_notice TO vijfluik_app;
GRANT UPDATE (read_at, mail_id) ON notices_notice TO vijfluik_app;
ALTER TABLE notices_notice ENABLE ROW LEVEL SECURITY;
-- A term is seen where its due date is: with its record, by the walls of its room.
CREATE POLICY notice_read ON notices_notice FOR SELECT TO vijfluik_app
  USING (professional_id = (SELECT partners.actor())
    AND (kind = 'mandate_ends' OR kind = 'deputy_asked' OR kind = 'recovery_of_you'
      OR EXISTS (SELECT FROM lifecycle_due due WHERE due.key = notices_notice.due)
      OR (notices_notice.due IS NULL AND notices.open_to_actor(thing::text))));
CREATE POLICY notice_make ON notices_notice FOR INSERT TO vijfluik_app
  WITH CHECK (professional_id = (SELECT partners.actor()) AND read_at IS NULL);
CREATE POLICY notice_change ON notices_notice FOR UPDATE TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()));
-- What is half a year old goes.
GRANT SELECT (made_at), DELETE ON notices_notice TO vijfluik_clock;
CREATE POLICY notice_old ON notices_notice FOR ALL TO vijfluik_clock
  USING (made_at < now() - interval '180 days');

GRANT SELECT, INSERT ON notices_mail TO vijfluik_app;
ALTER TABLE notices_mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY mail_own ON notices_mail FOR SELECT TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()));
CREATE POLICY mail_unsent ON notices_mail FOR SELECT TO vijfluik_app
  USING (fault <> '' AND (SELECT access.everywhere('accounts', 'read')));
CREATE POLICY mail_make ON notices_mail FOR INSERT TO vijfluik_app
  WITH CHECK (professional_id = (SELECT partners.actor()) AND tries = 0 AND sent_at IS NULL
    AND given_up_at IS NULL);
GRANT SELECT, DELETE ON notices_mail TO vijfluik_clock;
GRANT UPDATE (next_try_at, tries, tried_at, sent_at, given_up_at, fault) ON notices_mail
  TO vijfluik_clock;
CREATE POLICY mail_clock_read ON notices_mail FOR SELECT TO vijfluik_clock USING (true);
CREATE POLICY mail_clock_send ON notices_mail FOR UPDATE TO vijfluik_clock
  USING (sent_at IS NULL AND given_up_at IS NULL) WITH CHECK (true);
CREATE POLICY mail_clock_old ON notices_mail FOR DELETE TO vijfluik_clock
  USING (made_at < now() - interval '180 days');

GRANT SELECT, INSERT ON notices_setting TO vijfluik_app;
GRANT UPDATE (rhythm, address, confirmed_at, asked, asked_mail) ON notices_setting TO vijfluik_app;
ALTER TABLE notices_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY setting_own ON notices_setting TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()))
  WITH CHECK (professional_id = (SELECT partners.actor()));

GRANT SELECT, INSERT ON notices_feed TO vijfluik_app;
GRANT UPDATE (withdrawn_at) ON notices_feed TO vijfluik_app;
ALTER TABLE notices_feed ENABLE ROW LEVEL SECURITY;
CREATE POLICY feed_own ON notices_feed TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()))
  WITH CHECK (professional_id = (SELECT partners.actor()));

-- Of nobody: a moment.
GRANT SELECT ON notices_round TO vijfluik_app, vijfluik_clock;
GRANT INSERT, UPDATE ON notices_round TO vijfluik_clock;
ALTER TABLE notices_round ENABLE ROW LEVEL SECURITY;
CREATE POLICY round_read ON notices_round FOR SELECT TO vijfluik_app USING (true);
CREATE POLICY round_clock ON notices_round TO vijfluik_clock USING (true) WITH CHECK (true);

-- Whom to look for: everybody in service, by key. The clock learns no name.
CREATE FUNCTION notices.people() RETURNS TABLE (professional uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT key FROM partners_professional WHERE is_active ORDER BY key
$$;

-- Where one mail goes, sealed with a key that the database has not; no row for who left. A mail that
-- asks for confirmation goes to the address that is to be confirmed.
CREATE FUNCTION notices.addressed(wanted uuid)
RETURNS TABLE (professional uuid, language text, sealed bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp ROWS 1 AS $$
  SELECT person.key, person.language::text,
    CASE WHEN mail.reason = 'address'
      THEN CASE WHEN setting.asked_mail = mail.key THEN setting.asked END
      ELSE setting.address END
  FROM notices_mail mail
  JOIN partners_professional person ON person.key = mail.professional_id AND person.is_active
  JOIN notices_setting setting ON setting.professional_id = mail.professional_id
  WHERE mail.key = wanted
$$;

-- Whose calendar link it is, by the hash of its secret, while it works.
CREATE FUNCTION notices.feed(wanted bytea) RETURNS TABLE (key uuid, professional uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp ROWS 1 AS $$
  SELECT found.key, found.professional_id FROM notices_feed found
  JOIN partners_professional person ON person.key = found.professional_id AND person.is_active
  WHERE found.digest = wanted AND found.withdrawn_at IS NULL
$$;

-- Who leaves takes along where mail went; a mail that waits finds no address any more.
CREATE FUNCTION notices.forget() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM notices_setting WHERE professional_id = NEW.key;
  UPDATE notices_feed SET withdrawn_at = now()
  WHERE professional_id = NEW.key AND withdrawn_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER notices_forget AFTER UPDATE ON partners_professional
  FOR EACH ROW WHEN (OLD.is_active AND NOT NEW.is_active) EXECUTE FUNCTION notices.forget();

-- What the actor was told and sees, and whether it still waits. As who asks, so with all walls; in
-- PL/pgSQL, which plans once per session: planning the walls of every room takes longer than asking.
CREATE FUNCTION notices.known()
RETURNS TABLE (key uuid, kind text, object_key uuid, moment text, unread boolean, waits boolean)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT told.key, told.kind::text, told.object_key, told.moment::text,
    told.read_at IS NULL, told.kind <> 'term' OR EXISTS (
      SELECT FROM lifecycle_due due WHERE due.key = told.due AND due.closed_at IS NULL)
  FROM notices_notice told WHERE told.professional_id = partners.actor();
END $$;

-- How many the frame of a page says are new.
CREATE FUNCTION notices.unread() RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (SELECT count(*) FROM notices_notice told
    WHERE told.professional_id = partners.actor() AND told.read_at IS NULL
      AND (told.kind <> 'term' OR EXISTS (
        SELECT FROM lifecycle_due due WHERE due.key = told.due AND due.closed_at IS NULL)));
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA notices FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notices.open_to_actor(text), notices.feed(bytea), notices.known(),
  notices.unread() TO vijfluik_app;
GRANT EXECUTE ON FUNCTION notices.people(), notices.addressed(uuid) TO vijfluik_clock;
