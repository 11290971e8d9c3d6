"""What the journal tells of files that were read in and are kept no longer."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind, register

IMPORT_FORGOTTEN = Kind(
    name="import.forgotten",
    done=_("van {object} werd na de termijn niets meer bewaard ({rows})"),
    tried=_("van {object} zou na de termijn niets meer worden bewaard"),
    details={"rows": Detail.COUNT},
)


def register_all() -> None:
    """Register every kind of this module."""
    register(*(value for value in globals().values() if isinstance(value, Kind)))
