from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("releases", "0003_wording")]
    operations = [run_file(__file__, "wordings")]
