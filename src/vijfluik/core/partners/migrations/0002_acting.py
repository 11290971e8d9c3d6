from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("partners", "0001_initial"), ("sessions", "0001_initial")]
    operations = [run_file(__file__, "acting", undo="DROP SCHEMA partners CASCADE")]
