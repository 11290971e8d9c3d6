-- Which municipality an organisation is was told from its name until now. Where exactly one
-- municipality has that name, and one organisation is called so, it is kept; of a municipality that
-- lived on under its code the latest is taken. The others stay without: they are listed at
-- /gemeenten/ and tied by `./run municipalities tie`.
UPDATE partners_organisation organisation SET place_id = found.id
FROM (
  SELECT DISTINCT ON (place.name) place.name, place.id
  FROM partners_place place
  WHERE place.kind = 'municipality'
    AND (SELECT count(DISTINCT other.code) FROM partners_place other
         WHERE other.kind = 'municipality' AND other.name = place.name) = 1
  ORDER BY place.name, place.valid_from DESC) found
WHERE organisation.kind = 'municipality' AND organisation.place_id IS NULL
  AND organisation.name = 'Gemeente ' || found.name
  AND (SELECT count(*) FROM partners_organisation other
       WHERE other.kind = 'municipality' AND other.name = organisation.name) = 1;
