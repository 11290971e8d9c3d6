-- What was read in and came to nothing goes after its term. Role clock asks for it and is told keys
-- and numbers; it reads no file, no row and no person. The owner, as whom these run, sees of both
-- tables what is over and nothing else.
CREATE SCHEMA imports;
GRANT USAGE ON SCHEMA imports TO vijfluik_clock;

CREATE POLICY staged_over_read ON registers_stagedfile FOR SELECT TO vijfluik_owner
  USING (staged_at < now() - interval '14 days');
CREATE POLICY staged_over ON registers_stagedfile FOR DELETE TO vijfluik_owner
  USING (staged_at < now() - interval '14 days');
CREATE POLICY batch_over_read ON registers_importbatch FOR SELECT TO vijfluik_owner
  USING (imported_at < now() - interval '180 days');
CREATE POLICY batch_over ON registers_importbatch FOR UPDATE TO vijfluik_owner
  USING (imported_at < now() - interval '180 days');

CREATE FUNCTION imports.forget_files(most integer) RETURNS TABLE (object uuid, gone integer)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM registers_stagedfile WHERE key IN (
    SELECT key FROM registers_stagedfile WHERE staged_at < now() - interval '14 days'
    ORDER BY staged_at LIMIT most)
  RETURNING key, 1
$$;

-- The same file, read in once more, brings the rows that were not settled back; a line that was put
-- right or dropped stays marked so, without its cells.
CREATE FUNCTION imports.forget_rows(most integer) RETURNS TABLE (object uuid, gone integer)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH over AS (
    SELECT key, jsonb_array_length(jsonb_path_query_array(held_back, '$[*] ? (@.cells.size() > 0)'))
      AS cells
    FROM registers_importbatch
    WHERE imported_at < now() - interval '180 days'
      AND jsonb_path_exists(held_back, '$[*] ? (@.cells.size() > 0)')
    ORDER BY imported_at LIMIT most)
  UPDATE registers_importbatch batch SET held_back = coalesce((
      SELECT jsonb_agg(row.held || '{"cells": [], "faults": []}'::jsonb ORDER BY row.place)
      FROM jsonb_array_elements(batch.held_back) WITH ORDINALITY AS row (held, place)
      WHERE row.held ->> 'settled' <> ''), '[]'::jsonb)
  FROM over WHERE batch.key = over.key
  RETURNING batch.key, over.cells
$$;

-- What the journal takes of nobody: that it is kept no longer, of one object.
CREATE FUNCTION imports.unattended(e journal_event) RETURNS boolean LANGUAGE sql
  STABLE SET search_path = pg_catalog, public, pg_temp
  RETURN e.subjects = '{}' AND e.action = 'import.forgotten' AND e.origin = 'clock'
    AND e.result = 'done' AND session_user = 'vijfluik_clock';
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA imports FROM PUBLIC;
GRANT EXECUTE ON FUNCTION imports.forget_files(integer), imports.forget_rows(integer)
  TO vijfluik_clock;
