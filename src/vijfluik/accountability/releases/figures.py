"""What figures may count of the room."""

from vijfluik.accountability.releases.comments_register import COMMENTS
from vijfluik.accountability.releases.readers_register import READERS
from vijfluik.accountability.releases.releases_register import RELEASES
from vijfluik.core.registers.counting import declare_source

SOURCES = tuple(declare_source(register) for register in (RELEASES, COMMENTS, READERS))
