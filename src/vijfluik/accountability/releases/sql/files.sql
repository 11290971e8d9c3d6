-- Files are added in the transaction of the step that adopts them, by who takes it, and stay.
GRANT SELECT, INSERT ON releases_file TO vijfluik_app;
ALTER TABLE releases_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE releases_file FORCE ROW LEVEL SECURITY;
ALTER TABLE releases_file ADD CONSTRAINT release_file_is_its_hash CHECK (
  sha256 = encode(sha256(content), 'hex') AND size = octet_length(content));

CREATE POLICY file_read ON releases_file FOR SELECT TO vijfluik_app
  USING (EXISTS (SELECT FROM releases_release release WHERE release.key = release_id));
CREATE POLICY file_insert ON releases_file FOR INSERT TO vijfluik_app
  WITH CHECK (EXISTS (
    SELECT FROM releases_releasestep step
    WHERE step.key = adopted_in_id AND step.release_id = releases_file.release_id
      AND step.edge = 'adopt' AND step.registered_at = now()
      AND step.taken_by_id = (SELECT partners.actor())));

-- For everybody, the owner of the tables too.
CREATE FUNCTION releases.keep_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a file of a release never changes' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER keep_file BEFORE UPDATE OR DELETE ON releases_file
  FOR EACH ROW EXECUTE FUNCTION releases.keep_file();

-- Warnings that somebody takes responsibility for: in their own name, while there is something to
-- decide, and never changed.
GRANT SELECT, INSERT ON releases_acknowledgement TO vijfluik_app;
ALTER TABLE releases_acknowledgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE releases_acknowledgement FORCE ROW LEVEL SECURITY;
CREATE POLICY acknowledgement_read ON releases_acknowledgement FOR SELECT TO vijfluik_app
  USING (EXISTS (
    SELECT FROM releases_release release
    WHERE release.key = release_id
      AND ((SELECT access.everywhere('releases', 'read'))
           OR release.organisation_id = ANY ((SELECT access.organisations('releases', 'read'))::text[]))));
CREATE POLICY acknowledgement_insert ON releases_acknowledgement FOR INSERT TO vijfluik_app
  WITH CHECK (by_id = (SELECT partners.actor()) AND reason <> '' AND EXISTS (
    SELECT FROM releases_release release
    WHERE release.key = release_id AND (release.state = 'draft' OR release.state = 'in_check')
      AND ((SELECT access.steps_everywhere('releases'))
           OR release.organisation_id = ANY ((SELECT access.steps_at('releases'))::text[]))));
