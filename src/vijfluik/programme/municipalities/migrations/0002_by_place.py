from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("municipalities", "0001_access"), ("partners", "0008_municipality")]
    operations = [run_file(__file__, "all_support", undo=migrations.RunSQL.noop)]
