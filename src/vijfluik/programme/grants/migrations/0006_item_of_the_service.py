from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("grants", "0005_scheme_of_the_service")]
    operations = [run_file(__file__, "items", undo="SELECT 1")]
