from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0005_policy_roles"),
        ("partners", "0006_programme_roles"),
        ("trainings", "0010_sought"),
        ("advice", "0001_initial"),
        ("grants", "0002_access"),
        ("partnerships", "0003_access"),
    ]
    operations = [
        run_file(__file__, "support"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
