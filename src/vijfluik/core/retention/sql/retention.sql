-- Destruction. The insert of a tombstone destroys; nobody else deletes, and nobody inserts one but
-- the two ways in at the end of this file.

CREATE SCHEMA retention;
GRANT USAGE ON SCHEMA retention TO vijfluik_app, vijfluik_destroyer, vijfluik_auditor;

-- Who may read a record of a register may read that others of it went; overseers and the destroyer
-- may read all. Nobody changes or removes a tombstone, the owner included.
GRANT SELECT ON retention_tombstone TO vijfluik_app, vijfluik_destroyer, vijfluik_auditor;
ALTER TABLE retention_tombstone ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_tombstone FORCE ROW LEVEL SECURITY;
CREATE POLICY tombstone_read ON retention_tombstone FOR SELECT TO vijfluik_app
  USING ((thing::text, organisation::text)
         IN (SELECT thing, organisation FROM access.readable_own()));
CREATE POLICY tombstone_all ON retention_tombstone FOR SELECT
  TO vijfluik_destroyer, vijfluik_auditor, vijfluik_owner USING (true);
CREATE POLICY tombstone_insert ON retention_tombstone FOR INSERT TO vijfluik_owner
  WITH CHECK (current_setting('retention.destroying', true) = object_key::text);

GRANT SELECT ON retention_destroyable TO vijfluik_destroyer;

CREATE FUNCTION retention.refuse() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: a tombstone stays as it is', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON retention_tombstone
  FOR EACH STATEMENT EXECUTE FUNCTION retention.refuse();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON retention_tombstone
  FOR EACH STATEMENT EXECUTE FUNCTION retention.refuse();

-- What is due of a record goes with it; it names its key.
CREATE POLICY destruction ON lifecycle_due TO vijfluik_owner
  USING (current_setting('retention.destroying', true) = object_key::text);

-- Takes the record away wherever it stands. As a trigger, because versions let the owner in from
-- within one only. The hash is taken over the salted hashes of the versions: the salts go too, so
-- that nobody can try names against it.
CREATE FUNCTION retention.carry_out() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found retention_destroyable;
  gone integer;
BEGIN
  SELECT * INTO STRICT found FROM retention_destroyable WHERE base = NEW.base;
  EXECUTE format(
    'SELECT count(*), sha256(coalesce(string_agg(row_hash, %L::bytea ORDER BY vid), %L))'
    ' FROM %I WHERE key = $1', '', '', found.base || '_version')
    INTO NEW.versions, NEW.digest USING NEW.object_key;
  EXECUTE format('DELETE FROM %I WHERE %I = $1', found.steps, found.link) USING NEW.object_key;
  GET DIAGNOSTICS gone = ROW_COUNT;
  NEW.steps := gone;
  EXECUTE format('DELETE FROM %I WHERE key = $1', found.base) USING NEW.object_key;
  GET DIAGNOSTICS gone = ROW_COUNT;
  IF gone <> 1 THEN
    RAISE EXCEPTION 'there is no such record to destroy' USING ERRCODE = 'no_data_found';
  END IF;
  -- By now the trigger of the table has closed the last version and told of the deletion.
  EXECUTE format('DELETE FROM %I WHERE key = $1', found.base || '_version_past')
    USING NEW.object_key;
  DELETE FROM lifecycle_due WHERE object_key = NEW.object_key;
  RETURN NEW;
END $$;
CREATE TRIGGER carries_out BEFORE INSERT ON retention_tombstone
  FOR EACH ROW EXECUTE FUNCTION retention.carry_out();

-- The one way to a tombstone, for the functions below.
CREATE FUNCTION retention.destroy(
  from_base text, wanted uuid, on_ground text, in_batch uuid, at_organisation text
) RETURNS retention_tombstone
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  known retention_destroyable;
  made retention_tombstone;
BEGIN
  SELECT * INTO STRICT known FROM retention_destroyable WHERE base = from_base;
  PERFORM set_config('retention.destroying', wanted::text, true);
  INSERT INTO retention_tombstone (key, batch, base, thing, object_key, organisation, ground,
    actor, destroyed_at, versions, steps, digest)
  VALUES (gen_random_uuid(), in_batch, known.base, known.thing, wanted, at_organisation, on_ground,
    partners.actor(), transaction_timestamp(), 0, 0, '')
  RETURNING * INTO made;
  PERFORM set_config('retention.destroying', '', true);
  RETURN made;
