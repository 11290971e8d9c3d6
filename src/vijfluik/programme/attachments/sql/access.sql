-- Documents: seen with their record, and before they are shared by whose they are alone. Each line
-- asks the record itself, so that its own row-level security, walls included, decides.

CREATE SCHEMA attachments;
GRANT USAGE ON SCHEMA attachments TO vijfluik_app, vijfluik_clock;

GRANT SELECT, INSERT ON attachments_document TO vijfluik_app;
GRANT UPDATE (shared, state) ON attachments_document TO vijfluik_app;
ALTER TABLE attachments_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachments_document FORCE ROW LEVEL SECURITY;

CREATE POLICY document_read ON attachments_document FOR SELECT TO vijfluik_app USING (
    (shared OR brought_by_id = (SELECT partners.actor())
     OR organisation_id = ANY ((SELECT access.organisations('documents', 'read'))::text[]))
    AND (application_id IS NULL OR EXISTS (SELECT FROM grants_application record WHERE record.key = application_id))
    AND (award_id IS NULL OR EXISTS (SELECT FROM grants_award record WHERE record.key = award_id))
    AND (training_id IS NULL OR EXISTS (SELECT FROM trainings_training record WHERE record.key = training_id))
    AND (advice_id IS NULL OR EXISTS (SELECT FROM advice_advice record WHERE record.key = advice_id))
    AND (partnership_id IS NULL OR EXISTS (SELECT FROM partnerships_partnership record WHERE record.key = partnership_id))
    AND (evaluation_id IS NULL OR EXISTS (SELECT FROM evaluations_evaluation record WHERE record.key = evaluation_id))
    AND (deviation_id IS NULL OR EXISTS (SELECT FROM municipalities_deviation record WHERE record.key = deviation_id)));
-- Whoever may change the record puts a document there, in their own name, for an organisation where
-- they may handle documents.
CREATE POLICY document_insert ON attachments_document FOR INSERT TO vijfluik_app WITH CHECK (
    brought_by_id = (SELECT partners.actor())
    AND brought_at BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
    AND state = 'current'
    AND organisation_id = ANY ((SELECT access.organisations('documents', 'attach'))::text[])
    AND (application_id IS NULL OR EXISTS (SELECT FROM grants_application record WHERE record.key = application_id
      AND ((SELECT access.changes_everywhere('applications'))
           OR record.applicant_id = ANY ((SELECT access.changes_at('applications'))::text[]))))
    AND (award_id IS NULL OR EXISTS (SELECT FROM grants_award record WHERE record.key = award_id
      AND ((SELECT access.changes_everywhere('awards'))
           OR record.recipient_id = ANY ((SELECT access.changes_at('awards'))::text[]))))
    AND (training_id IS NULL OR EXISTS (SELECT FROM trainings_training record WHERE record.key = training_id
      AND ((SELECT access.changes_everywhere('trainings'))
           OR record.provider_id = ANY ((SELECT access.changes_at('trainings'))::text[]))))
    AND (advice_id IS NULL OR EXISTS (SELECT FROM advice_advice record WHERE record.key = advice_id
      AND ((SELECT access.changes_everywhere('advice'))
           OR record.organisation_id = ANY ((SELECT access.changes_at('advice'))::text[]))))
    AND (partnership_id IS NULL OR EXISTS (SELECT FROM partnerships_partnership record WHERE record.key = partnership_id
      AND ((SELECT access.changes_everywhere('partnerships'))
           OR record.lead_id = ANY ((SELECT access.changes_at('partnerships'))::text[]))))
    AND (evaluation_id IS NULL OR EXISTS (SELECT FROM evaluations_evaluation record WHERE record.key = evaluation_id
      AND ((SELECT access.changes_everywhere('evaluations'))
           OR record.organisation_id = ANY ((SELECT access.changes_at('evaluations'))::text[]))))
    AND (deviation_id IS NULL OR EXISTS (SELECT FROM municipalities_deviation record WHERE record.key = deviation_id
      AND ((SELECT access.changes_everywhere('deviations'))
           OR record.organisation_id = ANY ((SELECT access.changes_at('deviations'))::text[])))));
-- Sharing it, and giving way to a new version; all else of a document stays as it was.
CREATE POLICY document_update ON attachments_document FOR UPDATE TO vijfluik_app USING (
    organisation_id = ANY ((SELECT access.organisations('documents', 'share'))::text[])
    OR organisation_id = ANY ((SELECT access.organisations('documents', 'attach'))::text[]));

