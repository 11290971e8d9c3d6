"""The data of the grants, a module per thing."""

from vijfluik.programme.grants.models.application import Application, ApplicationStep
from vijfluik.programme.grants.models.assessment import Assessment
from vijfluik.programme.grants.models.award import Award, AwardStep
from vijfluik.programme.grants.models.budget_line import BudgetLine, BudgetLineStep
from vijfluik.programme.grants.models.instalment import Instalment, InstalmentStep
from vijfluik.programme.grants.models.round import Round, RoundStep

__all__ = [
    "Application",
    "ApplicationStep",
    "Assessment",
    "Award",
    "AwardStep",
    "BudgetLine",
    "BudgetLineStep",
    "Instalment",
    "InstalmentStep",
    "Round",
    "RoundStep",
]
