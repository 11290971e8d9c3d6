from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.search.operations import Searched
from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import Versioned

_WALLS = {"owner": "organisation", "compartment": "compartment"}


class Migration(migrations.Migration):
    dependencies = [("evaluations", "0005_measured")]
    operations = [
        Scoped("Measurement", thing="measurements", within="evaluation", **_WALLS),
        ScopedSteps("MeasurementStep", record="measurement", thing="measurements", **_WALLS),
        Searched(
            "Measurement",
            scope="organisation",
            texts=("indicator", "reference"),
            compartment="compartment",
        ),
        Scoped("Lesson", thing="lessons", within="evaluation", **_WALLS),
        ScopedSteps("LessonStep", record="lesson", thing="lessons", **_WALLS),
        # Before it is searched: the search table takes the policies as they are.
        run_file(__file__, "lessons", undo="DROP FUNCTION evaluations.derive_shelf() CASCADE"),
        Searched(
            "Lesson",
            scope="organisation",
            texts=("title", "reference", "study"),
            compartment="compartment",
        ),
        run_file(
            __file__,
            "measured",
            undo="DROP FUNCTION evaluations.guard_measurement() CASCADE;"
            " DROP POLICY measurements_wall ON lifecycle_due",
        ),
        Versioned("Measurement"),
        Versioned("Lesson"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
