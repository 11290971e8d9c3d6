"""What the journal says about disclosure control."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind, register

PATTERN_DECIDED = Kind(
    name="disclosure.decided",
    done=_(
        "{actor} liet een publicatie afschermen: {small} kleine aantallen en {others} andere, naar"
        " de stand van {as_of}"
    ),
    tried=_("{actor} wilde een publicatie laten afschermen"),
    details={
        "small": Detail.COUNT,
        "others": Detail.COUNT,
        "as_of": Detail.MOMENT,
        "sha256": Detail.CODE,
    },
)


def register_all() -> None:
    """Make the kinds of this room known to the journal."""
    register(PATTERN_DECIDED)
