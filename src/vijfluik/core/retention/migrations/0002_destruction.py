from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [
        ("retention", "0001_initial"),
        ("access", "0005_policy_roles"),
        ("journal", "0003_objects"),
        ("lifecycle", "0002_due"),
        ("registers", "0003_staged_where_read_in"),
        ("versions", "0001_shared"),
    ]
    operations = [run_file(__file__, "retention", undo="DROP SCHEMA retention CASCADE")]
