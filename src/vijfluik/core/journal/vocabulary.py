"""The kinds of event that every room shares; a room adds its own through `kinds.register`."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind, register

SIGNED_IN = Kind(
    name="session.signed_in",
    done=_("{actor} meldde zich aan"),
    tried=_("{actor} wilde zich aanmelden"),
    # Of an attempt by a provider of identities: by which, and what went wrong.
    details={"provider": Detail.CODE, "fault": Detail.CODE},
    optional=frozenset({"provider", "fault"}),
)
SIGNED_OUT = Kind(
    name="session.signed_out",
    done=_("{actor} meldde zich af"),
    tried=_("{actor} wilde zich afmelden"),
)
ACCESS_DECIDED = Kind(
    name="access.decided",
    done=_("{actor} kreeg toegang tot {object} ({act})"),
    tried=_("{actor} vroeg toegang tot {object} ({act})"),
    details={"act": Detail.CODE},
)
RECORD_VIEWED = Kind(
    name="record.viewed",
    done=_("{actor} bekeek {object}"),
    tried=_("{actor} wilde {object} bekijken"),
)
RECORDS_LISTED = Kind(
    name="record.listed",
    done=_("{actor} bekeek een lijst van {rows} regels van {object}"),
    tried=_("{actor} wilde een lijst van {object} bekijken"),
    details={"rows": Detail.COUNT, "filters": Detail.CODES},
    optional=frozenset({"filters"}),
)
RECORD_CREATED = Kind(
    name="record.created",
    done=_("{actor} legde {object} vast"),
    tried=_("{actor} wilde {object} vastleggen"),
    details={"rows": Detail.COUNT},
    optional=frozenset({"rows"}),
)
RECORD_CHANGED = Kind(
    name="record.changed",
    done=_("{actor} wijzigde {object}"),
    tried=_("{actor} wilde {object} wijzigen"),
    details={"fields": Detail.CODES, "rows": Detail.COUNT},
    optional=frozenset({"fields", "rows"}),
)
RECORD_STEPPED = Kind(
    name="record.stepped",
    done=_("{actor} bracht {object} van {before} naar {after}"),
    tried=_("{actor} wilde {object} van {before} naar {after} brengen"),
    details={"before": Detail.CODE, "after": Detail.CODE},
)
RECORD_WITHDRAWN = Kind(
    name="record.withdrawn",
    done=_("{actor} trok {object} in"),
    tried=_("{actor} wilde {object} intrekken"),
)
RECORDS_IMPORTED = Kind(
    name="record.imported",
    done=_("{actor} las {rows} regels van {object} in, waarvan {refused} geweigerd"),
    tried=_("{actor} wilde regels van {object} inlezen"),
    details={"rows": Detail.COUNT, "refused": Detail.COUNT, "file": Detail.CODE},
    optional=frozenset({"file"}),
)
RECORDS_EXPORTED = Kind(
    name="record.exported",
    done=_("{actor} voerde {rows} regels van {object} uit als {format}"),
    tried=_("{actor} wilde {object} uitvoeren"),
    details={"rows": Detail.COUNT, "format": Detail.CODE, "filters": Detail.CODES},
    optional=frozenset({"filters"}),
)
JOURNAL_READ = Kind(
    name="journal.read",
    done=_("{actor} las het logboek ({rows} regels)"),
    tried=_("{actor} wilde het logboek lezen"),
    details={"rows": Detail.COUNT, "filters": Detail.CODES},
    optional=frozenset({"rows", "filters"}),
)
JOURNAL_EXPORTED = Kind(
    name="journal.exported",
    done=_("{actor} voerde het logboek uit ({view})"),
    tried=_("{actor} wilde het logboek uitvoeren"),
    details={"view": Detail.CODE, "filters": Detail.CODES},
    optional=frozenset({"view", "filters"}),
)
JOURNAL_FORWARDED = Kind(
    name="journal.forwarded",
    done=_("het logboek wordt doorgestuurd ({views})"),
    tried=_("het logboek zou worden doorgestuurd"),
    details={"views": Detail.CODES},
)
JOURNAL_VERIFIED = Kind(
    name="journal.verified",
    done=_("{actor} controleerde het logboek: {events} gebeurtenissen, {fault}"),
    tried=_("{actor} wilde het logboek controleren"),
    details={"events": Detail.COUNT, "blocks": Detail.COUNT, "fault": Detail.CODE},
)
MONTH_DROPPED = Kind(
    name="journal.month_dropped",
    done=_("{actor} verwijderde de maand {month} uit het logboek ({events} gebeurtenissen)"),
    tried=_("{actor} wilde een maand uit het logboek verwijderen"),
    details={"month": Detail.DAY, "events": Detail.COUNT, "block": Detail.COUNT},
    optional=frozenset({"month", "events", "block"}),
)


def register_all() -> None:
    """Register every kind of this module."""
    register(*(value for value in globals().values() if isinstance(value, Kind)))
