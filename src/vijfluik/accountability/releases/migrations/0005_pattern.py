from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    # Of before the first release: nobody has a database of an earlier state to go back to.
    irreversible = "It replaced policies and functions whose earlier text stands in no file."
    dependencies = [
        ("releases", "0004_wording_access"),
        ("disclosure", "0001_initial"),
    ]
    operations = [
        run_file(__file__, "pattern"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
