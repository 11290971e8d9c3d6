from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import VersionedChanged


class Migration(migrations.Migration):
    # Of before the first release: nobody has a database of an earlier state to go back to.
    irreversible = "It replaced policies and functions whose earlier text stands in no file."
    dependencies = [
        ("access", "0005_policy_roles"),
        ("partners", "0006_programme_roles"),
        ("trainings", "0010_sought"),
        ("advice", "0002_access"),
        ("grants", "0002_access"),
        ("partnerships", "0003_access"),
    ]
    operations = [
        run_file(__file__, "support"),
        # Versions have the policies of their table.
        VersionedChanged("grants.Award"),
        VersionedChanged("advice.Advice"),
        VersionedChanged("trainings.Training"),
        VersionedChanged("partnerships.Partnership"),
        VersionedChanged("partnerships.Milestone"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
