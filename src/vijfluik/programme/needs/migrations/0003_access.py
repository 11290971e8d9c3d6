from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.search.operations import Searched
from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import Versioned


class Migration(migrations.Migration):
    dependencies = [
        ("needs", "0002_initial"),
        ("offers", "0002_access"),
        ("access", "0005_policy_roles"),
        ("partners", "0007_no_password"),
        ("registers", "0002_access"),
        ("search", "0001_folding"),
        ("versions", "0001_shared"),
    ]
    operations = [
        Scoped("NeedRound", thing="need_rounds", owner="organisation"),
        ScopedSteps(
            "NeedRoundStep", record="need_round", thing="need_rounds", owner="organisation"
        ),
        Searched("NeedRound", scope="organisation", texts=("title", "reference")),
        Versioned("NeedRound"),
        Scoped("Need", thing="needs", owner="respondent"),
        ScopedSteps("NeedStep", record="need", thing="needs", owner="respondent"),
        Searched("Need", scope="respondent", texts=("reference", "note")),
        # Before the versions, which have the policies of their table.
        run_file(__file__, "results", undo="DROP SCHEMA needs CASCADE"),
        Versioned("Need"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
