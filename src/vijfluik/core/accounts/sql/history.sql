-- What was done to one account, from the journal: for whose it is, and for who administers accounts.
-- Acts that were done, on accounts only; nothing of what somebody did elsewhere.
CREATE FUNCTION accounts.history(wanted uuid, most integer)
RETURNS TABLE (moment timestamptz, actor_name text, action text, details text, reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT event.moment, event.actor_name::text, event.action::text, event.details::text,
    CASE WHEN access.everywhere('accounts', 'read') THEN event.reason::text ELSE '' END
  FROM journal_event event
  WHERE event.object_type = 'accounts.account' AND event.object_key = wanted::text
    AND event.result = 'done'
    AND (event.action LIKE 'account.%' OR event.action = 'session.ended')
    AND (wanted = partners.actor() OR access.everywhere('accounts', 'read'))
  ORDER BY event.moment DESC, event.id
  LIMIT least(most, 500)
$$;
REVOKE ALL ON FUNCTION accounts.history(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accounts.history(uuid, integer) TO vijfluik_app;
