from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("partners", "0002_acting")]
    operations = [
        run_file(__file__, "scopes", undo="DROP SCHEMA access CASCADE"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
