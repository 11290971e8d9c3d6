"""The registers of the room, an offer before what is made of it."""

from vijfluik.programme.offers.offer.register import REGISTER as OFFERS
from vijfluik.programme.offers.trajectory.register import REGISTER as TRAJECTORIES

__all__ = ["OFFERS", "REGISTERS", "TRAJECTORIES"]

REGISTERS = (OFFERS, TRAJECTORIES)
