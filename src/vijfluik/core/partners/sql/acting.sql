-- Who acts in this transaction. Set by vijfluik.core.partners.acting for one transaction at a time;
-- without it these functions answer NULL and every policy that asks them shows no rows.

CREATE SCHEMA partners;
GRANT USAGE ON SCHEMA partners
  TO vijfluik_app, vijfluik_clock, vijfluik_destroyer, vijfluik_auditor, vijfluik_report;

CREATE FUNCTION partners.actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('vijfluik.actor', true), '')::uuid;

CREATE FUNCTION partners.mandate() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('vijfluik.mandate', true), '')::uuid;

CREATE FUNCTION partners.purpose() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('vijfluik.purpose', true), '');

CREATE FUNCTION partners.reason() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('vijfluik.reason', true), '');

-- Dutch days: a mandate that ends today ended at midnight in Amsterdam.
CREATE FUNCTION partners.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (now() AT TIME ZONE 'Europe/Amsterdam')::date;

GRANT SELECT ON partners_organisation, partners_place, partners_placemembership,
  partners_placesuccession, partners_professional, partners_mandate
  TO vijfluik_app;
-- The day of last signing in and the chosen language; names and mandates change by owner actions
-- until the administration of accounts comes.
GRANT UPDATE (last_login, language) ON partners_professional TO vijfluik_app;
