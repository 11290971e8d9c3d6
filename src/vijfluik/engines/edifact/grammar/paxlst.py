"""PAXLST of every directory since 94B by one table, the old US message, and CUSRES.

The table of 24A with the moment of the second group optional, order within a person free: airlines
put NAT before LOC, name an older directory than they use, or leave the transport out.
"""

from vijfluik.engines.edifact.grammar.rules import (
    NOTHING,
    Operations,
    Rule,
    State,
    day,
    do,
    drop,
    find,
    go,
    need,
    on,
    put,
    row,
    take,
)
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kinds import Filtered, Finding, Kind

HEAD, REPORTER, TRANSPORT = State.HEAD, State.REPORTER, State.TRANSPORT
SUBJECT, PAPER, GOODS, GONE = State.SUBJECT, State.PAPER, State.GOODS, State.GONE
BEFORE = (HEAD, REPORTER, TRANSPORT)
PERSON = (SUBJECT, PAPER, GOODS)
ALL = (*BEFORE, *PERSON)
TEXT, OTHER = drop(Filtered.TEXT), drop(Filtered.OTHER)


def _person(kind: Kind) -> list[Operations]:
    return [do(at.ROLE_OF, kind)]


PERSONS = {
    "FL": _person(Kind.PASSENGER),
    "FM": _person(Kind.CREW),
    "DDU": _person(Kind.TRANSIT_PASSENGER),
    "DDT": _person(Kind.TRANSIT_CREW),
    "ZZZ": _person(Kind.BY_REFERENCE),
}
REPORTERS = {
    "MS": [
        do(at.MENTIONED_HERE),
        do(at.NOBODY),
        row("contact"),
        put("contact", "source", 1),
        put("contact", "name", 4),
        put("contact", "name", 3),
        go(REPORTER),
    ]
}
PLACES = {
    "125": [do(at.PLACE, 2)],
    "87": [do(at.PLACE, 2)],
    "92": [do(at.PLACE, 2)],
    "130": [do(at.PLACE, 2)],
    "5": [do(at.PLACE, 2)],
    "005": [do(at.PLACE, 2)],
    "8": [do(at.PLACE, 2)],
    "008": [do(at.PLACE, 2)],
    "188": [do(at.PLACE, 2)],
}
PERSON_PLACES = {
    "178": [put("traveller", "embark", 2)],
    "179": [put("traveller", "debark", 2)],
    "174": [put("traveller", "residence", 2)],
    "180": [put("traveller", "birthplace", 2), need(2, 3, put("traveller", "birthplace", 2, 3))],
    "22": [put("traveller", "clearance", 2)],
}
MOMENTS = {
    "189": [do(at.MOMENT, 5, 1)],
    "136": [do(at.MOMENT, 5, 1)],
    "133": [do(at.MOMENT, 5, 1)],
    "232": [do(at.MOMENT, 6, 1)],
    "132": [do(at.MOMENT, 6, 1)],
    "178": [do(at.MOMENT, 6, 1)],
}
BIRTH = {
    "329": [
        take("traveller", 1, "- birth_text"),
        day("traveller", "birth", 1, 1, order=1, window=0),
    ]
}
EXPIRY = {
    "36": [
        take("document", 1, "- expiry_text"),
        day("document", "expiry", 1, 1, order=1, window=1),
    ]
}
REFERENCES = {
    "AVF": [take("traveller", 1, "- locator")],
    "ABO": [take("traveller", 1, "- ref")],
    "SEA": [take("traveller", 1, "- seat")],
    "YZY": [take("traveller", 1, "- ticket")],
    "AEA": [take("traveller", 1, "- unique_ref")],
    "CR": [take("traveller", 1, "- unique_ref")],
}

