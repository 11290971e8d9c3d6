from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.search.operations import Searched
from vijfluik.core.versions.operations import Versioned


class Migration(migrations.Migration):
    dependencies = [
        ("evaluations", "0001_initial"),
        ("publications", "0002_access"),
        ("access", "0005_policy_roles"),
        ("partners", "0006_programme_roles"),
        ("registers", "0002_access"),
        ("search", "0001_folding"),
        ("versions", "0001_shared"),
    ]
    operations = [
        Scoped("Evaluation", thing="evaluations", owner="organisation"),
        ScopedSteps(
            "EvaluationStep", record="evaluation", thing="evaluations", owner="organisation"
        ),
        Scoped("Finding", thing="findings", owner="organisation", within="evaluation"),
        ScopedSteps("FindingStep", record="finding", thing="findings", owner="organisation"),
        Scoped("Recommendation", thing="recommendations", owner="organisation", within="evaluation"),
        ScopedSteps(
            "RecommendationStep",
            record="recommendation",
            thing="recommendations",
            owner="organisation",
        ),
        Scoped("Theory", thing="theories", owner="organisation", within="evaluation"),
        ScopedSteps("TheoryStep", record="theory", thing="theories", owner="organisation"),
        Searched("Evaluation", scope="organisation", texts=("title", "reference", "code")),
        Searched("Finding", scope="organisation", texts=("title", "reference", "study", "code")),
        Searched("Recommendation", scope="organisation", texts=("title", "reference")),
        Searched(
            "Theory",
            scope="organisation",
            texts=(
                "title",
                "reference",
                "target_group_assumption",
                "activity_assumption",
                "mechanism_assumption",
                "outcome_assumption",
            ),
        ),
        Versioned("Evaluation"),
        Versioned("Finding"),
        Versioned("Recommendation"),
        Versioned("Theory"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
