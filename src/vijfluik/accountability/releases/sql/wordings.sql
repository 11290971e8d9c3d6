-- What was written of a release: its makers read it and add to it while it is a draft, each in their
-- own name; nobody changes what stands there.
GRANT SELECT, INSERT ON releases_wording TO vijfluik_app;
ALTER TABLE releases_wording ENABLE ROW LEVEL SECURITY;
ALTER TABLE releases_wording FORCE ROW LEVEL SECURITY;
CREATE POLICY wording_read ON releases_wording FOR SELECT TO vijfluik_app
  USING (EXISTS (
    SELECT FROM releases_release release
    WHERE release.key = release_id
      AND ((SELECT access.everywhere('releases', 'read'))
           OR release.organisation_id = ANY ((SELECT access.organisations('releases', 'read'))::text[]))));
CREATE POLICY wording_insert ON releases_wording FOR INSERT TO vijfluik_app
  WITH CHECK (written_by_id = (SELECT partners.actor()) AND written_at = now() AND EXISTS (
    SELECT FROM releases_release release
    WHERE release.key = release_id AND release.state = 'draft'
      AND ((SELECT access.everywhere('releases', 'correct'))
           OR release.organisation_id = ANY ((SELECT access.organisations('releases', 'correct'))::text[]))));

-- For everybody, the owner of the tables too.
CREATE FUNCTION releases.keep_wording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was written of a release never changes' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER keep_wording BEFORE UPDATE OR DELETE ON releases_wording
  FOR EACH ROW EXECUTE FUNCTION releases.keep_wording();
