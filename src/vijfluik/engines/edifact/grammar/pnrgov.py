"""PNRGOV 10.1 to 21.1, and ACKRES: one table for all versions.

Segments recur on several levels, so the state decides. TVL is a leg until ABI and a change of one
from there on; TIF is a traveller before check-in (TRI) and a mention of one behind it.
"""

from vijfluik.engines.edifact.grammar.rules import (
    NOTHING,
    Operations,
    Rule,
    State,
    day,
    do,
    drop,
    each,
    go,
    need,
    on,
    put,
    row,
    stamp,
    take,
)
from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kinds import Filtered

HEAD, BOOKING, PERSON, TICKET, PAYMENT = (
    State.HEAD,
    State.BOOKING,
    State.PERSON,
    State.TICKET,
    State.PAYMENT,
)
LEG, CHECK_IN, CHECKED, SPLIT, PRODUCT = (
    State.LEG,
    State.CHECK_IN,
    State.CHECKED,
    State.SPLIT,
    State.PRODUCT,
)
HISTORY, ACTION, MOVED = State.HISTORY, State.ACTION, State.MOVED
PEOPLE = (BOOKING, PERSON, TICKET, PAYMENT)
JOURNEY = (LEG, CHECK_IN, CHECKED)
PAST = (HISTORY, ACTION, MOVED)
INSIDE = (*PEOPLE, *JOURNEY, SPLIT, PRODUCT)
EVERYWHERE = (HEAD, *INSIDE, *PAST)
TEXT, AMOUNT, OTHER = drop(Filtered.TEXT), drop(Filtered.AMOUNT), drop(Filtered.OTHER)

# Elements of ORG in a booking: who made it.
AGENCY = [
    take("booking", 1, "system system_office"),
    take("booking", 2, "agency_number agency_code"),
    take("booking", 3, "agency_place"),
    take("booking", 4, "agency_carrier agency_city"),
    take("booking", 5, "agency_kind"),
    take("booking", 6, "agency_country agency_currency"),
    take("booking", 7, "agent"),
]
ADDRESS = [
    row("contact"),
    put("contact", "source", 0),
    take("contact", 2, "kind street city region - country postcode value"),
    put("contact", "region", 2, 4),
]
SEATS = each(
    2,
    row("seat"),
    put("seat", "source", 1),
    put("seat", "status", 1, 1),
    put("seat", "carrier", 1, 3),
    put("seat", "origin", 1, 6),
    put("seat", "destination", 1, 7),
    put("seat", "seat", 100),
    put("seat", "ref", 100, 2),
)


def _ticket_request() -> list[Operations]:
    return [
        row("ticket"),
        put("ticket", "source", 1),
        put("ticket", "number", 1, 8),
        put("ticket", "ref", 2, 2),
    ]


def _contact_request() -> list[Operations]:
    return [
        row("contact"),
        put("contact", "source", 1),
        put("contact", "value", 1, 8),
        put("contact", "ref", 2, 2),
    ]


def _loyalty_request() -> list[Operations]:
    return [
        row("loyalty"),
        put("loyalty", "source", 1),
        put("loyalty", "carrier", 1, 3),
        put("loyalty", "number", 1, 8),
        put("loyalty", "ref", 2, 2),
    ]


# Service requests that a heading permits; every other one is counted by kind and left. The usual
# ones stand first, because the kernel looks for a code in this order.
REQUESTS: dict[str, list[Operations]] = {
    "DOCS": [do(at.PASSPORT)],
    "SEAT": [SEATS],
    "TKNE": _ticket_request(),
    "NSST": [SEATS],
    "DOCO": [do(at.VISA)],
    "DOCA": [do(at.ADDRESS)],
    "SMST": [SEATS],
    "NSSA": [SEATS],
    "NSSW": [SEATS],
    "INFT": [do(at.INFANT)],
    "TKNA": _ticket_request(),
    "TKNM": _ticket_request(),
    "TKNR": _ticket_request(),
    "FQTV": _loyalty_request(),
    "CTCE": _contact_request(),
    "CTCM": _contact_request(),
    "CTCH": _contact_request(),
    "CTCB": _contact_request(),
    "CTCT": _contact_request(),
    "CTCR": _contact_request(),
}
MOVED_FLIGHT = [
    row("history"),
    put("history", "kind", 0),
    take("history", 1, "departure_date departure_time"),
    put("history", "origin", 2),
    put("history", "destination", 3),
    put("history", "flight_carrier", 4),
    put("history", "flight_number", 5),
]

