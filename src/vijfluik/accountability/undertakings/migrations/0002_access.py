from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.search.operations import Searched
from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import Versioned

OWNER = "organisation"


class Migration(migrations.Migration):
    dependencies = [
        ("undertakings", "0001_initial"),
        ("access", "0005_policy_roles"),
        ("partners", "0006_programme_roles"),
        ("registers", "0002_access"),
        ("search", "0001_folding"),
        ("versions", "0001_shared"),
    ]
    operations = [
        Scoped("Paper", thing="papers", owner=OWNER),
        ScopedSteps("PaperStep", record="paper", thing="papers", owner=OWNER),
        Searched(
            "Paper", scope=OWNER, texts=("title", "reference", "dossier", "number", "dated_said")
        ),
        Versioned("Paper"),
        Scoped("Bill", thing="bills", owner=OWNER),
        ScopedSteps("BillStep", record="bill", thing="bills", owner=OWNER),
        Searched(
            "Bill",
            scope=OWNER,
            texts=(
                "title", "reference", "dossier", "provisions", "submitted_said", "published_in",
            ),
        ),
        Versioned("Bill"),
        Scoped("Undertaking", thing="undertakings", owner=OWNER),
        ScopedSteps(
            "UndertakingStep",
            record="undertaking",
            thing="undertakings",
            owner=OWNER,
            four_eyes=("settle",),
        ),
        Searched(
            "Undertaking",
            scope=OWNER,
            texts=("title", "reference", "found_at", "house_number"),
        ),
        run_file(__file__, "due", undo="DROP FUNCTION undertakings_guard_due CASCADE"),
        Versioned("Undertaking"),
        Scoped("Obligation", thing="obligations", owner=OWNER),
        ScopedSteps("ObligationStep", record="obligation", thing="obligations", owner=OWNER),
        Searched(
            "Obligation", scope=OWNER, texts=("title", "reference", "resolution", "paragraph")
        ),
        Versioned("Obligation"),
        run_file(__file__, "house", undo="SELECT 1"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]  # fmt: skip
