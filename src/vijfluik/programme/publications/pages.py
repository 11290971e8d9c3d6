"""What the page of a publication tells beside what every register tells."""

from vijfluik.core.registers.reading import Detail
from vijfluik.programme.publications.register import REGISTER
from vijfluik.programme.publications.tagging import of_day
from vijfluik.ui.registers.pages import records


def _frame(found: Detail) -> list[tuple[str, str]]:
    """The threat assessment and the strategy of the day on which it appeared, or began."""
    record = found.record
    return [(label, text) for label, text in of_day(record.published_on or record.begun_on) if text]


publication = records.detail(REGISTER, extra=_frame)
