"""What makes a record right: what follows from its fields, and then the register's own rules.

A form, a file and a command pass the same rules; the database holds the most important ones once
more as constraints.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from vijfluik.core.items.register import items
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import WITHDRAWN, About, Field, Register
from vijfluik.core.registers.faults import Fault, Invalid
from vijfluik.core.registers.kinds import Kind, kinds_of
from vijfluik.core.registers.kinds.plain import Count, Day, Line
from vijfluik.core.registers.kinds.references import InPlace

EARLIEST = dt.date(2000, 1, 1)
YEARS_AHEAD = 5
# The field that says of which item a record is, in every register that has one.
ITEM = "item"


def check(register: Register, *, content: Content, about: About) -> list[Fault]:
    """Everything that is wrong with a record in a state; an empty list when it is right."""
    kinds = kinds_of(register)
    faults: list[Fault] = []
    for name in register.names:
        field = register.by_name[name]
        faults += _of_field(field, kind=kinds[name], content=content, about=about,
                            register=register)  # fmt: skip
    faults += kept_elsewhere(register, content=content)
    faults += register.rules(content, about)
    return faults


def kept_elsewhere(register: Register, *, content: Content) -> Iterator[Fault]:
    """The fault of recording something of an item that is kept elsewhere."""
    # A record that takes its item from its parent was looked at there.
    if ITEM not in register.names:
        return
    item = items().get(str(content.get(ITEM) or "").upper())
    if item is not None and not item.takes(register.thing):
        yield Fault(
            field=ITEM,
            wrong=_("van dit onderdeel staat in dit register niets"),
            right=_("een ander onderdeel; de pagina van dit onderdeel zegt wat er wel staat"),
        )


def agreed_faults(register: Register, *, names: Iterable[str]) -> list[Fault]:
    """What of these fields was agreed with others, so that no correction changes it."""
    acts = {name: act for act in register.acts for name in act.asks}
    return [
        Fault(
            field=name,
            wrong=_("dit is afgesproken en verandert niet door een correctie"),
            right=_("gebruik de stap %(step)s") % {"step": register.edge(acts[name].name).label}
            if name in acts
            else "",
        )
        for name in names
        if register.by_name[name].agreed
    ]


def need_right(register: Register, *, content: Content, about: About) -> None:
    """Refuse a record that is not right.

    Raises:
        Invalid: with every fault.
    """
    if about.owner not in about.lookups.owners:
        right = _("een organisatie uit de lijst")
        raise Invalid([Fault(field=register.scope, wrong=_("onbekend"), right=right)])
    faults = check(register, content=content, about=about)
    if faults:
        raise Invalid(faults)


def _of_field(
    field: Field, *, kind: Kind, content: Content, about: About, register: Register
) -> Iterator[Fault]:
    value = content[field.name]
    if value is None or value in ("", ()):
        yield from _missing(field, kind=kind, state=about.state)
        return
    yield from _out_of_state(field, state=about.state, register=register)
    yield from _of_value(field, kind=kind, value=value, about=about)


def _missing(field: Field, *, kind: Kind, state: str) -> Iterator[Fault]:
    """What the model asks always, or the register in this state, and is not there."""
    if _asked(kind) or state in field.needed:
        yield Fault(field=field.name, wrong=_("ontbreekt"), right=right_of(field, kind=kind))


def _out_of_state(field: Field, *, state: str, register: Register) -> Iterator[Fault]:
    """What cannot stand on a record in this state."""
    if field.only and state not in (*field.only, WITHDRAWN):
        states = " / ".join(str(register.state_label(each)) for each in field.only)
        yield Fault(
            field=field.name,
            wrong=_("hoort bij de stand %(states)s") % {"states": states},
            right=_("leeg, of zet eerst die stap"),
        )


def _of_value(field: Field, *, kind: Kind, value: Any, about: About) -> Iterator[Fault]:
    if isinstance(kind, Day):
        yield from _day(field, day=value, today=about.today)
    if isinstance(kind, Count) and value < 0:
        yield Fault(field=field.name, wrong=_("minder dan nul"), right=_("0 of meer"))
    if isinstance(kind, Line) and len(value) > kind.longest:
        yield Fault(
            field=field.name,
            wrong=_("de tekst is %(length)d tekens lang") % {"length": len(value)},
            right=_("hoogstens %(longest)d tekens") % {"longest": kind.longest},
        )
    wrong = kind.unknown(value, lookups=about.lookups)
    if wrong:
        right = _("een gemeente uit de lijst") if isinstance(kind, InPlace) else _("iets eruit")
        yield Fault(field=field.name, wrong=wrong, right=right)


def _asked(kind: Kind) -> bool:
    """Whether the model itself asks for it."""
    return not kind.field.blank and not kind.field.null


def right_of(field: Field, *, kind: Kind) -> str:
    """What would be right where something is missing."""
    return str(field.hint) or _("vul in: %(label)s") % {"label": kind.label}


def _day(field: Field, *, day: dt.date, today: dt.date) -> Iterator[Fault]:
    latest = dt.date(today.year + YEARS_AHEAD, 12, 31)
    if not EARLIEST <= day <= latest:
        yield Fault(
            field=field.name,
            wrong=_("dit jaar kan niet kloppen"),
            right=_("een dag van 2000 tot en met %(year)d") % {"year": latest.year},
        )
    elif field.past and day > today:
        yield Fault(
            field=field.name, wrong=_("deze dag moet nog komen"), right=_("vandaag of eerder")
        )
