"""The registers of the room, a round before what is said in it."""

from vijfluik.programme.needs.need.register import REGISTER as NEEDS
from vijfluik.programme.needs.rounds.register import REGISTER as ROUNDS

__all__ = ["NEEDS", "REGISTERS", "ROUNDS"]

REGISTERS = (ROUNDS, NEEDS)
