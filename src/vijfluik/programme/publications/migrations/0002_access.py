from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.search.operations import Searched
from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import Versioned


class Migration(migrations.Migration):
    # Of before the first release: nobody has a database of an earlier state to go back to.
    irreversible = "It replaced policies and functions whose earlier text stands in no file."
    dependencies = [
        ("publications", "0001_initial"),
        ("access", "0005_policy_roles"),
        ("partners", "0006_programme_roles"),
        ("registers", "0002_access"),
        ("search", "0001_folding"),
        ("versions", "0001_shared"),
    ]
    operations = [
        Scoped("Publication", thing="publications", owner="organisation"),
        ScopedSteps(
            "PublicationStep",
            record="publication",
            thing="publications",
            owner="organisation",
            four_eyes=("publish", "republish"),
        ),
        Scoped("Edition", thing="editions", owner="organisation", within="publication"),
        ScopedSteps("EditionStep", record="edition", thing="editions", owner="organisation"),
        Scoped("Reach", thing="reach", owner="organisation", within="publication"),
        ScopedSteps("ReachStep", record="reach", thing="reach", owner="organisation"),
        Searched(
            "Publication",
            scope="organisation",
            texts=("title", "reference", "code", "channel", "feedback", "period_said"),
        ),
        Searched("Edition", scope="organisation", texts=("title", "reference")),
        Searched("Reach", scope="organisation", texts=("subject", "reference", "code")),
        # After the search, which knows no frame and shows editions by their own rules alone.
        run_file(__file__, "frames"),
        Versioned("Publication"),
        Versioned("Edition"),
        Versioned("Reach"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
