from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("access", "0006_asked"),
        ("partners", "0010_accounts"),
    ]
    operations = [
        run_file(__file__, "accounts"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
