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
        ("grants", "0001_initial"),
        ("access", "0005_policy_roles"),
        ("lifecycle", "0001_initial"),
        ("partners", "0006_programme_roles"),
        ("registers", "0002_access"),
        ("search", "0001_folding"),
        ("versions", "0001_shared"),
    ]
    operations = [
        run_file(__file__, "derived"),
        Scoped("BudgetLine", thing="budget_lines", owner="organisation"),
        ScopedSteps(
            "BudgetLineStep", record="budget_line", thing="budget_lines", owner="organisation"
        ),
        # Who holds the money gives it: a round is of the organisation of its budget line.
        Scoped("Round", thing="rounds", owner="organisation", within="budget_line"),
        ScopedSteps("RoundStep", record="round", thing="rounds", owner="organisation"),
        Scoped(
            "Application", thing="applications", owner="applicant", compartment="compartment"
        ),
        ScopedSteps(
            "ApplicationStep",
            record="application",
            thing="applications",
            owner="applicant",
            four_eyes=("award", "reject"),
            compartment="compartment",
        ),
        Scoped("Award", thing="awards", owner="recipient", compartment="compartment"),
        ScopedSteps(
            "AwardStep",
            record="award",
            thing="awards",
            owner="recipient",
            four_eyes=("grant", "settle"),
            compartment="compartment",
        ),
        Scoped(
            "Instalment",
            thing="instalments",
            owner="recipient",
            within="award",
            compartment="compartment",
        ),
        ScopedSteps(
            "InstalmentStep",
            record="instalment",
            thing="instalments",
            owner="recipient",
            compartment="compartment",
        ),
        run_file(__file__, "awards"),
        run_file(__file__, "assessment"),
        run_file(__file__, "wall"),
        Searched("BudgetLine", scope="organisation", texts=("title", "reference", "source")),
        Searched("Round", scope="organisation", texts=("title", "reference")),
        Searched(
            "Application",
            scope="applicant",
            compartment="compartment",
            texts=("title", "reference"),
        ),
        Searched(
            "Award", scope="recipient", compartment="compartment", texts=("title", "reference")
        ),
        Searched(
            "Instalment",
            scope="recipient",
            compartment="compartment",
            texts=("title", "reference"),
        ),
        Versioned("BudgetLine"),
        Versioned("Round"),
        Versioned("Application"),
        Versioned("Assessment"),
        Versioned("Award"),
        Versioned("Instalment"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
