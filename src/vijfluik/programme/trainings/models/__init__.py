"""The data of the trainings, a module per concept."""

from vijfluik.programme.trainings.models.course import Course, CourseVersion
from vijfluik.programme.trainings.models.step import TrainingStep
from vijfluik.programme.trainings.models.training import Training

__all__ = ["Course", "CourseVersion", "Training", "TrainingStep"]
