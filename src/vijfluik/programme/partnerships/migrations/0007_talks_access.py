from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.search.operations import Searched
from vijfluik.core.versions.operations import Versioned

TEXTS = ("title", "reference", "counterpart")


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0006_talk"), ("access", "0005_policy_roles")]
    operations = [
        Scoped("Talk", thing="talks", owner="lead", within="partnership"),
        ScopedSteps("TalkStep", record="talk", thing="talks", owner="lead"),
        Searched("Talk", scope="lead", texts=TEXTS),
        Versioned("Talk"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
