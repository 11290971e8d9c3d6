from importlib import import_module

from django.db import migrations

from vijfluik.core.search.operations import Searched, Unsearched
from vijfluik.core.versions.operations import Counted

COLUMNS = import_module("vijfluik.programme.trainings.migrations.0009_counted").COLUMNS
TEXTS = ("reference", "title", "requester")


class Migration(migrations.Migration):
    """What is searched is found and ordered in one table; what was asked for stands together."""

    dependencies = [("trainings", "0010_sought")]
    operations = [
        Unsearched("Training", scope="provider", texts=TEXTS),
        Searched("Training", scope="provider", texts=TEXTS, carried=("state", "wanted_on")),
        Counted(
            "Training",
            columns=COLUMNS,
            by=("provider_id", "kind", "state", "held_on"),
            also=("provider_id", "kind", "wanted_on"),
            also_held=("state",),
        ),
    ]
