from django.db import migrations

from vijfluik.core.sql import run_file

UNDO = """
DROP FUNCTION retention.came_back(text[], uuid[]);
REVOKE USAGE ON SCHEMA retention FROM vijfluik_clock;
"""


class Migration(migrations.Migration):
    dependencies = [("retention", "0004_unattended")]
    operations = [run_file(__file__, "came_back", undo=UNDO)]
