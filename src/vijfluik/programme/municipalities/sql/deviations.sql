-- A municipality reads what was decided about itself, with the reasons, and of no other: the same
-- reach as for the support that it gets. Written so that PostgreSQL reads it back unchanged.
CREATE POLICY deviation_own ON municipalities_deviation FOR SELECT TO vijfluik_app
  USING (place_id IN (
    SELECT place.id FROM partners_place place
    JOIN partners_organisation organisation ON organisation.place_id = place.id
    WHERE organisation.code = ANY (
      (SELECT access.organisations('municipal_support', 'read'))::text[])));
