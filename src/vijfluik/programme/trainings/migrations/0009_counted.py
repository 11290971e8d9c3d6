from django.db import migrations

from vijfluik.core.versions.operations import Counted

# What the figures of this register filter on, group by and add up.
COLUMNS = (
    "state",
    "provider_id",
    "kind",
    "held_on",
    "wanted_on",
    "audience",
    "participants",
    "participants_primary",
    "participants_secondary",
    "participants_vocational",
)


class Migration(migrations.Migration):
    dependencies = [("trainings", "0008_shared_imports"), ("versions", "0002_ends")]
    operations = [Counted("Training", columns=COLUMNS)]
