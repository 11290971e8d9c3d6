from django.db import migrations

from vijfluik.core.sql import run_file

# What stands in notices.sql: the walls of every room are walked twice.
BEFORE = """
CREATE OR REPLACE FUNCTION notices.unread() RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (SELECT count(*) FROM notices_notice told
    WHERE told.professional_id = partners.actor() AND told.read_at IS NULL
      AND (told.kind <> 'term' OR EXISTS (
        SELECT FROM lifecycle_due due WHERE due.key = told.due AND due.closed_at IS NULL)));
END $$;
DROP FUNCTION notices.waiting();
"""


class Migration(migrations.Migration):
    dependencies = [("notices", "0008_given_up")]
    operations = [run_file(__file__, "waiting", undo=BEFORE)]
