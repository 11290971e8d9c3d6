"""What the journal tells of accounts. No event holds a name, a code or anything that proves."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind, register

INVITED = Kind(
    name="account.invited",
    done=_("{actor} nodigde {object} uit ({organisation}, link werkt tot {until})"),
    tried=_("{actor} wilde iemand uitnodigen"),
    details={"organisation": Detail.CODE, "until": Detail.MOMENT},
)
FOUNDED = Kind(
    name="account.founded",
    done=_("{actor} is als een van de eersten opgenomen door de eigenaar ({organisation})"),
    tried=_("de eigenaar wilde {actor} opnemen"),
    details={"organisation": Detail.CODE},
)
LINK_RENEWED = Kind(
    name="account.link_renewed",
    done=_("{actor} gaf {object} een nieuwe uitnodiging (werkt tot {until})"),
    tried=_("{actor} wilde {object} een nieuwe uitnodiging geven"),
    details={"until": Detail.MOMENT},
)
ACTIVATED = Kind(
    name="account.activated",
    done=_("{actor} nam het eigen account in gebruik"),
    tried=_("{actor} wilde het eigen account in gebruik nemen"),
)
REVIEWED = Kind(
    name="account.reviewed",
    done=_("{actor} beoordeelde {object}: het blijft nodig"),
    tried=_("{actor} wilde {object} beoordelen"),
)
LEFT = Kind(
    name="account.left",
    done=_("{actor} sloot {object} af"),
    tried=_("{actor} wilde {object} afsluiten"),
)
RECOVERY_PROPOSED = Kind(
    name="account.recovery_proposed",
    done=_("{actor} stelde voor {object} te herstellen"),
    tried=_("{actor} wilde voorstellen {object} te herstellen"),
)
RECOVERY_APPROVED = Kind(
    name="account.recovery_approved",
    done=_("{actor} keurde het herstel van {object} goed (link werkt tot {until})"),
    tried=_("{actor} wilde het herstel van {object} goedkeuren"),
    details={"until": Detail.MOMENT},
)
LINK_WITHDRAWN = Kind(
    name="account.link_withdrawn",
    done=_("{actor} trok een link van {object} in"),
    tried=_("{actor} wilde een link van {object} intrekken"),
)
RECOVERED = Kind(
    name="account.recovered",
    done=_("{actor} begon opnieuw na herstel; wat eerder bewees wie het is, verviel"),
    tried=_("{actor} wilde na herstel opnieuw beginnen"),
)
LINKED = Kind(
    name="account.linked",
    done=_("{actor} koppelde het eigen account aan {provider}"),
    tried=_("{actor} wilde het eigen account koppelen aan {provider}"),
    details={"provider": Detail.CODE},
)
UNLINKED = Kind(
    name="account.unlinked",
    done=_("{actor} verbrak de koppeling van {object} met {provider}"),
    tried=_("{actor} wilde de koppeling van {object} verbreken"),
    details={"provider": Detail.CODE},
)
PASSWORD_CHANGED = Kind(
    name="account.password_changed",
    done=_("{actor} veranderde het eigen wachtwoord"),
    tried=_("{actor} wilde het eigen wachtwoord veranderen"),
)
PASSKEY_ADDED = Kind(
    name="account.passkey_added",
    done=_("{actor} voegde een toegangssleutel toe"),
    tried=_("{actor} wilde een toegangssleutel toevoegen"),
)
PASSKEY_REMOVED = Kind(
    name="account.passkey_removed",
    done=_("{actor} verwijderde een toegangssleutel"),
    tried=_("{actor} wilde een toegangssleutel verwijderen"),
)
PROVEN_AGAIN = Kind(
    name="session.proven_again",
    done=_("{actor} bevestigde opnieuw wie het is ({method})"),
    tried=_("{actor} wilde opnieuw bevestigen wie het is"),
    # Which provider, and what went wrong there.
    details={"method": Detail.CODE, "provider": Detail.CODE, "fault": Detail.CODE},
    optional=frozenset({"provider", "fault"}),
)
VISITS_ENDED = Kind(
    name="session.ended",
    done=_("{actor} beëindigde {visits} sessies van {object}"),
    tried=_("{actor} wilde sessies van {object} beëindigen"),
    details={"visits": Detail.COUNT},
)
TOO_MUCH = Kind(
    name="session.too_much",
    done=_("{actor} vroeg meer dan de grens toelaat ({bound}: {most})"),
    tried=_("{actor} vroeg meer dan de grens toelaat"),
    details={"bound": Detail.CODE, "most": Detail.COUNT},
)


def register_all() -> None:
    """Register every kind of this module."""
    register(*(value for value in globals().values() if isinstance(value, Kind)))
