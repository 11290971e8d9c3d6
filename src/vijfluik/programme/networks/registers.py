"""All registers of the room, a network before what belongs to it."""

from vijfluik.core.registers.declaration import Register
from vijfluik.programme.networks.meetings.register import REGISTER as MEETINGS
from vijfluik.programme.networks.members.register import REGISTER as MEMBERS
from vijfluik.programme.networks.network.register import REGISTER as NETWORKS

__all__ = ["MEETINGS", "MEMBERS", "NETWORKS", "REGISTERS"]

REGISTERS: tuple[Register, ...] = (NETWORKS, MEETINGS, MEMBERS)
