-- For which organisations a compartment is open today (H15): those that have a processing activity
-- that a second person adopted, and under it an assessment of data protection and one of human rights
-- that a second person decided on, that let it through, that stand today, and whose question to the
-- supervisory authority, where there was one, is answered. A state alone proves nothing: the step of
-- the second person must be there, and steps are only ever added, under four eyes.
--
-- It runs as the owner, whom the policies below let through while it runs; an application may set the
-- same word, and is not the owner. Both layers of access ask it: the gate in Python, and every policy
-- of the database through `access.granted`.
CREATE POLICY owner_reads ON processing_activity FOR SELECT TO vijfluik_owner
  USING (current_setting('processing.reading', true) = 'on');
CREATE POLICY owner_reads ON processing_activitystep FOR SELECT TO vijfluik_owner
  USING (current_setting('processing.reading', true) = 'on');
CREATE POLICY owner_reads ON processing_assessment FOR SELECT TO vijfluik_owner
  USING (current_setting('processing.reading', true) = 'on');
CREATE POLICY owner_reads ON processing_assessmentstep FOR SELECT TO vijfluik_owner
  USING (current_setting('processing.reading', true) = 'on');
-- Versions are seen as their records are.
CREATE POLICY owner_reads ON processing_activity_version FOR SELECT TO vijfluik_owner
  USING (current_setting('processing.reading', true) = 'on');
CREATE POLICY owner_reads ON processing_assessment_version FOR SELECT TO vijfluik_owner
  USING (current_setting('processing.reading', true) = 'on');

CREATE OR REPLACE FUNCTION access.opened(wanted text) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before constant text := coalesce(current_setting('processing.reading', true), '');
  found text[];
BEGIN
  PERFORM set_config('processing.reading', 'on', true);
  SELECT coalesce(array_agg(DISTINCT activity.organisation_id::text), '{}') INTO found
  FROM processing_activity activity
  WHERE activity.compartment = wanted AND activity.state = 'adopted'
    AND activity.adopted_on <= partners.today()
    AND EXISTS (SELECT FROM processing_activitystep step
                WHERE step.activity_id = activity.key AND step.edge = 'adopt')
    AND 2 = (
      SELECT count(DISTINCT held.kind) FROM processing_assessment held
      WHERE held.activity_id = activity.key
        AND held.organisation_id = activity.organisation_id
        AND held.state = 'decided'
        AND (held.conclusion = 'positive' OR held.conclusion = 'conditional')
        AND (held.consultation = 'not_needed' OR held.consultation = 'answered')
        AND partners.today() BETWEEN held.assessed_on AND held.valid_until
        AND EXISTS (SELECT FROM processing_assessmentstep step
                    WHERE step.assessment_id = held.key AND step.edge = 'decide'));
  PERFORM set_config('processing.reading', before, true);
  RETURN found;
END $$;