END $$;

-- The organisation that owns a record; null for one that is not there.
CREATE FUNCTION retention.owner_of(from_base text, wanted uuid) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  known retention_destroyable;
  owner text;
BEGIN
  SELECT * INTO STRICT known FROM retention_destroyable WHERE base = from_base;
  PERFORM set_config('retention.destroying', wanted::text, true);
  EXECUTE format('SELECT %I FROM %I WHERE key = $1', known.owner, known.base)
    INTO owner USING wanted;
  PERFORM set_config('retention.destroying', '', true);
  RETURN owner;
END $$;

-- The first way in: somebody who may withdraw the record at its organisation. One record at a time,
-- so that nothing reaches a whole register.
CREATE FUNCTION retention.withdraw(from_base text, wanted uuid, on_ground text)
RETURNS retention_tombstone
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  owner text := retention.owner_of(from_base, wanted);
  of_thing text := (SELECT thing FROM retention_destroyable WHERE base = from_base);
  known text[] := (SELECT grounds FROM retention_destroyable WHERE base = from_base);
BEGIN
  IF partners.actor() IS NULL OR owner IS NULL
     OR owner <> ALL (access.organisations(of_thing, 'withdraw')) THEN
    RAISE EXCEPTION 'this actor may not withdraw such a record'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF on_ground <> ALL (known) THEN
    RAISE EXCEPTION 'a destruction has its ground, one of those that are known' USING ERRCODE = 'check_violation';
  END IF;
  RETURN retention.destroy(from_base, wanted, on_ground, gen_random_uuid(), owner);
END $$;

-- The second: role destroyer, which decides nothing: what is over by its time goes.
CREATE FUNCTION retention.destroy_lapsed() RETURNS SETOF retention_tombstone
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  known retention_destroyable;
  wanted uuid;
  run constant uuid := gen_random_uuid();
BEGIN
  FOR known IN SELECT * FROM retention_destroyable ORDER BY base LOOP
    FOR wanted IN EXECUTE format('SELECT * FROM %s()', known.lapsed) LOOP
      RETURN NEXT retention.destroy(known.base, wanted, 'termijn verstreken', run,
        retention.owner_of(known.base, wanted));
    END LOOP;
  END LOOP;
END $$;

-- And what came back with a restored backup goes once more. Only what had a tombstone, as the book
-- outside the database says (vijfluik.core.retention.book); the key is all that it knows.
CREATE FUNCTION retention.destroy_again(from_base text, wanted uuid)
RETURNS SETOF retention_tombstone
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  owner text := retention.owner_of(from_base, wanted);
BEGIN
  IF owner IS NOT NULL THEN
    RETURN NEXT retention.destroy(from_base, wanted, 'teruggekomen met een reservekopie',
      gen_random_uuid(), owner);
  END IF;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA retention FROM PUBLIC;
GRANT EXECUTE ON FUNCTION retention.withdraw(text, uuid, text) TO vijfluik_app;
GRANT EXECUTE ON FUNCTION retention.destroy_lapsed(), retention.destroy_again(text, uuid)
  TO vijfluik_destroyer;

-- Nobody acts when time is over, and the journal takes such an event of the destroyer alone: of one
-- record, for which a tombstone of nobody's stands.
CREATE OR REPLACE FUNCTION journal.of_a_stranger(e journal_event) RETURNS boolean LANGUAGE sql
  STABLE SET search_path = pg_catalog, public, pg_temp
  RETURN e.actor IS NULL AND e.actor_name = '' AND e.mandate IS NULL AND e.objects = '{}'
    AND ((e.subjects = '{}'
          AND ((e.action = 'session.signed_in' AND e.result IN ('failed', 'denied', 'attempted'))
               OR (e.action = 'journal.verified' AND e.origin = 'command')))
         OR (e.action = 'record.destroyed' AND e.origin = 'clock' AND e.result = 'done'
             AND session_user = 'vijfluik_destroyer'
             AND e.subjects = ARRAY[e.object_key::uuid]
             AND EXISTS (SELECT FROM retention_tombstone stone
                         WHERE stone.object_key = e.object_key::uuid AND stone.actor IS NULL)));
