"""The models of the room."""

from vijfluik.programme.evaluations.models.evaluation import LINKED, Evaluation, EvaluationStep
from vijfluik.programme.evaluations.models.finding import Finding, FindingStep
from vijfluik.programme.evaluations.models.recommendation import (
    Recommendation,
    RecommendationStep,
)
from vijfluik.programme.evaluations.models.theory import Theory, TheoryStep

__all__ = [
    "LINKED",
    "Evaluation",
    "EvaluationStep",
    "Finding",
    "FindingStep",
    "Recommendation",
    "RecommendationStep",
    "Theory",
    "TheoryStep",
]
