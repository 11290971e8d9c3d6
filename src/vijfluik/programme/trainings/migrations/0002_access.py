from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("trainings", "0001_initial"), ("access", "0002_policy")]
    operations = [run_file(__file__, "access", undo=migrations.RunSQL.noop)]
