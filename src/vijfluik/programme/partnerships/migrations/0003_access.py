from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.search.operations import Searched
from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import Versioned

# Model, its steps and their link, its thing in the policy, its parent, the lines that are searched.
REGISTERS = (
    ("Partnership", "PartnershipStep", "partnership", "partnerships", "",
     ("name", "reference", "ground", "started_said", "handed_to", "code")),
    ("Partner", "PartnerStep", "partner", "partnership_partners", "partnership",
     ("name", "reference", "partnership_code", "task")),
    ("Milestone", "MilestoneStep", "milestone", "milestones", "partnership",
     ("title", "reference", "responsible", "planned_said", "code")),
    ("Post", "PostStep", "post", "posts", "partnership",
     ("title", "reference", "host", "until_said", "code")),
    ("RightsCheck", "RightsCheckStep", "rights_check", "rights_checks", "partnership",
     ("title", "reference")),
    ("Delivery", "DeliveryStep", "delivery", "deliveries", "partnership",
     ("title", "reference")),
    ("Structure", "StructureStep", "structure", "structures", "",
     ("name", "reference", "contact", "others")),
)  # fmt: skip
FOUR_EYES = {"RightsCheck": ("approve",)}


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0001_initial"),
        ("access", "0005_policy_roles"),
        ("partners", "0006_programme_roles"),
        ("registers", "0002_access"),
        ("search", "0001_folding"),
        ("versions", "0001_shared"),
    ]
    operations = [
        *(
            operation
            for model, steps, link, thing, within, texts in REGISTERS
            for operation in (
                Scoped(model, thing=thing, owner="lead", within=within),
                ScopedSteps(steps, record=link, thing=thing, owner="lead",
                            four_eyes=FOUR_EYES.get(model, ())),
                Searched(model, scope="lead", texts=texts),
                Versioned(model),
            )
        ),
        run_file(__file__, "guards", undo="DROP SCHEMA partnerships CASCADE"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]  # fmt: skip
