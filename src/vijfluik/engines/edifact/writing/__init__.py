"""Messages into bytes: what was read can be written again, and what is invented too."""

from vijfluik.engines.edifact.writing.paxlst import write_paxlst
from vijfluik.engines.edifact.writing.pnrgov import write_pnrgov
from vijfluik.engines.edifact.writing.xml import write_xml

__all__ = ["write_paxlst", "write_pnrgov", "write_xml"]
