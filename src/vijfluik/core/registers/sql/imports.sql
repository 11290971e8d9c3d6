-- An import and a staged file are their uploader's alone; to read in at all takes a rule for the
-- register somewhere.
GRANT SELECT, INSERT ON registers_importbatch TO vijfluik_app;
GRANT UPDATE (held_back) ON registers_importbatch TO vijfluik_app;
GRANT SELECT, INSERT, DELETE ON registers_stagedfile TO vijfluik_app;

ALTER TABLE registers_importbatch ENABLE ROW LEVEL SECURITY;
ALTER TABLE registers_importbatch FORCE ROW LEVEL SECURITY;
CREATE POLICY import_batch_own ON registers_importbatch TO vijfluik_app
  USING (imported_by_id = partners.actor())
  WITH CHECK (
    imported_by_id = partners.actor()
    AND (access.everywhere(register, 'import') OR access.organisations(register, 'import') <> '{}'));

ALTER TABLE registers_stagedfile ENABLE ROW LEVEL SECURITY;
ALTER TABLE registers_stagedfile FORCE ROW LEVEL SECURITY;
CREATE POLICY staged_file_own ON registers_stagedfile TO vijfluik_app
  USING (staged_by_id = partners.actor())
  WITH CHECK (staged_by_id = partners.actor());
