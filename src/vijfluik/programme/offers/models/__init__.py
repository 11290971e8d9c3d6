"""The data of the offer, a module per concept."""

from vijfluik.programme.offers.models.offer import Offer, OfferStep
from vijfluik.programme.offers.models.trajectory import Trajectory, TrajectoryStep

__all__ = ["Offer", "OfferStep", "Trajectory", "TrajectoryStep"]
