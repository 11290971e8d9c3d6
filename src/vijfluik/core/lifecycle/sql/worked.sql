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
