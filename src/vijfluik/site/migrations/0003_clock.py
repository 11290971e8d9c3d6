from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("site", "0002_migrations_seen")]
    operations = [run_file(__file__, "clock", undo="DROP SCHEMA site CASCADE")]
