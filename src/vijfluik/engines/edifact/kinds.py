"""The closed vocabularies of the reader: formats, kinds of traveller, findings, the filter."""

from enum import IntEnum


class Format(IntEnum):
    """What kind of message it is, from UNH."""

    UNKNOWN = 0
    PNRGOV = 1
    PAXLST = 2
    PAXLST_US = 3
    CUSRES = 4
    ACKRES = 5


class Kind(IntEnum):
    """In what capacity somebody is in the message."""

    UNKNOWN = 0
    ADULT = 1
    CHILD = 2
    INFANT = 3
    GROUP = 4
    PASSENGER = 5
    CREW = 6
    TRANSIT_PASSENGER = 7
    TRANSIT_CREW = 8
    BY_REFERENCE = 9
    PLACEHOLDER = 10


class Severity(IntEnum):
    """How much a finding matters to somebody who relies on the message."""

    INFO = 0
    WARNING = 1
    ERROR = 2


class Finding(IntEnum):
    """What did not fit. A finding has a position and never content."""

    OUTSIDE = 0
    NO_INTERCHANGE = 1
    NO_MESSAGE = 2
    UNTERMINATED = 3
    TRUNCATED = 4
    MESSAGE_NOT_ENDED = 5
    SEGMENT_COUNT = 6
    MESSAGE_REFERENCE = 7
    MESSAGE_COUNT = 8
    INTERCHANGE_REFERENCE = 9
    UNKNOWN_MESSAGE = 10
    UNKNOWN_SEGMENT = 11
    MISPLACED_SEGMENT = 12
    OVERSIZED_SEGMENT = 13
    REPEATED_VALUE = 14
    BAD_DATE = 15
    NO_NAME = 16
    NO_LOCATOR = 17
    NO_BOOKING_START = 18
    NO_FLIGHT = 19
    RECORD_COUNT = 20
    UNKNOWN_QUALIFIER = 21
    ONLY_AT_CHECK_IN = 22
    ONLY_AS_INFANT_OF = 23
    UNLINKED = 24
    WRAPPED = 25
    CONTROL_BYTES = 26
    LOST = 27
    UNKNOWN_SEPARATORS = 28
    CHARSET = 29
    PART_MISSING = 30
    PART_REPEATED = 31
    PART_UNJOINED = 32
    UNKNOWN_REFERENCE = 33
    NO_COUNT = 34
    XML_FRAGMENT = 35
    XML_UNKNOWN = 36
    XML_BROKEN = 37
    NO_PART_COUNT = 38


SEVERITY = {
    **dict.fromkeys(Finding, Severity.WARNING),
    **dict.fromkeys(
        (Finding.OUTSIDE, Finding.WRAPPED, Finding.NO_INTERCHANGE, Finding.NO_COUNT),
        Severity.INFO,
    ),
    **dict.fromkeys(
        (
            *(Finding.NO_MESSAGE, Finding.TRUNCATED, Finding.UNKNOWN_MESSAGE, Finding.LOST),
            *(Finding.OVERSIZED_SEGMENT, Finding.PART_MISSING, Finding.PART_UNJOINED),
            *(Finding.UNKNOWN_SEPARATORS, Finding.XML_BROKEN),
        ),
        Severity.ERROR,
    ),
}


class Filtered(IntEnum):
    """What the filter took out, by kind; the count is all that stays of it."""

    MEAL = 0
    MEDICAL = 1
    SERVICE = 2
    TEXT = 3
    PRODUCT = 4
    AMOUNT = 5
    OTHER = 6


def label(member: IntEnum) -> str:
    """The word by which a member is known outside: lower case, hyphens."""
    return member.name.lower().replace("_", "-")
