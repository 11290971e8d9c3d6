from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.search.operations import Searched
from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import Versioned

OWNER = "organisation"


class Migration(migrations.Migration):
    # Of before the first release: nobody has a database of an earlier state to go back to.
    irreversible = "It replaced policies and functions whose earlier text stands in no file."
    dependencies = [
        ("processing", "0001_initial"),
        ("access", "0007_compartments"),
        ("mandates", "0004_compartments"),
        ("partners", "0006_programme_roles"),
        ("registers", "0002_access"),
        ("search", "0001_folding"),
        ("versions", "0001_shared"),
    ]
    operations = [
        Scoped("Activity", thing="processing_activities", owner=OWNER),
        ScopedSteps("ActivityStep", record="activity", thing="processing_activities", owner=OWNER,
                    four_eyes=("adopt",)),
        Searched("Activity", scope=OWNER,
                 texts=("title", "reference", "special", "joint", "officer")),
        Versioned("Activity"),
        Scoped("Assessment", thing="assessments", owner=OWNER, within="activity"),
        ScopedSteps("AssessmentStep", record="assessment", thing="assessments", owner=OWNER,
                    four_eyes=("decide",)),
        Searched("Assessment", scope=OWNER, texts=("title", "reference")),
        Versioned("Assessment"),
        run_file(__file__, "guards", undo="DROP SCHEMA processing CASCADE"),
        run_file(__file__, "opening"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]  # fmt: skip
