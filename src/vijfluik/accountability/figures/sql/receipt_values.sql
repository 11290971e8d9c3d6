-- A value may be a number, words, several numbers or numbers by part; the rest of the check stays.
ALTER TABLE figure_receipt DROP CONSTRAINT figure_receipt_fits;
ALTER TABLE figure_receipt ADD CONSTRAINT figure_receipt_fits CHECK ((
    jsonb_typeof(content::jsonb) = 'object'
    AND content::jsonb ?& ARRAY[
      'figure', 'definition', 'definition_sha256', 'as_of', 'parameters', 'sql', 'sql_sha256',
      'records', 'root', 'cells', 'cells_sha256', 'unstated', 'value', 'hedge', 'text', 'software'
    ]
    AND jsonb_typeof(content::jsonb -> 'parameters') = 'object'
    AND jsonb_typeof(content::jsonb -> 'sql') = 'string'
    AND jsonb_typeof(content::jsonb -> 'cells') = 'array'
    AND jsonb_typeof(content::jsonb -> 'text') = 'object'
    AND jsonb_typeof(content::jsonb -> 'unstated') = 'number'
    AND jsonb_typeof(content::jsonb -> 'value') <> 'boolean'
    -- A number that is written as text is no number.
    AND (jsonb_typeof(content::jsonb -> 'value') <> 'string'
         OR content::jsonb ->> 'value' !~ '^-?[0-9]+([.][0-9]+)?$')
    AND content::jsonb ->> 'root' ~ '^[0-9a-f]{64}$'
    AND key = left(sha256, 16)
    AND sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')
    AND content::jsonb ->> 'definition' = definition_id
    AND content::jsonb ->> 'definition_sha256' = definition_sha256
    AND definition_id = (content::jsonb ->> 'figure') || '@' || split_part(definition_id, '@', 2)
    -- Written in one way only: a cast would take "yesterday" as well.
    AND content::jsonb ->> 'as_of'
        = to_char(as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"')
    AND jsonb_typeof(content::jsonb -> 'records') = 'number'
    AND content::jsonb ->> 'records' = (length(fingerprints) / 4)::text
    AND length(fingerprints) % 4 = 0
  ) IS TRUE);
