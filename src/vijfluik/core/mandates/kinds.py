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

_OF_DEPUTY = {
    "mandate": Detail.KEY,
    "replaced": Detail.KEY,
    "deputy": Detail.KEY,
    "until": Detail.DAY,
}
DEPUTY_PROPOSED = Kind(
    name="deputy.proposed",
    done=_("{actor} stelde {object} voor (tot {until})"),
    tried=_("{actor} wilde een vervanging voorstellen"),
    details=_OF_DEPUTY,
)
DEPUTY_ACCEPTED = Kind(
    name="deputy.accepted",
    done=_("{actor} aanvaardde {object} (tot {until})"),
    tried=_("{actor} wilde {object} aanvaarden"),
    details=_OF_DEPUTY,
)
DEPUTY_ENDED = Kind(
    name="deputy.ended",
    done=_("{actor} beëindigde {object}"),
    tried=_("{actor} wilde {object} beëindigen"),
    details=_OF_DEPUTY,
)


def register_all() -> None:
    """Register every kind of this module."""
    register(PROPOSED, APPROVED, REVIEWED, ENDED)
    register(DEPUTY_PROPOSED, DEPUTY_ACCEPTED, DEPUTY_ENDED)
