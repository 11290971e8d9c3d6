"""What the journal says of documents; never what they are called."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind

STORED = Kind(
    name="document.stored",
    done=_("{actor} plaatste {object} ({format}, {bytes} bytes)"),
    tried=_("{actor} wilde een document plaatsen"),
    details={
        "format": Detail.CODE,
        "bytes": Detail.COUNT,
        "record": Detail.KEY,
        "number": Detail.COUNT,
        "scan": Detail.CODE,
        "refused": Detail.CODE,
    },
    optional=frozenset({"format", "bytes", "record", "number", "scan", "refused"}),
)
FETCHED = Kind(
    name="document.fetched",
    done=_("{actor} nam {object} mee"),
    tried=_("{actor} wilde {object} meenemen"),
    details={"record": Detail.KEY},
    optional=frozenset({"record"}),
)
VIEWED = Kind(
    name="document.viewed",
    done=_("{actor} bekeek {object}"),
    tried=_("{actor} wilde {object} bekijken"),
)
SHARED = Kind(
    name="document.shared",
    done=_("{actor} deelde {object} met wie de registratie leest"),
    tried=_("{actor} wilde {object} delen"),
)
UNSHARED = Kind(
    name="document.unshared",
    done=_("{actor} deelde {object} niet langer"),
    tried=_("{actor} wilde {object} niet langer delen"),
)
WITHDRAWN = Kind(
    name="document.withdrawn",
    done=_("{actor} liet {object} vernietigen"),
    tried=_("{actor} wilde {object} laten vernietigen"),
)
SCANNED = Kind(
    name="document.scanned",
    done=_("De scanner keek {object} na: {verdict}"),
    tried=_("De scanner wilde {object} nakijken"),
    details={"verdict": Detail.CODE},
)
REWRAPPED = Kind(
    name="document.rewrapped",
    done=_("De sleutels van {rows} documenten zijn opnieuw verzegeld"),
    tried=_("De sleutels van documenten zouden opnieuw verzegeld worden"),
    details={"rows": Detail.COUNT, "key": Detail.CODE},
)
SENT = Kind(
    name="letter.sent",
    done=_("{actor} verstuurde de brief {letter}"),
    tried=_("{actor} wilde een brief versturen"),
    details={"letter": Detail.CODE, "document": Detail.KEY},
    optional=frozenset({"letter", "document"}),
)
COMPOSED = Kind(
    name="letter.composed",
    done=_("{actor} maakte het concept van de brief {letter} op als {format}"),
    tried=_("{actor} wilde een brief opmaken"),
    details={"letter": Detail.CODE, "format": Detail.CODE},
    optional=frozenset({"letter", "format"}),
)
KINDS = (STORED, FETCHED, VIEWED, SHARED, UNSHARED, WITHDRAWN, SCANNED, REWRAPPED, SENT, COMPOSED)
