-- The item of the programme that a scheme is of, with the investment in the service (VW-01).
CREATE OR REPLACE FUNCTION grants.item_of(scheme text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE scheme
    WHEN 'versterkingsgelden' THEN 'VK-02'
    WHEN 'fonds-tegengeluid' THEN 'VK-35'
    WHEN 'familiesteun' THEN 'VK-16'
    WHEN 'capaciteitsopbouw' THEN 'VK-47'
    WHEN 'opensource-capaciteit' THEN 'VK-32'
    WHEN 'opensource-iru' THEN 'VK-32'
    WHEN 'fec-tf' THEN 'VK-37'
    WHEN 'aivd-zicht' THEN 'VW-01'
    WHEN 'cter-capaciteit' THEN 'VK-39'
    ELSE 'X-07' END
$$;
