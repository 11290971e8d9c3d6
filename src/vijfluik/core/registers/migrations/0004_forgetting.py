from django.db import migrations

from vijfluik.core.sql import run_file

UNDO = """
    DROP SCHEMA imports CASCADE;
    DROP POLICY staged_over_read ON registers_stagedfile;
    DROP POLICY staged_over ON registers_stagedfile;
    DROP POLICY batch_over_read ON registers_importbatch;
    DROP POLICY batch_over ON registers_importbatch;
"""


class Migration(migrations.Migration):
    dependencies = [("registers", "0003_staged_where_read_in"), ("journal", "0005_unattended")]
    operations = [run_file(__file__, "forgetting", undo=UNDO)]
