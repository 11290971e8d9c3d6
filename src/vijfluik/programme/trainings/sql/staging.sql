-- A staged file is its uploader's alone, and goes when the import is confirmed or given up.
GRANT SELECT, INSERT, DELETE ON trainings_stagedfile TO vijfluik_app;

ALTER TABLE trainings_stagedfile ENABLE ROW LEVEL SECURITY;
ALTER TABLE trainings_stagedfile FORCE ROW LEVEL SECURITY;
CREATE POLICY staged_file_own ON trainings_stagedfile TO vijfluik_app
  USING (staged_by_id = partners.actor()) WITH CHECK (staged_by_id = partners.actor());

-- Asked per step by the key of its training, instead of once for all trainings: a page shows the
-- steps of one, and a list of 100,000 keys for each statement took longer than the page.
ALTER POLICY training_step_read ON trainings_trainingstep
  USING (EXISTS (SELECT FROM trainings_training training WHERE training.key = training_id));
ALTER POLICY training_step_insert ON trainings_trainingstep
  WITH CHECK (taken_by_id = partners.actor()
              AND EXISTS (SELECT FROM trainings_training training WHERE training.key = training_id));
