"""What the journal tells of notices. No event holds an address or what a notice refers to."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind, register

NOTICED = Kind(
    name="notice.made",
    done=_("{actor} kreeg {notices} berichten"),
    tried=_("{actor} zou berichten krijgen"),
    details={"notices": Detail.COUNT},
)
MAILED = Kind(
    name="notice.mailed",
    done=_("er ging een mail uit over berichten ({object})"),
    tried=_("een mail over berichten kon niet weg ({object})"),
    details={"fault": Detail.CODE},
    optional=frozenset({"fault"}),
)
SETTINGS_CHANGED = Kind(
    name="notice.settings_changed",
    done=_("{actor} veranderde hoe de eigen berichten komen"),
    tried=_("{actor} wilde veranderen hoe de eigen berichten komen"),
)
ADDRESS_CONFIRMED = Kind(
    name="notice.address_confirmed",
    done=_("{actor} bevestigde het eigen mailadres"),
    tried=_("{actor} wilde het eigen mailadres bevestigen"),
)
UNSENT_LISTED = Kind(
    name="notice.unsent_listed",
    done=_("{actor} bekeek welke mails niet weg konden ({rows})"),
    tried=_("{actor} wilde bekijken welke mails niet weg konden"),
    details={"rows": Detail.COUNT, "filters": Detail.CODES},
    optional=frozenset({"filters"}),
)
FEED_MADE = Kind(
    name="calendar.made",
    done=_("{actor} maakte een agendalink; een eerdere werkt niet meer"),
    tried=_("{actor} wilde een agendalink maken"),
)
FEED_WITHDRAWN = Kind(
    name="calendar.withdrawn",
    done=_("{actor} trok de agendalink in"),
    tried=_("{actor} wilde de agendalink intrekken"),
)
FEED_READ = Kind(
    name="calendar.read",
    done=_("een agenda haalde de tijden van {actor} op ({rows})"),
    tried=_("een agenda wilde de tijden van {actor} ophalen"),
    details={"rows": Detail.COUNT},
)


def register_all() -> None:
    """Register every kind of this module."""
    register(*(value for value in globals().values() if isinstance(value, Kind)))
