"""What the journal tells of due dates."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Kind, register

DUE_LAPSED = Kind(
    name="due.lapsed",
    done=_("een taak verviel met haar dag ({object})"),
    tried=_("een taak zou vervallen met haar dag ({object})"),
)


def register_all() -> None:
    """Register every kind of this module."""
    register(*(value for value in globals().values() if isinstance(value, Kind)))
