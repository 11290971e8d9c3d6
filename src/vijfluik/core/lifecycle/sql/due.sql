-- Due dates are seen where the records of their register may be read; the clock sees the dates of
-- all registers and nothing else of them.
GRANT SELECT, INSERT ON lifecycle_due TO vijfluik_app;
GRANT UPDATE (due_on, closed_at) ON lifecycle_due TO vijfluik_app;
GRANT SELECT (key, object_key, kind, due_on, provision, closed_at) ON lifecycle_due
  TO vijfluik_clock;
GRANT UPDATE (closed_at) ON lifecycle_due TO vijfluik_clock;

ALTER TABLE lifecycle_due ENABLE ROW LEVEL SECURITY;
ALTER TABLE lifecycle_due FORCE ROW LEVEL SECURITY;

-- Asked once per statement, whatever the number of rows: two hashed lists.
CREATE POLICY due_read ON lifecycle_due FOR SELECT TO vijfluik_app
  USING (register::text IN (SELECT thing FROM access.readable_everywhere())
         OR (register::text, organisation_id::text)
            IN (SELECT thing, organisation FROM access.readable_own()));
CREATE POLICY due_insert ON lifecycle_due FOR INSERT TO vijfluik_app
  WITH CHECK (register::text IN (SELECT thing FROM access.writable_everywhere())
              OR (register::text, organisation_id::text)
                 IN (SELECT thing, organisation FROM access.writable_own()));
CREATE POLICY due_update ON lifecycle_due FOR UPDATE TO vijfluik_app
  USING (register::text IN (SELECT thing FROM access.writable_everywhere())
         OR (register::text, organisation_id::text)
            IN (SELECT thing, organisation FROM access.writable_own()));
-- A row that the clock closes must still be visible to it, or PostgreSQL refuses the change.
CREATE POLICY due_clock_read ON lifecycle_due FOR SELECT TO vijfluik_clock USING (true);
CREATE POLICY due_clock_close ON lifecycle_due FOR UPDATE TO vijfluik_clock
  USING (closed_at IS NULL) WITH CHECK (closed_at IS NOT NULL);
