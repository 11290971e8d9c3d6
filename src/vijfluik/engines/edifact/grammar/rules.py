"""The words in which the grammar is written: a rule per tag and state, a case per qualifier."""

from dataclasses import dataclass, field
from enum import IntEnum

from vijfluik.engines.edifact.kernel import layout as at
from vijfluik.engines.edifact.kinds import Filtered, Finding
from vijfluik.engines.edifact.tables import BY_NAME, index


class State(IntEnum):
    """Where in a message the reader is; the numbers of groups are those of PNRGOV 13.1."""

    HEAD = 0
    BOOKING = 1  # GR1, before the first traveller
    PERSON = 2  # GR2
    TICKET = 3  # GR3
    PAYMENT = 4  # GR4
    LEG = 5  # GR5
    CHECK_IN = 6  # GR6
    CHECKED = 7  # GR7
    SPLIT = 8  # GR8
    PRODUCT = 9  # GR9
    HISTORY = 10  # GR10
    ACTION = 11  # GR11
    MOVED = 12  # GR12
    REPORTER = 13  # NAD+MS of an API message
    TRANSPORT = 14  # TDT
    SUBJECT = 15  # NAD of a person; kernel.api names it too
    PAPER = 16  # DOC
    GOODS = 17  # GID
    GONE = 18  # a person that the policy leaves out


Operation = tuple[int, int, int, int, int, int]
Operations = list[Operation]


@dataclass(frozen=True, slots=True)
class Rule:
    """What to do with a segment: by the value of one of its fields, or always."""

    tag: str
    states: tuple[State, ...]
    cases: dict[str, Operations]
    otherwise: Operations | None
    qualifier: tuple[int, int] | None = None
    title: str = field(default="", compare=False)


def on(
    tag: str,
    states: tuple[State, ...],
    *steps: Operations,
    cases: dict[str, list[Operations]] | None = None,
    qualifier: tuple[int, int] | None = None,
    strict: bool = False,
) -> Rule:
    """A rule. With cases, `steps` are for any other qualifier; `strict` makes those a finding."""
    return Rule(
        tag=tag,
        states=states,
        cases={key: _joined(value) for key, value in (cases or {}).items()},
        otherwise=None if strict else _joined(list(steps)),
        qualifier=qualifier or ((1, 0) if cases else None),
    )


def _joined(steps: list[Operations]) -> Operations:
    return [operation for step in steps for operation in step]


def go(state: State) -> Operations:
    """Be in another state from here on."""
    return [(at.GO, state, 0, 0, 0, 0)]


def row(table: str) -> Operations:
    """Open a row."""
    return [(at.ROW, index(table), 0, 0, 0, 0)]


def put(table: str, column: str, element: int, component: int = 0) -> Operations:
    """Take a field into a column."""
    return [(at.PUT, index(table), BY_NAME[table].text(column), element, component, 0)]


def take(table: str, element: int, columns: str) -> Operations:
    """Take the components of an element into columns, `-` for one that is left."""
    names = columns.split()
    return _joined(
        [put(table, name, element, place) for place, name in enumerate(names) if name != "-"]
    )


def each(element: int, *steps: Operations) -> Operations:
    """For every element from one on: within, 100 and more is the element itself."""
    inner = _joined(list(steps))
    return [(at.EACH, element, len(inner), 0, 0, 0), *inner]


def need(element: int, component: int, *steps: Operations) -> Operations:
    """Only when a field is there."""
    inner = _joined(list(steps))
    return [(at.NEED, element, component, len(inner), 0, 0), *inner]


def drop(kind: Filtered) -> Operations:
    """Leave the segment out and count it."""
    return [(at.DROP, kind, 0, 0, 0, 0)]


def day(
    table: str, column: str, element: int, component: int, *, order: int, window: int
) -> Operations:
    """Set a day; order 0 is ddmmyy and 1 yymmdd; window 0 a birth, 1 an expiry, 2 a voyage."""
    return [
        (
            at.DAYS,
            index(table),
            BY_NAME[table].number(column),
            element,
            component,
            order * 4 + window,
        )
    ]


def stamp(table: str, column: str, element: int, component: int, *, order: int = 0) -> Operations:
    """Set a moment from a day and the time in the component behind it."""
    return [(at.STAMP, index(table), BY_NAME[table].number(column), element, component, order)]


def find(kind: Finding) -> Operations:
    """Note a finding."""
    return [(at.RAISE, kind, 0, 0, 0, 0)]


def do(what: int, b: int = 0, c: int = 0) -> Operations:
    """An operation that is code (kernel.grammar_ops.do)."""
    return [(at.DO, what, b, c, 0, 0)]


NOTHING: Operations = []
