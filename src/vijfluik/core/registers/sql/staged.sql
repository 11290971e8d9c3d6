-- A file is kept for a preview only where its person may read files in at all: a register that takes
-- none has no rule for it, and nothing of it is kept.
DROP POLICY staged_file_own ON registers_stagedfile;
CREATE POLICY staged_file_own ON registers_stagedfile TO vijfluik_app
  USING (staged_by_id = partners.actor())
  WITH CHECK (
    staged_by_id = partners.actor()
    AND (access.everywhere(register, 'import') OR access.organisations(register, 'import') <> '{}'));
