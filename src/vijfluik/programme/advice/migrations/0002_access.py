from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.search.operations import Searched
from vijfluik.core.versions.operations import Versioned


class Migration(migrations.Migration):
    dependencies = [
        ("advice", "0001_initial"),
        ("access", "0004_policy_law"),
        ("partners", "0005_adviser"),
        ("registers", "0002_access"),
        ("search", "0001_folding"),
        ("versions", "0001_shared"),
    ]
    operations = [
        Scoped("Advice", thing="advice", owner="organisation"),
        ScopedSteps(
            "AdviceStep",
            record="advice",
            thing="advice",
            owner="organisation",
            four_eyes=("decline",),
        ),
        Searched("Advice", scope="organisation", texts=("subject", "reference", "requester")),
        Versioned("Advice"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