RULES: tuple[Rule, ...] = (
    # The head: what kind of push, of whom, about which flight, with how many bookings.
    on("MSG", (HEAD,), put("message", "function", 1, 1)),
    on("ORG", (HEAD,), put("message", "system", 1)),
    on("TVL", (HEAD,), do(at.FLIGHT), do(at.LEG_GONE)),
    on("EQN", (HEAD,), do(at.COUNT, 1, 0)),
    on("ERC", (HEAD, *INSIDE), put("message", "reply", 1)),
    on("RPI", (HEAD,), NOTHING),
    on("IFT", (HEAD,), TEXT),
    # A booking.
    on("SRC", EVERYWHERE, do(at.START_BOOKING, 0)),
    on("RCI", (HEAD,), do(at.START_BOOKING, 1), do(at.LOCATOR)),
    on(
        "RCI",
        PEOPLE,
        do(at.LOCATOR),
        each(
            2,
            row("history"),
            put("history", "kind", 0),
            put("history", "locator_carrier", 100),
            put("history", "locator", 100, 1),
        ),
    ),
    on("RCI", JOURNEY, take("leg", 1, "locator_carrier locator")),
    on("RCI", (SPLIT,), put("history", "locator_carrier", 1), put("history", "locator", 1, 1)),
    on("RCI", (PRODUCT, *PAST), OTHER),
    on("ORG", PEOPLE, do(at.CANCEL), *AGENCY),
    on("ORG", JOURNEY, NOTHING),
    on("ORG", (SPLIT, PRODUCT, *PAST), OTHER),
    on(
        "DAT",
        (BOOKING, PERSON),
        do(at.BOOKING_DATES),
    ),
    on(
        "DAT",
        (TICKET, PAYMENT),
        take("ticket", 1, "- issued_date"),
        day("ticket", "issued", 1, 1, order=0, window=2),
    ),
    on("DAT", JOURNEY, do(at.NOBODY), go(CHECK_IN)),
    on("DAT", (SPLIT, PRODUCT), OTHER),
    on("DAT", PAST, take("history", 1, "- date time"), stamp("history", "at", 1, 1)),
    on("ADD", (BOOKING, PERSON, TICKET, *JOURNEY), *ADDRESS),
    on("ADD", (PAYMENT,), put("payment", "address", 2, 1), put("payment", "phone", 2, 7)),
    on("ADD", (HEAD, SPLIT, PRODUCT, *PAST), OTHER),
    on(
        "EBD",
        INSIDE,
        row("bag"),
        put("bag", "source", 0),
        put("bag", "charge", 1, 1),
        take("bag", 2, "pieces - unit"),
    ),
    on("EBD", PAST, OTHER),
    # A traveller.
    on("TIF", (HEAD,), do(at.START_BOOKING, 1), do(at.NAME), go(PERSON)),
    on("TIF", (*PEOPLE, LEG, SPLIT, PRODUCT), do(at.NAME), go(PERSON)),
    on("TIF", (CHECK_IN, CHECKED), do(at.MENTION)),
    on(
        "TIF",
        PAST,
        do(at.MENTIONED_HERE),
        row("history"),
        put("history", "kind", 0),
        put("history", "surname", 1),
        put("history", "given", 2),
        put("history", "ref", 2, 2),
    ),
    on(
        "FTI",
        INSIDE,
        each(
            1,
            row("loyalty"),
            put("loyalty", "source", 0),
            put("loyalty", "carrier", 100),
            put("loyalty", "number", 100, 1),
            put("loyalty", "level", 100, 4),
        ),
    ),
    on("REF", PEOPLE, take("traveller", 1, "- unique_ref")),
    on(
        "FAR",
        PEOPLE,
        put("traveller", "fare_type", 1),
        put("traveller", "fare_age", 2),
        put("traveller", "fare_basis", 6),
    ),
    on("IFT", INSIDE, do(at.FREE_TEXT)),
    on("IFT", PAST, TEXT),
    on("SSR", INSIDE, do(at.OTHER_SERVICE), cases=REQUESTS),
    on("SSR", (HEAD,), do(at.OTHER_SERVICE)),
    on("SSR", PAST, do(at.OTHER_SERVICE), cases={code: [do(at.PAST_SERVICE)] for code in REQUESTS}),
    on("OSI", EVERYWHERE, TEXT),
    # A ticket and its payment.
    on(
        "TKT",
        PEOPLE,
        row("ticket"),
        put("ticket", "source", 0),
        take("ticket", 1, "number kind coupons"),
        go(TICKET),
    ),
    on("MON", (TICKET, PAYMENT), do(at.MONEY)),
    on("PTK", (TICKET, PAYMENT), need(1, 0, put("ticket", "restriction", 1))),
    on("TXD", (TICKET, PAYMENT), AMOUNT),
    on(
        "FOP",
        PEOPLE,
        each(
            1,
            row("payment"),
            put("payment", "source", 0),
            put("payment", "method", 100),
            put("payment", "amount", 100, 2),
            put("payment", "issuer", 100, 3),
            put("payment", "account", 100, 4),
            put("payment", "expiry", 100, 5),
        ),
        go(PAYMENT),
    ),
    # A leg, its codeshare, and check-in.
    on("TVL", (*PEOPLE, *JOURNEY, SPLIT), do(at.LEG_ROW), go(LEG)),
    on("TVL", (PRODUCT,), do(at.LEG_GONE), drop(Filtered.PRODUCT)),
    on(
        "TRA",
        JOURNEY,
        put("leg", "shared_carrier", 1),
        put("leg", "shared_number", 2),
        put("leg", "shared_class", 2, 1),
    ),
    on("RPI", JOURNEY, put("leg", "seats", 1), put("leg", "status", 2)),
    on("RPI", (MOVED, ACTION), NOTHING),
    on("APD", JOURNEY, put("leg", "aircraft", 1)),
    on("TRI", JOURNEY, do(at.MARK_REF, 2, 3), go(CHECKED)),
    on(
        "SSD",
        JOURNEY,
        row("seat"),
        put("seat", "source", 0),
        put("seat", "seat", 1),
        put("seat", "class", 5),
    ),
    on("TBD", JOURNEY, do(at.BAGS)),
    on("TBD", PEOPLE, do(at.BAGS)),
    on("TBD", PAST, OTHER),
    # Divided bookings; other products; changes.
    on(
        "EQN",
        INSIDE,
        do(at.NOBODY),
        row("history"),
        put("history", "kind", 0),
        put("history", "count", 1),
        go(SPLIT),
    ),
    on("MSG", INSIDE, drop(Filtered.PRODUCT), go(PRODUCT)),
    on(
        "ABI",
        (*INSIDE, *PAST),
        do(at.NOBODY),
        row("history"),
        put("history", "kind", 0),
        put("history", "agent_kind", 1),
        put("history", "agent", 2, 1),
        put("history", "place", 3),
        put("history", "carrier", 5),
        go(HISTORY),
    ),
    on(
        "SAC",
        (*PAST, *INSIDE),
        row("history"),
        put("history", "kind", 0),
        put("history", "action", 3),
        go(ACTION),
    ),
    on("TVL", PAST, do(at.LEG_GONE), *MOVED_FLIGHT, go(MOVED)),
    on("LTS", EVERYWHERE, TEXT),
    on("UNS", EVERYWHERE, NOTHING),
)
