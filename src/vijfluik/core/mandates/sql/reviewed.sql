-- A mandate that nobody reviewed for half a year lapses: nothing goes on because nobody looked. The
-- day itself still counts; PostgreSQL takes the last day of a shorter month, as months_after does.
CREATE OR REPLACE FUNCTION partners.in_force(mandate partners_mandate) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
  RETURN mandate.approved_by_id IS NOT NULL AND mandate.ended_at IS NULL
    AND mandate.valid_from <= partners.today() AND mandate.valid_until > partners.today()
    AND (mandate.reviewed_on + interval '6 months')::date >= partners.today();
