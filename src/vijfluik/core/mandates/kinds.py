"""What the journal tells of mandates."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind, register

_ABOUT = {
    "professional": Detail.KEY,
    "role": Detail.CODE,
    "organisation": Detail.CODE,
    "purpose": Detail.CODE,
    "until": Detail.DAY,
}

PROPOSED = Kind(
    name="mandate.proposed",
    done=_("{actor} stelde {object} voor ({role} bij {organisation}, tot {until})"),
    tried=_("{actor} wilde een mandaat voorstellen"),
    details=_ABOUT,
)
APPROVED = Kind(
    name="mandate.approved",
    done=_("{actor} keurde {object} goed ({role} bij {organisation}, tot {until})"),
    tried=_("{actor} wilde {object} goedkeuren"),
    details=_ABOUT,
)
REVIEWED = Kind(
    name="mandate.reviewed",
    done=_("{actor} beoordeelde {object}: het blijft nodig"),
    tried=_("{actor} wilde {object} beoordelen"),
    details=_ABOUT,
)
ENDED = Kind(
    name="mandate.ended",
    done=_("{actor} beëindigde {object} ({role} bij {organisation})"),
    tried=_("{actor} wilde {object} beëindigen"),
    details=_ABOUT,
)


def register_all() -> None:
    """Register every kind of this module."""
    register(PROPOSED, APPROVED, REVIEWED, ENDED)
