-- The threat assessment and the strategy of a day concern everybody who works in the programme:
-- what has appeared of them may be read by whoever may read the programme, and nothing else.
-- Written without IN, which PostgreSQL reads back in another form on the table of versions.
CREATE POLICY frame_read ON publications_edition FOR SELECT TO vijfluik_app
  USING ((frame = 'threat' OR frame = 'strategy') AND (state = 'published' OR state = 'superseded')
         AND (SELECT access.everywhere('programme', 'read')));
