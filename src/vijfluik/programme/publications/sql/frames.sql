-- The threat assessment and the strategy of a day concern everybody who works in the programme:
-- what has appeared of them may be read by whoever may read the programme, and nothing else.
CREATE POLICY frame_read ON publications_edition FOR SELECT TO vijfluik_app
  USING (frame IN ('threat', 'strategy') AND state IN ('published', 'superseded')
         AND (SELECT access.everywhere('programme', 'read')));
