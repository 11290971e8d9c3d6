-- What the House's register holds, by the organisation that read the file. It is no record: the
-- next file replaces it, so the application may remove what it read itself.
GRANT SELECT, INSERT, DELETE ON undertakings_houseentry TO vijfluik_app;

ALTER TABLE undertakings_houseentry ENABLE ROW LEVEL SECURITY;
ALTER TABLE undertakings_houseentry FORCE ROW LEVEL SECURITY;
CREATE POLICY house_read ON undertakings_houseentry FOR SELECT TO vijfluik_app
  USING ((SELECT access.everywhere('undertakings', 'read'))
         OR organisation_id = ANY ((SELECT access.organisations('undertakings', 'read'))::text[]));
CREATE POLICY house_insert ON undertakings_houseentry FOR INSERT TO vijfluik_app
  WITH CHECK ((SELECT access.everywhere('undertakings', 'import'))
         OR organisation_id = ANY ((SELECT access.organisations('undertakings', 'import'))::text[]));
CREATE POLICY house_delete ON undertakings_houseentry FOR DELETE TO vijfluik_app
  USING ((SELECT access.everywhere('undertakings', 'import'))
         OR organisation_id = ANY ((SELECT access.organisations('undertakings', 'import'))::text[]));
