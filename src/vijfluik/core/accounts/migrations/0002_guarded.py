from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    # Of before the first release: nobody has a database of an earlier state to go back to.
    irreversible = "It replaced policies and functions whose earlier text stands in no file."
    dependencies = [
        ("accounts", "0001_initial"),
        ("access", "0006_asked"),
        ("partners", "0010_accounts"),
    ]
    operations = [
        run_file(__file__, "accounts"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
