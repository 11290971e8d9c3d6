from django.db import migrations

from vijfluik.accountability.figures.loading import load_definitions
from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [
        ("figures", "0001_initial"),
        ("access", "0002_policy"),
        ("versions", "0001_shared"),
    ]
    operations = [
        run_file(__file__, "receipts", undo="DROP SCHEMA figures CASCADE"),
        migrations.RunPython(load_definitions, migrations.RunPython.noop),
    ]
