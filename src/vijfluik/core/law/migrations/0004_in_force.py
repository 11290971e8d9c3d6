from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("law", "0003_stated")]
    operations = [run_file(__file__, "in_force", undo="DROP FUNCTION law.in_force(text, date)")]
