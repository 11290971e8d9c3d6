-- When a process that works by the clock last went round: a name and a moment, of nobody.
GRANT SELECT ON lifecycle_worked TO vijfluik_app, vijfluik_clock, vijfluik_destroyer;
GRANT INSERT, UPDATE ON lifecycle_worked TO vijfluik_clock, vijfluik_destroyer;
ALTER TABLE lifecycle_worked ENABLE ROW LEVEL SECURITY;
ALTER TABLE lifecycle_worked FORCE ROW LEVEL SECURITY;
CREATE POLICY worked_read ON lifecycle_worked FOR SELECT TO vijfluik_app USING (true);
CREATE POLICY worked_clock ON lifecycle_worked TO vijfluik_clock
  USING (name = 'clock') WITH CHECK (name = 'clock');
CREATE POLICY worked_destroyer ON lifecycle_worked TO vijfluik_destroyer
  USING (name = 'destroyer') WITH CHECK (name = 'destroyer');

-- What the journal takes of nobody: that a due date ended with its day, of one row.
CREATE SCHEMA lifecycle;
CREATE FUNCTION lifecycle.unattended(e journal_event) RETURNS boolean LANGUAGE sql
  STABLE SET search_path = pg_catalog, public, pg_temp
  RETURN e.subjects = '{}' AND e.action = 'due.lapsed' AND e.origin = 'clock'
    AND e.result = 'done' AND session_user = 'vijfluik_clock';
REVOKE ALL ON FUNCTION lifecycle.unattended(journal_event) FROM PUBLIC;
