-- A figure counts the items for whoever reads figures, as it counts every other record: who verifies
-- receipts does so for oversight, and the programme itself is not read for that purpose.
ALTER POLICY item_read ON catalogue_item TO vijfluik_app;
ALTER POLICY item_read ON catalogue_item_version TO vijfluik_app;
CREATE POLICY item_report ON catalogue_item FOR SELECT TO vijfluik_report
  USING ((SELECT access.everywhere('figures', 'read')));
CREATE POLICY item_report ON catalogue_item_version FOR SELECT TO vijfluik_report
  USING ((SELECT access.everywhere('figures', 'read')));
