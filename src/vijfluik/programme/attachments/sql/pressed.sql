-- Who brought a document that the scanner stopped, and was not told: looked for first by the notifier.
-- After a month no more, for who may not see the record any more is never told.
CREATE FUNCTION attachments.pressed() RETURNS TABLE (professional uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('attachments.keeping', 'on', true);
  RETURN QUERY SELECT DISTINCT stopped.brought_by_id FROM attachments_document stopped
  WHERE stopped.scan = 'infected' AND stopped.state = 'current'
    AND stopped.brought_at > now() - interval '30 days'
    AND NOT notices.was_told(stopped.brought_by_id, 'document_stopped', stopped.key,
                             stopped.brought_at, NULL);
  PERFORM set_config('attachments.keeping', '', true);
END $$;
REVOKE ALL ON FUNCTION attachments.pressed() FROM PUBLIC;