-- What a document never does, whoever asks. The owner of the tables may load.
CREATE FUNCTION attachments.guard_document() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  IF OLD.state <> NEW.state AND (OLD.state <> 'current' OR NEW.state <> 'replaced') THEN
    RAISE EXCEPTION 'a document gives way to a new version and nothing else'
      USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.shared <> OLD.shared
     AND NEW.organisation_id <> ALL (access.organisations('documents', 'share')) THEN
    RAISE EXCEPTION 'this actor may not share it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON attachments_document
  FOR EACH ROW EXECUTE FUNCTION attachments.guard_document();

-- A new version is of the same record and of the same people as the one before.
CREATE FUNCTION attachments.guard_series() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_user <> 'vijfluik_app' OR NEW.number = 1 THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (
    SELECT FROM attachments_document before
    WHERE before.series = NEW.series AND before.number = NEW.number - 1
      AND before.organisation_id = NEW.organisation_id
      AND before.application_id IS NOT DISTINCT FROM NEW.application_id
      AND before.award_id IS NOT DISTINCT FROM NEW.award_id
      AND before.training_id IS NOT DISTINCT FROM NEW.training_id
      AND before.advice_id IS NOT DISTINCT FROM NEW.advice_id
      AND before.partnership_id IS NOT DISTINCT FROM NEW.partnership_id
      AND before.evaluation_id IS NOT DISTINCT FROM NEW.evaluation_id
      AND before.deviation_id IS NOT DISTINCT FROM NEW.deviation_id) THEN
    RAISE EXCEPTION 'a version follows one of the same record' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_series BEFORE INSERT ON attachments_document
  FOR EACH ROW EXECUTE FUNCTION attachments.guard_series();

-- The bytes: for whoever sees the document, and only when nothing bad is known of them. Nobody
-- changes them, and nobody but core/retention takes them away.
GRANT SELECT, INSERT ON attachments_content TO vijfluik_app;
ALTER TABLE attachments_content ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachments_content FORCE ROW LEVEL SECURITY;
CREATE POLICY content_read ON attachments_content FOR SELECT TO vijfluik_app USING (EXISTS (
    SELECT FROM attachments_document document WHERE document.key = attachments_content.key
      AND (document.scan = 'clean' OR document.scan = 'not_scanned')
      AND document.state <> 'withdrawn'));
CREATE POLICY content_insert ON attachments_content FOR INSERT TO vijfluik_app WITH CHECK (EXISTS (
    SELECT FROM attachments_document document WHERE document.key = attachments_content.key
      AND document.organisation_id = attachments_content.organisation_id
      AND document.brought_by_id = (SELECT partners.actor())));
-- What is sealed never shrinks, so nobody tries.
ALTER TABLE attachments_content ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- ANALYZE copies values into pg_statistic, where they would outlive their row.
ALTER TABLE attachments_document
  ALTER COLUMN title SET STATISTICS 0, ALTER COLUMN file_name SET STATISTICS 0,
  ALTER COLUMN sha256 SET STATISTICS 0;
ALTER TABLE attachments_content
  ALTER COLUMN wrapped SET STATISTICS 0, ALTER COLUMN sealed SET STATISTICS 0;

-- With its record a document goes, in the same statement; row-level security does not stand between.
DO $do$
DECLARE
  link text;
  known text;
BEGIN
  FOREACH link IN ARRAY ARRAY['application_id', 'award_id', 'training_id', 'advice_id', 'partnership_id', 'evaluation_id', 'deviation_id'] LOOP
    SELECT c.conname INTO STRICT known FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.conrelid = 'public.attachments_document'::regclass AND c.contype = 'f'
      AND a.attname = link;
    EXECUTE format(
      'ALTER TABLE public.attachments_document DROP CONSTRAINT %1$I, ADD CONSTRAINT %1$I'
      ' FOREIGN KEY (%2$I) REFERENCES %3$s (key) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED',
      known, link, (SELECT c.confrelid::regclass FROM pg_constraint c
                    WHERE c.conrelid = 'public.attachments_document'::regclass
                      AND c.conname = known));
  END LOOP;
  SELECT c.conname INTO STRICT known FROM pg_constraint c
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  WHERE c.conrelid = 'public.attachments_content'::regclass AND c.contype = 'f'
    AND a.attname = 'key';
  EXECUTE format(
    'ALTER TABLE public.attachments_content DROP CONSTRAINT %1$I, ADD CONSTRAINT %1$I'
    ' FOREIGN KEY (key) REFERENCES public.attachments_document (key)'
    ' ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED', known);
