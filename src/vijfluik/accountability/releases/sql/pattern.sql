-- No file of a release is kept while what it hides waits for a second name, whatever code writes it.
-- A publication without protected tables has no pattern at all.
CREATE FUNCTION releases.pattern_signed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM disclosure_pattern pattern JOIN releases_release release
      ON pattern.publication = 'rapportage:' || release.report AND pattern.as_of = release.as_of
    WHERE release.key = NEW.release_id
  ) AND NOT EXISTS (
    SELECT FROM disclosure_pattern pattern JOIN releases_release release
      ON pattern.publication = 'rapportage:' || release.report AND pattern.as_of = release.as_of
    WHERE release.key = NEW.release_id AND pattern.state = 'adopted'
  ) THEN
    RAISE EXCEPTION 'what the release hides was not signed by a second person'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pattern_signed BEFORE INSERT ON releases_file
  FOR EACH ROW EXECUTE FUNCTION releases.pattern_signed();
