-- Documents of one's own that wait for the scanner or were stopped by it. As who asks, so with the
-- walls of every record; in PL/pgSQL, which plans once per session.
CREATE FUNCTION attachments.held_back()
RETURNS TABLE (document uuid, scan text, brought_at timestamptz)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT own.key, own.scan::text, own.brought_at
  FROM attachments_document own
  WHERE own.brought_by_id = partners.actor() AND own.state = 'current'
    AND (own.scan = 'waiting' OR own.scan = 'infected')
  ORDER BY own.brought_at, own.key;
END $$;
REVOKE ALL ON FUNCTION attachments.held_back() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION attachments.held_back() TO vijfluik_app;
