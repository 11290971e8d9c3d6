-- Records without versions and without steps can be destroyed as well, such as the content of a
-- document; of those the hash is taken over the row as it was, which is sealed with a random key. And
-- a table of which nothing goes by its time has no function that says what does.
CREATE OR REPLACE FUNCTION retention.carry_out() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found retention_destroyable;
  gone integer;
  versioned boolean;
BEGIN
  SELECT * INTO STRICT found FROM retention_destroyable WHERE base = NEW.base;
  versioned := to_regclass(format('public.%I', found.base || '_version')) IS NOT NULL;
  IF versioned THEN
    EXECUTE format(
      'SELECT count(*), sha256(coalesce(string_agg(row_hash, %L::bytea ORDER BY vid), %L))'
      ' FROM %I WHERE key = $1', '', '', found.base || '_version')
      INTO NEW.versions, NEW.digest USING NEW.object_key;
  ELSE
    EXECUTE format(
      'SELECT count(*), sha256(convert_to(coalesce(string_agg(t::text, %L), %L), %L))'
      ' FROM %I t WHERE key = $1', '', '', 'UTF8', found.base)
      INTO NEW.versions, NEW.digest USING NEW.object_key;
  END IF;
  NEW.steps := 0;
  IF found.steps <> '' THEN
    EXECUTE format('DELETE FROM %I WHERE %I = $1', found.steps, found.link) USING NEW.object_key;
    GET DIAGNOSTICS gone = ROW_COUNT;
    NEW.steps := gone;
  END IF;
  EXECUTE format('DELETE FROM %I WHERE key = $1', found.base) USING NEW.object_key;
  GET DIAGNOSTICS gone = ROW_COUNT;
  IF gone <> 1 THEN
    RAISE EXCEPTION 'there is no such record to destroy' USING ERRCODE = 'no_data_found';
  END IF;
  IF versioned THEN
    -- By now the trigger of the table has closed the last version and told of the deletion.
    EXECUTE format('DELETE FROM %I WHERE key = $1', found.base || '_version_past')
      USING NEW.object_key;
  END IF;
  DELETE FROM lifecycle_due WHERE object_key = NEW.object_key;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION retention.destroy_lapsed() RETURNS SETOF retention_tombstone
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  known retention_destroyable;
  wanted uuid;
  run constant uuid := gen_random_uuid();
BEGIN
  FOR known IN SELECT * FROM retention_destroyable WHERE lapsed <> '' ORDER BY base LOOP
    FOR wanted IN EXECUTE format('SELECT * FROM %s()', known.lapsed) LOOP
      RETURN NEXT retention.destroy(known.base, wanted, 'termijn verstreken', run,
        retention.owner_of(known.base, wanted));
    END LOOP;
  END LOOP;
END $$;
