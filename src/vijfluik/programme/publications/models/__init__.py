"""The models of the room."""

from vijfluik.programme.publications.models.edition import Edition, EditionStep
from vijfluik.programme.publications.models.publication import Publication, PublicationStep
from vijfluik.programme.publications.models.reach import Reach, ReachStep

__all__ = ["Edition", "EditionStep", "Publication", "PublicationStep", "Reach", "ReachStep"]
