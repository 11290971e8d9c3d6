"""The tables that a message becomes: each column, its type and the Annex I heading that permits it.

A column without a heading (0) describes the message itself, not a traveller. A heading is a number
of Annex I to Directive (EU) 2016/681; `policy` can leave one out, never add one.
"""

from dataclasses import dataclass
from functools import cache

# Every row of every table begins with these; -1 where there is none.
KEYS = ("message", "position", "booking", "traveller", "leg")
# Arrow types of whole numbers: a count, a day, a minute since 1970-01-01 without a time zone, a
# byte of the stream.
COUNT, DAY, MINUTE, PLACE = "count", "day", "minute", "place"


@dataclass(frozen=True, slots=True)
class Table:
    """One table: whole-number columns after the keys, then columns of bytes as they were sent."""

    name: str
    keys: tuple[str, ...]
    numbers: tuple[tuple[str, str, int], ...]
    texts: tuple[tuple[str, int], ...]

    def number(self, name: str) -> int:
        """Where a number stands in a row, keys included."""
        return len(KEYS) + [column[0] for column in self.numbers].index(name)

    def text(self, name: str) -> int:
        """Which text column it is."""
        return [column[0] for column in self.texts].index(name)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns in the order of the Arrow schema."""
        return (
            *self.keys,
            *(name for name, _, _ in self.numbers),
            *(name for name, _ in self.texts),
        )


def _table(name: str, *, keys: int, numbers: str = "", texts: str = "") -> Table:
    """A table from words: `name:heading`, numbers also `name:heading:type`."""
    return Table(
        name=name,
        keys=KEYS[:keys],
        numbers=tuple(
            (word.split(":")[0], word.split(":")[2], int(word.split(":")[1]))
            for word in numbers.split()
        ),
        texts=tuple((word.split(":")[0], int(word.split(":")[1])) for word in texts.split()),
    )


MESSAGE = _table(
    "message",
    keys=2,
    numbers="end:0:place format:0:count part_number:0:count last_part:0:count segments:0:count"
    " declared_segments:0:count declared_records:0:count bookings:0:count"
    " traveller_in:0:count traveller_out:0:count traveller_filtered:0:count"
    " traveller_duplicates:0:count document_in:0:count document_out:0:count"
    " document_filtered:0:count document_duplicates:0:count leg_in:0:count leg_out:0:count"
    " leg_filtered:0:count leg_duplicates:0:count filtered_meal:0:count filtered_medical:0:count"
    " filtered_service:0:count filtered_text:0:count filtered_product:0:count"
    " filtered_amount:0:count filtered_other:0:count",
    texts="type:0 version:0 release:0 agency:0 association:0 reference:0 access:0 part:0 sender:0"
    " recipient:0 interchange:0 prepared_date:0 prepared_time:0 syntax:0 function:0 action:0"
    " system:0 reply:0 transaction:0 application:0",
)
FLIGHT = _table(
    "flight",
    keys=2,
    numbers="departure:3:minute arrival:3:minute",
    texts="carrier:7 number:7 origin:7 destination:7 departure_date:3 departure_time:3"
    " arrival_date:3 arrival_time:3",
)
BOOKING = _table(
    "booking",
    keys=3,
    numbers="cancelled:10:count created:2:minute changed:2:minute issued:2:minute",
    texts="carrier:1 locator:1 created_date:2 created_time:2 changed_date:2 changed_time:2"
    " issued_date:2 issued_time:2 system:9 system_office:9 agency_number:9 agency_code:9"
    " agency_place:9 agency_carrier:9 agency_city:9 agency_kind:9 agency_country:9"
    " agency_currency:9 agent:9",
)
TRAVELLER = _table(
    "traveller",
    keys=4,
    numbers="kind:4:count birth:18:day boarded:10:count",
    texts="surname:4 given:4 middle:4 code:4 ref:4 name_kind:4 accompanied:4 unique_ref:4 sex:18"
    " nationality:18 birth_text:18 residence:18 birthplace:18 embark:7 debark:7 clearance:18"
    " locator:1 seat:14 fare_type:13 fare_age:13 fare_basis:13 verified:18 bag_count:16"
    " bag_weight:16 bag_unit:16 ticket:13 reply:10",
)
DOCUMENT = _table(
    "document",
    keys=4,
    numbers="infant:18:count birth:18:day expiry:18:day",
    texts="source:18 kind:18 issuer:18 number:18 nationality:18 birth_text:18 sex:18"
    " expiry_text:18 surname:18 given:18 second:18 place:18 applies_to:18 status:18 carrier:18"
    " ref:4",
)
CONTACT = _table(
    "contact",
    keys=4,
    texts="source:5 kind:5 value:5 street:5 city:5 region:5 country:5 postcode:5 name:5 ref:4",
)
PAYMENT = _table(
    "payment",
    keys=4,
    texts="source:6 method:6 amount:6 issuer:6 account:6 expiry:6 payer:6 address:6 phone:6",
)
LEG = _table(
    "leg",
    keys=5,
    numbers="departure:3:minute arrival:3:minute",
    texts="carrier:7 operating:15 number:7 class:7 origin:7 destination:7 departure_date:3"
    " departure_time:3 arrival_date:3 arrival_time:3 status:10 seats:7 aircraft:7"
    " locator_carrier:1 locator:1 shared_carrier:15 shared_number:15 shared_class:15",
)
SEAT = _table(
    "seat",
    keys=5,
    texts="source:14 seat:14 class:14 ref:14 status:14 carrier:14 origin:14 destination:14",
)
BAG = _table(
    "bag",
    keys=5,
    texts="source:16 pieces:16 weight:16 unit:16 pool:16 pool_ref:16 issuer:16 tag:16 count:16"
    " destination:16 charge:16",
)
TICKET = _table(
    "ticket",
    keys=5,
    numbers="issued:13:day",
    texts="source:13 number:13 kind:13 coupons:13 base:13 base_currency:13 total:13"
    " total_currency:13 issued_date:13 restriction:13 ref:13",
)
LOYALTY = _table(
    "loyalty",
    keys=5,
    texts="source:8 carrier:8 number:8 level:8 ref:8",
)
HISTORY = _table(
    "history",
    keys=3,
    numbers="at:19:minute",
    texts="kind:19 action:19 agent_kind:19 agent:19 place:19 carrier:19 date:19 time:19 surname:19"
    " given:19 ref:19 service:19 flight_carrier:19 flight_number:19 departure_date:19"
    " departure_time:19 origin:19 destination:19 locator_carrier:11 locator:11 count:11",
)
FINDING = _table("finding", keys=2, numbers="kind:0:count severity:0:count")

TABLES = (
    *(MESSAGE, FLIGHT, BOOKING, TRAVELLER, DOCUMENT, CONTACT, PAYMENT, LEG, SEAT, BAG, TICKET),
    *(LOYALTY, HISTORY, FINDING),
)
BY_NAME = {table.name: table for table in TABLES}


@cache
def index(name: str) -> int:
    """The number of a table in the order of `TABLES`."""
    return [table.name for table in TABLES].index(name)
