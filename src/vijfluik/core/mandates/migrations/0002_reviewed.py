from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("mandates", "0001_guarded"), ("access", "0006_asked")]
    operations = [run_file(__file__, "reviewed")]
