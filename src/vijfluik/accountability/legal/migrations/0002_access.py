from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.search.operations import Searched
from vijfluik.core.versions.operations import Versioned

OWNER = "organisation"


class Migration(migrations.Migration):
    dependencies = [
        ("legal", "0001_initial"),
        ("access", "0005_policy_roles"),
        ("partners", "0006_programme_roles"),
        ("registers", "0002_access"),
        ("search", "0001_folding"),
        ("versions", "0001_shared"),
    ]
    operations = [
        Scoped("Template", thing="templates", owner=OWNER),
        ScopedSteps(
            "TemplateStep",
            record="template",
            thing="templates",
            owner=OWNER,
            four_eyes=("adopt",),
        ),
        Searched("Template", scope=OWNER, texts=("title", "reference", "version")),
        Versioned("Template"),
        Scoped("Review", thing="law_reviews", owner=OWNER),
        ScopedSteps("ReviewStep", record="review", thing="law_reviews", owner=OWNER),
        Searched("Review", scope=OWNER, texts=("title", "reference")),
        Versioned("Review"),
        Scoped("Zone", thing="zones", owner=OWNER),
        ScopedSteps("ZoneStep", record="zone", thing="zones", owner=OWNER),
        Searched("Zone", scope=OWNER, texts=("title", "reference", "holder", "decided_in")),
        Versioned("Zone"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
