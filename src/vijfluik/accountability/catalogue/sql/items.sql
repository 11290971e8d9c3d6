-- The items are nobody's and hold no personal data: whoever may read the programme may read all of
-- them. Rows come with the software, through a migration of the owner.
GRANT SELECT ON catalogue_item TO vijfluik_app, vijfluik_report;

ALTER TABLE catalogue_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalogue_item FORCE ROW LEVEL SECURITY;
CREATE POLICY item_read ON catalogue_item FOR SELECT TO vijfluik_app, vijfluik_report
  USING ((SELECT access.everywhere('programme', 'read')));
CREATE POLICY item_load ON catalogue_item TO vijfluik_owner USING (true) WITH CHECK (true);
