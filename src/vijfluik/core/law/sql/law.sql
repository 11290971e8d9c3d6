-- The law holds no personal data: whoever may read it may read all of it. Rows come with the
-- software, through a migration of the owner; nobody else has a right to write. What a row may be
-- used for stands here once more, so that no code can make an unconfirmed text carry anything.

CREATE SCHEMA law;
GRANT USAGE ON SCHEMA law TO vijfluik_app, vijfluik_report, vijfluik_auditor;

ALTER TABLE law_provision
  ADD CONSTRAINT law_provision_words CHECK ((
    standing IN ('confirmed', 'reported', 'memory')
    AND certainty IN ('V', 'V-sec', 'M+', 'M')
    AND start IN ('exact', 'at-least')
    AND claims::text[] <@ ARRAY['term', 'ground', 'refusal']
    AND jsonb_typeof(terms) = 'object'
    AND key = provision || '@' || revision || '.' || part
  ) IS TRUE),
  -- Only what two named lawyers confirmed carries a term, a ground or a refusal.
  ADD CONSTRAINT law_provision_only_confirmed_carries CHECK ((
    standing = 'confirmed' OR (carries = '{}' AND terms = '{}'::jsonb)
  ) IS TRUE),
  ADD CONSTRAINT law_provision_carries_its_claims CHECK ((
    carries::text[] <@ claims::text[]
    AND (terms = '{}'::jsonb OR 'term' = ANY (carries::text[]))
  ) IS TRUE),
  ADD CONSTRAINT law_provision_confirmed_by_two CHECK ((
    CASE standing
      WHEN 'confirmed' THEN
        certainty = 'V' AND cardinality(confirmed_by) = 2 AND confirmed_on IS NOT NULL
        AND btrim(confirmed_by[1]) <> '' AND btrim(confirmed_by[2]) <> ''
        AND lower(btrim(confirmed_by[1])) <> lower(btrim(confirmed_by[2]))
      ELSE confirmed_by = '{}' AND confirmed_on IS NULL AND NOT invented
    END
  ) IS TRUE);

-- Invented lawyers confirm nothing outside a demonstration.
CREATE FUNCTION law.refuse_invented() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM versions.demonstration) THEN
    RAISE EXCEPTION '% is confirmed by invented lawyers, and this is no demonstration', NEW.key
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Within a revision no two texts hold on one day.
CREATE FUNCTION law.refuse_overlap() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM public.law_provision p
    WHERE p.provision = NEW.provision AND p.revision = NEW.revision AND p.key <> NEW.key
      AND (p.known_from <> NEW.known_from
           OR daterange(p.valid_from, p.valid_until) && daterange(NEW.valid_from, NEW.valid_until))
  ) THEN
    RAISE EXCEPTION '% overlaps another text of its revision', NEW.key
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER law_invented BEFORE INSERT OR UPDATE ON law_provision
  FOR EACH ROW WHEN (NEW.invented) EXECUTE FUNCTION law.refuse_invented();
CREATE TRIGGER law_overlap AFTER INSERT OR UPDATE ON law_provision
  FOR EACH ROW EXECUTE FUNCTION law.refuse_overlap();

GRANT SELECT ON law_provision TO vijfluik_app, vijfluik_report, vijfluik_auditor;

ALTER TABLE law_provision ENABLE ROW LEVEL SECURITY;
ALTER TABLE law_provision FORCE ROW LEVEL SECURITY;
CREATE POLICY law_read ON law_provision FOR SELECT
  TO vijfluik_app, vijfluik_report, vijfluik_auditor
  USING ((SELECT access.everywhere('law', 'read')));
CREATE POLICY law_load ON law_provision TO vijfluik_owner USING (true) WITH CHECK (true);
