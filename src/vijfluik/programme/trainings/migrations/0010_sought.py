from importlib import import_module

from django.db import migrations

from vijfluik.core.versions.operations import Counted

COLUMNS = import_module("vijfluik.programme.trainings.migrations.0009_counted").COLUMNS


class Migration(migrations.Migration):
    dependencies = [("trainings", "0009_counted")]
    operations = [
        Counted("Training", columns=COLUMNS, by=("provider_id", "kind", "state", "held_on"))
    ]
