from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.search.operations import Searched
from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import Versioned


class Migration(migrations.Migration):
    dependencies = [("municipalities", "0003_deviations"), ("versions", "0001_shared")]
    operations = [
        Scoped("Deviation", thing="deviations", owner="organisation"),
        ScopedSteps(
            "DeviationStep", record="deviation", thing="deviations", owner="organisation"
        ),
        Searched("Deviation", scope="organisation", texts=("difference", "reference")),
        run_file(__file__, "deviations", undo=migrations.RunSQL.noop),
        Versioned("Deviation"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
