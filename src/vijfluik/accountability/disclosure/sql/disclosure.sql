-- Parameters, patterns and exemptions hold no personal data but the names of who decided. Whoever
-- may read figures reads them: a file of a figure is made by the pattern. Nothing is ever changed
-- but the second signature; a pattern fits its own hash, whatever code writes it.
CREATE SCHEMA disclosure;
CREATE FUNCTION disclosure.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: it is added to and never changed', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

ALTER TABLE disclosure_parameter ADD CONSTRAINT disclosure_parameter_fits CHECK ((
  key = name || '@' || to_char(valid_from, 'YYYY-MM-DD')
  AND sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')
  AND content::jsonb ->> 'name' = name
  AND content::jsonb ->> 'from' = to_char(valid_from, 'YYYY-MM-DD')
) IS TRUE);
CREATE TRIGGER parameter_stays BEFORE UPDATE OR DELETE ON disclosure_parameter
  FOR EACH ROW EXECUTE FUNCTION disclosure.refuse_change();
GRANT SELECT ON disclosure_parameter TO vijfluik_app, vijfluik_auditor;
ALTER TABLE disclosure_parameter ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_parameter FORCE ROW LEVEL SECURITY;
CREATE POLICY parameter_read ON disclosure_parameter FOR SELECT TO vijfluik_app, vijfluik_auditor
  USING ((SELECT access.everywhere('figures', 'read')));
CREATE POLICY parameter_load ON disclosure_parameter TO vijfluik_owner
  USING (true) WITH CHECK (true);

ALTER TABLE disclosure_pattern ADD CONSTRAINT disclosure_pattern_fits CHECK ((
  jsonb_typeof(content::jsonb) = 'object'
  AND sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')
) IS TRUE);
CREATE INDEX disclosure_pattern_cells ON disclosure_pattern USING gin (cells);
CREATE TRIGGER pattern_kept BEFORE DELETE ON disclosure_pattern
  FOR EACH ROW EXECUTE FUNCTION disclosure.refuse_change();
GRANT SELECT, INSERT ON disclosure_pattern TO vijfluik_app;
GRANT UPDATE (state, approved_by_id, approved_at) ON disclosure_pattern TO vijfluik_app;
GRANT SELECT ON disclosure_pattern TO vijfluik_auditor;
ALTER TABLE disclosure_pattern ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_pattern FORCE ROW LEVEL SECURITY;
CREATE POLICY pattern_read ON disclosure_pattern FOR SELECT TO vijfluik_app, vijfluik_auditor
  USING ((SELECT access.everywhere('figures', 'read')));
CREATE POLICY pattern_decide ON disclosure_pattern FOR INSERT TO vijfluik_app
  WITH CHECK (proposed_by_id = partners.actor() AND state = 'proposed' AND approved_by_id IS NULL
              AND (SELECT access.everywhere('figures', 'read')));
CREATE POLICY pattern_adopt ON disclosure_pattern FOR UPDATE TO vijfluik_app
  USING ((SELECT access.everywhere('disclosure', 'approve')))
  WITH CHECK (true);

CREATE FUNCTION disclosure.pattern_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.state <> 'proposed' OR NEW.state <> 'adopted'
     OR NEW.approved_by_id IS DISTINCT FROM partners.actor() THEN
    RAISE EXCEPTION 'a pattern is adopted once, in one''s own name'
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF jsonb_array_length(NEW.content::jsonb -> 'exposed') > 0 THEN
    RAISE EXCEPTION 'a pattern that leaves numbers exposed is not adopted'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pattern_guard BEFORE UPDATE ON disclosure_pattern
  FOR EACH ROW EXECUTE FUNCTION disclosure.pattern_guard();

CREATE TRIGGER exemption_kept BEFORE DELETE ON disclosure_exemption
  FOR EACH ROW EXECUTE FUNCTION disclosure.refuse_change();
GRANT SELECT, INSERT ON disclosure_exemption TO vijfluik_app;
GRANT UPDATE (state, approved_by_id, approved_at) ON disclosure_exemption TO vijfluik_app;
GRANT SELECT ON disclosure_exemption TO vijfluik_auditor;
ALTER TABLE disclosure_exemption ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_exemption FORCE ROW LEVEL SECURITY;
CREATE POLICY exemption_read ON disclosure_exemption FOR SELECT TO vijfluik_app, vijfluik_auditor
  USING ((SELECT access.everywhere('figures', 'read')));
CREATE POLICY exemption_propose ON disclosure_exemption FOR INSERT TO vijfluik_app
  WITH CHECK (proposed_by_id = partners.actor() AND state = 'proposed' AND approved_by_id IS NULL
              AND (SELECT access.everywhere('disclosure', 'create')));
CREATE POLICY exemption_step ON disclosure_exemption FOR UPDATE TO vijfluik_app
  USING ((SELECT access.everywhere('disclosure', 'approve')))
  WITH CHECK (true);

CREATE FUNCTION disclosure.exemption_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT (OLD.state = 'proposed' AND NEW.state IN ('confirmed', 'withdrawn')
          OR OLD.state = 'confirmed' AND NEW.state = 'withdrawn') THEN
    RAISE EXCEPTION 'an exemption does not go from % to %', OLD.state, NEW.state
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.approved_by_id IS DISTINCT FROM OLD.approved_by_id
     AND (NEW.state <> 'confirmed' OR NEW.approved_by_id IS DISTINCT FROM partners.actor()) THEN
    RAISE EXCEPTION 'an exemption is confirmed in one''s own name'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exemption_guard BEFORE UPDATE ON disclosure_exemption
  FOR EACH ROW EXECUTE FUNCTION disclosure.exemption_guard();
