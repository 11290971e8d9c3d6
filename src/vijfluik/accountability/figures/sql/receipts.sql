-- Definitions and receipts hold no personal data: whoever may read figures may read them. They are
-- added and never changed; a receipt fits its own hash and the definition that it names, whatever
-- code writes it. A comparison with a key that is not there gives NULL, which a CHECK would let
-- pass: hence IS TRUE.

ALTER TABLE figure_definition
  ADD CONSTRAINT figure_definition_fits CHECK ((
    jsonb_typeof(content::jsonb) = 'object'
    AND key = figure || '@' || version
    AND sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')
    AND content::jsonb ->> 'id' = figure
    AND content::jsonb ->> 'version' = version::text
  ) IS TRUE),
  ADD CONSTRAINT figure_definition_pinned UNIQUE (key, sha256);

ALTER TABLE figure_receipt
  ADD CONSTRAINT figure_receipt_fits CHECK ((
    jsonb_typeof(content::jsonb) = 'object'
    AND content::jsonb ?& ARRAY[
      'figure', 'definition', 'definition_sha256', 'as_of', 'parameters', 'sql', 'sql_sha256',
      'records', 'root', 'cells', 'cells_sha256', 'unstated', 'value', 'hedge', 'text', 'software'
    ]
    AND jsonb_typeof(content::jsonb -> 'parameters') = 'object'
    AND jsonb_typeof(content::jsonb -> 'sql') = 'string'
    AND jsonb_typeof(content::jsonb -> 'cells') = 'array'
    AND jsonb_typeof(content::jsonb -> 'text') = 'object'
    AND jsonb_typeof(content::jsonb -> 'unstated') = 'number'
    AND jsonb_typeof(content::jsonb -> 'value') IN ('number', 'null')
    AND content::jsonb ->> 'root' ~ '^[0-9a-f]{64}$'
    AND key = left(sha256, 16)
    AND sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')
    AND content::jsonb ->> 'definition' = definition_id
    AND content::jsonb ->> 'definition_sha256' = definition_sha256
    AND definition_id = (content::jsonb ->> 'figure') || '@' || split_part(definition_id, '@', 2)
    -- Written in one way only: a cast would take "yesterday" as well.
    AND content::jsonb ->> 'as_of'
        = to_char(as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"')
    AND jsonb_typeof(content::jsonb -> 'records') = 'number'
    AND content::jsonb ->> 'records' = (length(fingerprints) / 4)::text
    AND length(fingerprints) % 4 = 0
  ) IS TRUE),
  ADD CONSTRAINT figure_receipt_definition FOREIGN KEY (definition_id, definition_sha256)
    REFERENCES figure_definition (key, sha256);

CREATE SCHEMA figures;
CREATE FUNCTION figures.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: it is added to and never changed', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

-- A receipt may not pin a moment at which somebody may still write: it would not hold.
CREATE FUNCTION figures.refuse_open_moment() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (NEW.as_of <= versions.closed_moment()) IS NOT TRUE THEN
    RAISE EXCEPTION 'the moment % is not closed', NEW.as_of USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER definition_stays BEFORE UPDATE OR DELETE ON figure_definition
  FOR EACH ROW EXECUTE FUNCTION figures.refuse_change();
CREATE TRIGGER definition_kept BEFORE TRUNCATE ON figure_definition
  FOR EACH STATEMENT EXECUTE FUNCTION figures.refuse_change();
CREATE TRIGGER receipt_stays BEFORE UPDATE OR DELETE ON figure_receipt
  FOR EACH ROW EXECUTE FUNCTION figures.refuse_change();
CREATE TRIGGER receipt_kept BEFORE TRUNCATE ON figure_receipt
  FOR EACH STATEMENT EXECUTE FUNCTION figures.refuse_change();
CREATE TRIGGER receipt_closed BEFORE INSERT ON figure_receipt
  FOR EACH ROW EXECUTE FUNCTION figures.refuse_open_moment();

GRANT SELECT ON figure_definition, figure_receipt
  TO vijfluik_app, vijfluik_report, vijfluik_auditor;
-- Not issued_at: when a receipt was kept is the clock's word, not the writer's.
GRANT INSERT (key, definition_id, definition_sha256, as_of, content, sha256, fingerprints,
              issued_by_id)
  ON figure_receipt TO vijfluik_app;

ALTER TABLE figure_definition ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_definition FORCE ROW LEVEL SECURITY;
CREATE POLICY definition_read ON figure_definition FOR SELECT
  TO vijfluik_app, vijfluik_report, vijfluik_auditor
  USING ((SELECT access.everywhere('figures', 'read')));
-- Definitions come with the software: a migration of the owner brings them in.
CREATE POLICY definition_load ON figure_definition TO vijfluik_owner
  USING (true) WITH CHECK (true);

ALTER TABLE figure_receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_receipt FORCE ROW LEVEL SECURITY;
CREATE POLICY receipt_read ON figure_receipt FOR SELECT
  TO vijfluik_app, vijfluik_report, vijfluik_auditor
  USING ((SELECT access.everywhere('figures', 'read')));
CREATE POLICY receipt_issue ON figure_receipt FOR INSERT TO vijfluik_app
  WITH CHECK (issued_by_id = partners.actor()
              AND (SELECT access.everywhere('figures', 'read')));
