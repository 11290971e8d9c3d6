-- The due dates that the actor was told of and that still wait. As the owner: whether the actor sees a
-- notice is asked of its due date by the policy of notices, once; asking it of the due date here again
-- would walk the walls of every room a second time, for the frame of each page.
CREATE FUNCTION notices.waiting() RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp ROWS 20 AS $$
BEGIN
  PERFORM set_config('notices.pressing', 'on', true);
  RETURN QUERY SELECT due.key FROM notices_notice told JOIN lifecycle_due due ON due.key = told.due
  WHERE told.professional_id = partners.actor() AND told.read_at IS NULL AND due.closed_at IS NULL;
  PERFORM set_config('notices.pressing', '', true);
END $$;
REVOKE ALL ON FUNCTION notices.waiting() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notices.waiting() TO vijfluik_app;

CREATE OR REPLACE FUNCTION notices.unread() RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (SELECT count(*) FROM notices_notice told
    WHERE told.professional_id = partners.actor() AND told.read_at IS NULL
      AND (told.kind <> 'term' OR told.due IN (SELECT notices.waiting())));
END $$;
