-- Who reads a release before and after it is published, and what makes it one.

CREATE SCHEMA releases;
GRANT USAGE ON SCHEMA releases TO vijfluik_app;

-- Whoever is admitted knows of it, and which release it is of.
CREATE POLICY admitted_read ON releases_reader FOR SELECT TO vijfluik_app
  USING (professional_id = (SELECT partners.actor()));

-- The releases that the actor may read beforehand, today. Row-level security shows the actor's own
-- admissions, and makers those of everybody: hence the name once more.
CREATE FUNCTION releases.admitted() RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(release_id), '{}') FROM releases_reader
  WHERE professional_id = partners.actor() AND state = 'admitted'
    AND valid_from <= partners.today() AND valid_until >= partners.today()
$$;

-- Published is a state, open a predicate on time: no job lifts an embargo.
CREATE POLICY open_read ON releases_release FOR SELECT TO vijfluik_app
  USING ((state = 'published' OR state = 'rectified')
         AND (embargo_until IS NULL OR embargo_until <= now())
         AND (SELECT access.everywhere('released', 'read')));
CREATE POLICY early_read ON releases_release FOR SELECT TO vijfluik_app
  USING ((state = 'adopted' OR state = 'published' OR state = 'rectified')
         AND key = ANY ((SELECT releases.admitted())::uuid[])
         AND (SELECT access.everywhere('released', 'read')));

-- What the application cannot do, whoever forgets the rules. The owner of the tables may load.
CREATE FUNCTION releases.guard_release() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  adoption releases_releasestep;
  passed constant text := OLD.state || '>' || NEW.state;
BEGIN
  IF current_user <> 'vijfluik_app' THEN
    RETURN NEW;
  END IF;
  IF OLD.state <> 'draft' AND
     (NEW.title, NEW.reference, NEW.report, NEW.as_of, NEW.period_until, NEW.drafted_on, NEW.notes,
      NEW.notes_en, NEW.predecessor_id, NEW.rectified_because, NEW.rectified_because_en,
      NEW.changed, NEW.changed_en)
     IS DISTINCT FROM
     (OLD.title, OLD.reference, OLD.report, OLD.as_of, OLD.period_until, OLD.drafted_on, OLD.notes,
      OLD.notes_en, OLD.predecessor_id, OLD.rectified_because, OLD.rectified_because_en,
      OLD.changed, OLD.changed_en) THEN
    RAISE EXCEPTION 'what was put in check stays as it is' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.embargo_until IS DISTINCT FROM OLD.embargo_until
     AND OLD.state NOT IN ('draft', 'adopted') THEN
    RAISE EXCEPTION 'an embargo changes before publication only'
      USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = OLD.state THEN
    RETURN NEW;
  END IF;
  IF passed NOT IN ('draft>in_check', 'in_check>adopted', 'in_check>draft', 'adopted>draft',
                    'adopted>published', 'published>rectified', 'draft>withdrawn',
                    'in_check>withdrawn') THEN
    RAISE EXCEPTION 'a release does not go from % to %', OLD.state, NEW.state
      USING ERRCODE = 'check_violation';
  END IF;
  IF passed = 'in_check>adopted' AND partners.actor() IS NOT DISTINCT FROM (
    SELECT taken_by_id FROM releases_releasestep
    WHERE release_id = NEW.key AND to_state = 'in_check' AND edge <> 'correct'
    ORDER BY registered_at DESC LIMIT 1) THEN
    RAISE EXCEPTION 'a release is adopted by a second person' USING ERRCODE = 'check_violation';
  END IF;
  IF passed = 'adopted>published' THEN
    SELECT * INTO adoption FROM releases_releasestep
    WHERE release_id = NEW.key AND edge = 'adopt' ORDER BY registered_at DESC LIMIT 1;
    IF adoption.key IS NULL OR adoption.proposed_by_id IS NULL
       OR adoption.proposed_by_id = adoption.taken_by_id
       OR EXISTS (SELECT FROM releases_releasestep
                  WHERE release_id = NEW.key AND to_state = 'draft' AND edge <> 'correct'
                    AND registered_at > adoption.registered_at) THEN
      RAISE EXCEPTION 'a release is published after a second person adopted it'
        USING ERRCODE = 'check_violation';
    END IF;
    IF (SELECT count(DISTINCT language) FROM releases_file
        WHERE adopted_in_id = adoption.key AND format = 'html') < 2 THEN
      RAISE EXCEPTION 'a release is published in both languages as it was adopted'
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF passed = 'published>rectified' AND NOT EXISTS (
    SELECT FROM releases_release later
    WHERE later.predecessor_id = NEW.key AND later.state = 'published') THEN
    RAISE EXCEPTION 'a release is rectified by one that was published'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_release BEFORE UPDATE ON releases_release
  FOR EACH ROW EXECUTE FUNCTION releases.guard_release();

CREATE FUNCTION releases.guard_new_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'vijfluik_app' AND NEW.state <> 'draft' THEN
    RAISE EXCEPTION 'a release begins as a draft' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_new_release BEFORE INSERT ON releases_release
  FOR EACH ROW EXECUTE FUNCTION releases.guard_new_release();

-- Whether a release of a report is being decided on or under embargo, for who may not see it.
CREATE FUNCTION releases.held_back(wanted text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before constant text := coalesce(current_setting('releases.reading', true), '');
  held boolean;
BEGIN
  PERFORM set_config('releases.reading', 'on', true);
  SELECT EXISTS (
    SELECT FROM releases_release
    WHERE report = wanted AND (state = 'in_check' OR state = 'adopted'
      OR (state = 'published' AND embargo_until > now()))) INTO held;
  PERFORM set_config('releases.reading', before, true);
  RETURN held;
END $$;
REVOKE ALL ON FUNCTION releases.held_back(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION releases.held_back(text) TO vijfluik_app;
-- The owner, as whom the function runs, reads while it does.
CREATE POLICY owner_reads ON releases_release FOR SELECT TO vijfluik_owner
  USING (current_setting('releases.reading', true) = 'on');
