from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    initial = True
    dependencies = [("versions", "0001_shared")]
    operations = [run_file(__file__, "folding", undo="DROP SCHEMA search CASCADE")]
