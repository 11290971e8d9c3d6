from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("registers", "0002_access")]
    operations = [run_file(__file__, "staged", undo=migrations.RunSQL.noop)]
