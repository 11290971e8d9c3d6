from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.search.operations import Searched
from vijfluik.core.versions.operations import Versioned


class Migration(migrations.Migration):
    dependencies = [
        ("offers", "0001_initial"),
        ("access", "0005_policy_roles"),
        ("partners", "0007_no_password"),
        ("registers", "0002_access"),
        ("search", "0001_folding"),
        ("versions", "0001_shared"),
    ]
    operations = [
        Scoped("Offer", thing="offers", owner="organisation"),
        ScopedSteps("OfferStep", record="offer", thing="offers", owner="organisation"),
        Searched(
            "Offer", scope="organisation", texts=("name", "reference", "duration", "contact")
        ),
        Versioned("Offer"),
        Scoped("Trajectory", thing="trajectories", owner="organisation"),
        ScopedSteps(
            "TrajectoryStep", record="trajectory", thing="trajectories", owner="organisation"
        ),
        Searched("Trajectory", scope="organisation", texts=("name", "reference")),
        Versioned("Trajectory"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
