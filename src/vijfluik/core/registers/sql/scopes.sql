-- What the policies of every register share; see scoped.py, which writes the policies themselves.

-- Where the actor may change records that are there: correct, take a step, approve, withdraw.
CREATE FUNCTION access.changes_everywhere(wanted_thing text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM access.rules()
    WHERE thing = wanted_thing AND scope = 'all'
      AND action NOT IN ('read', 'export', 'create', 'import')
  )
$$;
CREATE FUNCTION access.changes_at(wanted_thing text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT organisation), '{}') FROM access.rules()
  WHERE thing = wanted_thing AND scope = 'own'
    AND action NOT IN ('read', 'export', 'create', 'import')
$$;
-- Where the actor may do anything that leaves a step: creating is one.
CREATE FUNCTION access.steps_everywhere(wanted_thing text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM access.rules()
    WHERE thing = wanted_thing AND scope = 'all' AND action NOT IN ('read', 'export')
  )
$$;
CREATE FUNCTION access.steps_at(wanted_thing text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT organisation), '{}') FROM access.rules()
  WHERE thing = wanted_thing AND scope = 'own' AND action NOT IN ('read', 'export')
$$;

-- What a record never does, whoever asks: figures count on its owner and its state.
-- Arguments: the thing, the column of the owner. Not SECURITY DEFINER: it binds the application,
-- while the owner of the tables may put right and load.
CREATE FUNCTION access.guard_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner text := to_jsonb(NEW) ->> TG_ARGV[1];
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  IF owner IS DISTINCT FROM to_jsonb(OLD) ->> TG_ARGV[1] THEN
    RAISE EXCEPTION 'a record stays with its owner' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = OLD.state THEN
    RETURN NEW;
  END IF;
  IF OLD.state = 'withdrawn' THEN
    RAISE EXCEPTION 'a withdrawn record stays withdrawn' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'withdrawn'
     AND NOT access.everywhere(TG_ARGV[0], 'withdraw')
     AND owner <> ALL (access.organisations(TG_ARGV[0], 'withdraw')) THEN
    RAISE EXCEPTION 'this actor may not withdraw a record' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Four eyes: who takes such a step is another than who brought the record where it stands.
-- Arguments: the column of the record, and the names of the edges.
CREATE FUNCTION access.guard_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  proposer uuid;
BEGIN
  IF current_user <> 'vijfluik_app' OR NOT NEW.edge::text = ANY (TG_ARGV[1:]) THEN
    RETURN NEW;
  END IF;
  EXECUTE format(
    'SELECT taken_by_id FROM %I.%I WHERE %I = $1 AND to_state = $2 AND edge <> ''correct'''
    ' ORDER BY registered_at DESC LIMIT 1',
    TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_ARGV[0])
    INTO proposer USING (to_jsonb(NEW) ->> TG_ARGV[0])::uuid, NEW.from_state;
  IF proposer IS NULL OR proposer = NEW.taken_by_id OR NEW.proposed_by_id IS DISTINCT FROM proposer
  THEN
    RAISE EXCEPTION 'this step needs a second person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
