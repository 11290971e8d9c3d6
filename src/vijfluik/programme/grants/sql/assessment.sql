-- The findings of an assessor: seen with their application, by the applicant once it is decided.
GRANT SELECT, INSERT, UPDATE ON grants_assessment TO vijfluik_app;
ALTER TABLE grants_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE grants_assessment FORCE ROW LEVEL SECURITY;

CREATE POLICY assessment_read ON grants_assessment FOR SELECT TO vijfluik_app
  USING (EXISTS (
    SELECT FROM grants_application application
    WHERE application.key = application_id
      AND (application.state = 'awarded' OR application.state = 'rejected'
           OR (SELECT access.everywhere('applications', 'appraise')))));
CREATE POLICY assessment_insert ON grants_assessment FOR INSERT TO vijfluik_app
  WITH CHECK (
    assessed_by_id = partners.actor()
    AND (SELECT access.everywhere('applications', 'appraise'))
    AND EXISTS (
      SELECT FROM grants_application application
      WHERE application.key = application_id AND application.state = 'applied'
        AND application.compartment::text IN (SELECT thing FROM access.readable_everywhere())));
CREATE POLICY assessment_update ON grants_assessment FOR UPDATE TO vijfluik_app
  USING (
    (SELECT access.everywhere('applications', 'appraise'))
    AND EXISTS (
      SELECT FROM grants_application application
      WHERE application.key = application_id AND application.state = 'applied'
        AND application.compartment::text IN (SELECT thing FROM access.readable_everywhere())))
  WITH CHECK (assessed_by_id = partners.actor());
