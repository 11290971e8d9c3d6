from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("mandates", "0003_deputies"), ("access", "0007_compartments")]
    operations = [run_file(__file__, "compartments")]
