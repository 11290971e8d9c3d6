from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("access", "0005_policy_roles")]
    operations = [run_file(__file__, "asked")]
