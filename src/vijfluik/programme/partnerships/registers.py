"""All registers of the room, a partnership before what belongs to it."""

from vijfluik.core.registers.declaration import Register
from vijfluik.programme.partnerships.checks.register import REGISTER as CHECKS
from vijfluik.programme.partnerships.deliveries.register import REGISTER as DELIVERIES
from vijfluik.programme.partnerships.milestones.register import REGISTER as MILESTONES
from vijfluik.programme.partnerships.partners.register import REGISTER as PARTNERS
from vijfluik.programme.partnerships.partnership.register import REGISTER as PARTNERSHIPS
from vijfluik.programme.partnerships.posts.register import REGISTER as POSTS
from vijfluik.programme.partnerships.structures.register import REGISTER as STRUCTURES
from vijfluik.programme.partnerships.talks.register import REGISTER as TALKS

__all__ = [
    "CHECKS",
    "DELIVERIES",
    "MILESTONES",
    "PARTNERS",
    "PARTNERSHIPS",
    "POSTS",
    "REGISTERS",
    "STRUCTURES",
    "TALKS",
]

REGISTERS: tuple[Register, ...] = (
    PARTNERSHIPS, MILESTONES, PARTNERS, POSTS, CHECKS, DELIVERIES, STRUCTURES, TALKS,
)  # fmt: skip