END $do$;

-- A document that somebody destroys goes by a tombstone of its content, as core/retention asks.
CREATE POLICY destruction ON attachments_content TO vijfluik_owner
  USING (current_setting('retention.destroying', true) = key::text);
INSERT INTO retention_destroyable
  (base, thing, object_type, owner, steps, link, lapsed, grounds)
VALUES ('attachments_content', 'documents', 'attachments.document', 'organisation_id', '', '', '',
  ARRAY['verkeerd document', 'bevat gegevens die er niet horen', 'schadelijk bestand',
        'niet meer nodig']);

-- Role clock asks the scanner anew of what waits, and seals keys anew. It sees one file at a time,
-- sealed; the owner, as whom these run, sees rows while one of them does.
CREATE POLICY keeping ON attachments_document TO vijfluik_owner
  USING (current_setting('attachments.keeping', true) = 'on');
CREATE POLICY keeping ON attachments_content TO vijfluik_owner
  USING (current_setting('attachments.keeping', true) = 'on');

-- Where the bytes go, by whatever way, the names and the hash go too.
CREATE FUNCTION attachments.forget() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before constant text := coalesce(current_setting('attachments.keeping', true), '');
BEGIN
  PERFORM set_config('attachments.keeping', 'on', true);
  UPDATE attachments_document
  SET state = 'withdrawn', title = '', file_name = '', sha256 = '', shared = false
  WHERE key = OLD.key;
  PERFORM set_config('attachments.keeping', before, true);
  RETURN NULL;
END $$;
CREATE TRIGGER forget AFTER DELETE ON attachments_content
  FOR EACH ROW EXECUTE FUNCTION attachments.forget();

CREATE FUNCTION attachments.next_waiting(after uuid)
RETURNS TABLE (document uuid, key_id text, wrapped bytea, sealed bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('attachments.keeping', 'on', true);
  RETURN QUERY
    SELECT content.key, content.key_id::text, content.wrapped, content.sealed
    FROM attachments_content content JOIN attachments_document d ON d.key = content.key
    WHERE d.scan = 'waiting' AND d.state <> 'withdrawn' AND content.key > after
    ORDER BY content.key LIMIT 1;
  PERFORM set_config('attachments.keeping', '', true);
END $$;
CREATE FUNCTION attachments.scanned(wanted uuid, verdict text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_it boolean;
BEGIN
  IF verdict NOT IN ('clean', 'infected') THEN
    RAISE EXCEPTION '% is no verdict', verdict USING ERRCODE = 'check_violation';
  END IF;
  PERFORM set_config('attachments.keeping', 'on', true);
  UPDATE attachments_document SET scan = verdict WHERE key = wanted AND scan = 'waiting';
  found_it := FOUND;
  PERFORM set_config('attachments.keeping', '', true);
  RETURN found_it;
END $$;
CREATE FUNCTION attachments.next_wrapped(after uuid, but text)
RETURNS TABLE (document uuid, key_id text, wrapped bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('attachments.keeping', 'on', true);
  RETURN QUERY
    SELECT content.key, content.key_id::text, content.wrapped
    FROM attachments_content content
    WHERE content.key_id <> but AND content.key > after ORDER BY content.key LIMIT 100;
  PERFORM set_config('attachments.keeping', '', true);
END $$;
CREATE FUNCTION attachments.wrap(wanted uuid, from_key text, to_key text, new_wrapped bytea)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_it boolean;
BEGIN
  PERFORM set_config('attachments.keeping', 'on', true);
  UPDATE attachments_content SET key_id = to_key, wrapped = new_wrapped
  WHERE key = wanted AND key_id = from_key;
  found_it := FOUND;
  PERFORM set_config('attachments.keeping', '', true);
  RETURN found_it;
END $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA attachments FROM PUBLIC;
GRANT EXECUTE ON FUNCTION attachments.next_waiting(uuid), attachments.scanned(uuid, text),
  attachments.next_wrapped(uuid, text), attachments.wrap(uuid, text, text, bytea)
  TO vijfluik_clock;
