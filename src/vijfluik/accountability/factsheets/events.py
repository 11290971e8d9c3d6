"""What the journal says about the sheets of municipalities."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind, register

SHEETS_MADE = Kind(
    name="factsheets.made",
    done=_("{actor} maakte {sheets} gemeentebladen ({language}), stand {as_of}"),
    tried=_("{actor} wilde gemeentebladen maken"),
    details={"sheets": Detail.COUNT, "language": Detail.CODE, "as_of": Detail.MOMENT},
)


def register_all() -> None:
    """Make the kinds of this room known to the journal."""
    register(SHEETS_MADE)
