-- Trainings belong to the provider that gives them. A provider sees and writes its own; a role with
-- scope "all" sees and writes every provider's. Nobody deletes: withdrawing is a step.
GRANT SELECT ON trainings_course, trainings_courseversion TO vijfluik_app, vijfluik_report;
GRANT SELECT, INSERT, UPDATE ON trainings_training TO vijfluik_app;
GRANT SELECT, INSERT ON trainings_trainingstep, trainings_importbatch TO vijfluik_app;
GRANT UPDATE (held_back) ON trainings_importbatch TO vijfluik_app;
GRANT SELECT ON trainings_training TO vijfluik_report;

ALTER TABLE trainings_training ENABLE ROW LEVEL SECURITY;
ALTER TABLE trainings_training FORCE ROW LEVEL SECURITY;
CREATE POLICY training_read ON trainings_training FOR SELECT TO vijfluik_app
  USING ((SELECT access.everywhere('trainings', 'read'))
         OR provider_id = ANY ((SELECT access.organisations('trainings', 'read'))::text[]));
CREATE POLICY training_insert ON trainings_training FOR INSERT TO vijfluik_app
  WITH CHECK ((SELECT access.everywhere('trainings', 'create'))
         OR provider_id = ANY ((SELECT access.organisations('trainings', 'create'))::text[]));
CREATE POLICY training_update ON trainings_training FOR UPDATE TO vijfluik_app
  USING ((SELECT access.everywhere('trainings', 'correct'))
         OR provider_id = ANY ((SELECT access.organisations('trainings', 'correct'))::text[]));
-- Figures count every provider's records, whoever looks; the records behind them are read as app.
CREATE POLICY training_report ON trainings_training FOR SELECT TO vijfluik_report
  USING ((SELECT access.everywhere('figures', 'read')));

ALTER TABLE trainings_trainingstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE trainings_trainingstep FORCE ROW LEVEL SECURITY;
CREATE POLICY training_step_read ON trainings_trainingstep FOR SELECT TO vijfluik_app
  USING (training_id IN (SELECT key FROM trainings_training));
CREATE POLICY training_step_insert ON trainings_trainingstep FOR INSERT TO vijfluik_app
  WITH CHECK (taken_by_id = partners.actor()
              AND training_id IN (SELECT key FROM trainings_training));

ALTER TABLE trainings_importbatch ENABLE ROW LEVEL SECURITY;
ALTER TABLE trainings_importbatch FORCE ROW LEVEL SECURITY;
CREATE POLICY import_batch_own ON trainings_importbatch TO vijfluik_app
  USING (imported_by_id = partners.actor()) WITH CHECK (imported_by_id = partners.actor());