RULES: tuple[Rule, ...] = (
    on(
        "BGM",
        ALL,
        put("message", "function", 1),
        put("message", "action", 2),
        put("message", "action", 3),
    ),
    on("RFF", BEFORE, NOTHING, cases={"TN": [take("message", 1, "- transaction")]}),
    on(
        "NAD",
        BEFORE,
        find(Finding.UNKNOWN_QUALIFIER),
        do(at.ROLE_OF, Kind.UNKNOWN),
        cases={**PERSONS, **REPORTERS},
    ),
    on(
        "NAD",
        (*PERSON, GONE),
        find(Finding.UNKNOWN_QUALIFIER),
        do(at.ROLE_OF, Kind.UNKNOWN),
        cases={**PERSONS, **REPORTERS},
    ),
    on("CTA", ALL, NOTHING),
    on("COM", (HEAD, REPORTER, TRANSPORT), do(at.NOBODY), do(at.COMMUNICATIONS)),
    on("COM", PERSON, do(at.COMMUNICATIONS)),
    on(
        "TDT",
        BEFORE,
        row("flight"),
        put("flight", "number", 2),
        put("flight", "carrier", 5),
        go(TRANSPORT),
    ),
    on("TDT", PERSON, do(at.LEG_GONE), OTHER),
    on("LOC", BEFORE, find(Finding.UNKNOWN_QUALIFIER), OTHER, cases=PLACES),
    on("DTM", BEFORE, OTHER, cases=MOMENTS, qualifier=(1, 0)),
    on("ATT", PERSON, OTHER, cases={"2": [put("traveller", "sex", 3)]}),
    on("DTM", (SUBJECT, GOODS), find(Finding.UNKNOWN_QUALIFIER), OTHER, cases=BIRTH),
    on("DTM", (PAPER,), find(Finding.UNKNOWN_QUALIFIER), OTHER, cases={**BIRTH, **EXPIRY}),
    on(
        "MEA",
        PERSON,
        OTHER,
        cases={
            "CT": [
                put("traveller", "bag_count", 3, 1),
                need(3, 0, put("traveller", "bag_count", 3)),
            ],
            "WT": [take("traveller", 3, "bag_unit bag_weight")],
        },
    ),
    on("GEI", PERSON, put("traveller", "verified", 2)),
    on("GIS", PERSON, put("traveller", "verified", 1)),
    on(
        "FTX",
        PERSON,
        TEXT,
        cases={
            "BAG": [
                need(
                    4,
                    0,
                    row("bag"),
                    put("bag", "source", 1),
                    take("bag", 4, "tag count"),
                )
            ]
        },
    ),
    on("FTX", BEFORE, TEXT),
    on("LOC", (SUBJECT, GOODS), find(Finding.UNKNOWN_QUALIFIER), OTHER, cases=PERSON_PLACES),
    on(
        "LOC",
        (PAPER,),
        find(Finding.UNKNOWN_QUALIFIER),
        OTHER,
        cases={**PERSON_PLACES, "91": [put("document", "issuer", 2)]},
    ),
    on("EMP", PERSON, OTHER),
    on("NAT", PERSON, put("traveller", "nationality", 2)),
    on("RFF", PERSON, find(Finding.UNKNOWN_QUALIFIER), OTHER, cases=REFERENCES),
    on(
        "DOC",
        PERSON,
        do(at.PAPER_IN),
        row("document"),
        put("document", "source", 0),
        put("document", "kind", 1),
        put("document", "number", 2),
        go(PAPER),
    ),
    on("CPI", PERSON, OTHER),
    on("QTY", PERSON, OTHER),
    on("GID", PERSON, OTHER, go(GOODS)),
    on("CNT", (*ALL, GONE), OTHER, cases={"42": [do(at.COUNT, 1, 1)], "41": [do(at.COUNT, 1, 1)]}),
    on("AUT", (*ALL, GONE), NOTHING),
    on("UNS", ALL, NOTHING),
    # The old US message: everything about a person in one segment.
    on("PDT", (*ALL, GONE), do(at.PERSON_US)),
    # CUSRES: per person whether it may board; the text beside it is not kept.
    on("ERP", (*ALL, GONE), do(at.ROLE_OF, Kind.BY_REFERENCE)),
    on("ERC", PERSON, put("traveller", "reply", 1)),
    on("ERC", BEFORE, put("message", "reply", 1)),
)
# In CUSRES the flight stands in a reference, and the places and moments follow it.
REPLY: tuple[Rule, ...] = (
    on(
        "RFF",
        BEFORE,
        NOTHING,
        cases={
            "TN": [take("message", 1, "- transaction")],
            "AF": [row("flight"), take("flight", 1, "- number")],
        },
    ),
)
# US-EDIFACT: the flight's carrier and the qualifiers of places are written otherwise.
OLD_US: tuple[Rule, ...] = (
    on(
        "TDT",
        ALL,
        row("flight"),
        put("flight", "number", 2),
        put("flight", "carrier", 4),
        go(TRANSPORT),
    ),
    on(
        "DTM",
        BEFORE,
        OTHER,
        cases={"136": [do(at.MOMENT, 5, 10)], "132": [do(at.MOMENT, 6, 10)]},
    ),
)
