-- Official values hold no personal data but the names of the two who entered them. Whoever may read
-- the register reads them; figures read them for everybody who may see figures.
GRANT SELECT, INSERT ON figure_official TO vijfluik_app;
GRANT UPDATE (state, approved_by_id, approved_at) ON figure_official TO vijfluik_app;
GRANT SELECT ON figure_official TO vijfluik_report;

ALTER TABLE figure_official ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_official FORCE ROW LEVEL SECURITY;
CREATE POLICY official_read ON figure_official FOR SELECT TO vijfluik_app
  USING ((SELECT access.everywhere('official_values', 'read')));
CREATE POLICY official_propose ON figure_official FOR INSERT TO vijfluik_app
  WITH CHECK (proposed_by_id = partners.actor() AND state = 'proposed' AND approved_by_id IS NULL
              AND (SELECT access.everywhere('official_values', 'create')));
CREATE POLICY official_step ON figure_official FOR UPDATE TO vijfluik_app
  USING ((SELECT access.everywhere('official_values', 'confirm'))
         OR (SELECT access.everywhere('official_values', 'withdraw')))
  WITH CHECK (true);
CREATE POLICY official_report ON figure_official FOR SELECT TO vijfluik_report
  USING ((SELECT access.everywhere('figures', 'read')));

-- The second pair of eyes is that of whoever confirms, and nobody fills in another's name. What was
-- stated is never changed: a correction is a row of its own.
CREATE FUNCTION figures.official_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.state = OLD.state AND NEW.approved_by_id IS NOT DISTINCT FROM OLD.approved_by_id THEN
    RETURN NEW;
  END IF;
  IF NOT (OLD.state = 'proposed' AND NEW.state IN ('confirmed', 'rejected')
          OR OLD.state = 'confirmed' AND NEW.state IN ('replaced', 'withdrawn')) THEN
    RAISE EXCEPTION 'an official value does not go from % to %', OLD.state, NEW.state
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.approved_by_id IS DISTINCT FROM OLD.approved_by_id
     AND (NEW.state <> 'confirmed' OR NEW.approved_by_id IS DISTINCT FROM partners.actor()) THEN
    RAISE EXCEPTION 'a value is confirmed in one''s own name' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER official_guard BEFORE UPDATE ON figure_official
  FOR EACH ROW EXECUTE FUNCTION figures.official_guard();
