-- How a text and a word are made alike before they are compared. Only here: what people type is
-- folded by the same function as what is stored, so the two cannot come to differ.

CREATE SCHEMA search;
GRANT USAGE ON SCHEMA search TO vijfluik_app, vijfluik_auditor, vijfluik_report;

-- Small letters without accents: "Coördinátie" and "COORDINATIE" become "coordinatie", "Ĳmond" and
-- "IJmond" become "ijmond", typographic quotes and dashes plain ones. Of other alphabets only what
-- Unicode itself takes for the same; their capitals stay, because what PostgreSQL knows of them
-- differs from server to server.
CREATE FUNCTION search.folded(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
  WHEN octet_length(value) = char_length(value) THEN lower(value COLLATE "C")
  ELSE lower(
    replace(replace(replace(replace(replace(replace(replace(
      translate(
        regexp_replace(normalize(value, NFKD), U&'[\0300-\036F]', '', 'g'),
        U&'\00D8\00F8\0110\0111\0141\0142\0131\2018\2019\201A\201B\2032\2010\2011\2012\2013\2014',
        'OoDdLli''''''''''-----'),
      U&'\00DF', 'ss'), U&'\00C6', 'ae'), U&'\00E6', 'ae'), U&'\0152', 'oe'), U&'\0153', 'oe'),
      U&'\00DE', 'th'), U&'\00FE', 'th') COLLATE "C")
END;

-- The pattern of LIKE for a word somewhere in a folded text; the signs of LIKE stand for themselves.
CREATE FUNCTION search.pattern(word text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN '%' || replace(replace(replace(search.folded(word), '\', '\\'), '%', '\%'), '_', '\_') || '%';
