"""The models of the room."""

from vijfluik.programme.evaluations.models.evaluation import LINKED, Evaluation, EvaluationStep
from vijfluik.programme.evaluations.models.finding import Finding, FindingStep
from vijfluik.programme.evaluations.models.lesson import Lesson, LessonStep
from vijfluik.programme.evaluations.models.measurement import Measurement, MeasurementStep
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
    "Lesson",
    "LessonStep",
    "Measurement",
    "MeasurementStep",
    "Recommendation",
    "RecommendationStep",
    "Theory",
    "TheoryStep",
]
