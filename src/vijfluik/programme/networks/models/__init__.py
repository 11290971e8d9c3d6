"""The data of the networks, a module per kind of record."""

from vijfluik.programme.networks.models.meeting import Meeting, MeetingStep
from vijfluik.programme.networks.models.member import Member, MemberStep
from vijfluik.programme.networks.models.network import Network, NetworkStep

__all__ = ["Meeting", "MeetingStep", "Member", "MemberStep", "Network", "NetworkStep"]
