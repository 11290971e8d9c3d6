-- The wall of the independent fund. Rows of its compartment are opened by no rule for all of whoever
-- does not stand in it (`Scoped(compartment=…)`); two things remain.

-- What is due of a record is seen by who sees the record.
CREATE POLICY grants_wall ON lifecycle_due AS RESTRICTIVE FOR SELECT TO vijfluik_app
  USING (CASE register
    WHEN 'applications' THEN EXISTS (SELECT FROM grants_application r WHERE r.key = object_key)
    WHEN 'awards' THEN EXISTS (SELECT FROM grants_award r WHERE r.key = object_key)
    WHEN 'instalments' THEN EXISTS (SELECT FROM grants_instalment r WHERE r.key = object_key)
    ELSE true END);

-- The financing ministry sees totals. The function `grants.totals` (`totals.sql`) is the only thing
-- that looks over the wall, and it answers sums per scheme and year. It runs as the owner, whom the
-- policies below let through while it runs; an application may set the same word, and is not the
-- owner.
CREATE POLICY grants_totals ON grants_budgetline FOR SELECT TO vijfluik_owner
  USING (current_setting('grants.totals', true) = 'on');
CREATE POLICY grants_totals ON grants_award FOR SELECT TO vijfluik_owner
  USING (current_setting('grants.totals', true) = 'on');
CREATE POLICY grants_totals ON grants_instalment FOR SELECT TO vijfluik_owner
  USING (current_setting('grants.totals', true) = 'on');
