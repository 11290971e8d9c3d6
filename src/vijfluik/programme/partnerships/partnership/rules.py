"""What makes a partnership right: a ground, criteria for a pilot, and no term without an end."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.bases import basis_in_force
from vijfluik.core.registers.citizens import names_nobody
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import WITHDRAWN, About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.partnerships.common import in_order, one_said
from vijfluik.programme.partnerships.models import Milestone, Partnership
from vijfluik.programme.partnerships.vocabulary import PartnershipKind, State


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a partnership."""
    yield from _ground(content)
    yield from _basis(content, about)
    yield from _pilot(content)
    yield from _begun(content, state=about.state)
    yield from _until(content, state=about.state)
    yield from _goals(content, about)
    yield from _extended(content, state=about.state)
    yield from names_nobody(content, names=("name", "goal", "ground", "criteria"))
    yield from in_order(
        content,
        first="started_on",
        then=("ends_on", "review_on", "extended_on", "ended_on"),
        right=_("de dag van het begin of later"),
    )


def _ground(content: Content) -> Iterator[Fault]:
    yield from one_said(
        content,
        names=("provision", "ground"),
        right=_("een bepaling uit de lijst, of de grondslag in woorden"),
    )


def _basis(content: Content, about: About) -> Iterator[Fault]:
    """What begins, is prolonged or gets another ground, rests on what is law on that day."""
    if about.state not in (State.ACTIVE, State.EXTENDED):
        return
    extended = about.state == State.EXTENDED
    on = content.extended_on if extended else content.started_on or content.pilot_on
    before = about.lookups.row(Partnership, key=about.key)
    goes_on = before is not None and before.state == about.state
    if goes_on and before.extended_on == content.extended_on:
        if before.provision == content.provision:
            return
        on = about.today
    yield from basis_in_force(content.provision, field="provision", on=on or about.today)


def _pilot(content: Content) -> Iterator[Fault]:
    if content.kind != PartnershipKind.PILOT:
        return
    for name in ("criteria", "evaluate_on"):
        if not content[name]:
            yield Fault(
                field=name,
                wrong=_("ontbreekt"),
                right=_("van een proef staat vast waaraan en wanneer zij wordt getoetst"),
            )


def _begun(content: Content, *, state: str) -> Iterator[Fault]:
    if state in (State.ACTIVE, State.EXTENDED):
        yield from one_said(
            content,
            names=("started_on", "started_said"),
            right=_("de dag van het begin, of het begin in woorden"),
        )


def _until(content: Content, *, state: str) -> Iterator[Fault]:
    """Nothing runs on because nobody looked: there is an end, or a day to look again."""
    if state in (State.ACTIVE, State.EXTENDED):
        yield from one_said(
            content,
            names=("ends_on", "review_on"),
            right=_("tot en met welke dag, of wanneer dit opnieuw wordt bekeken"),
        )


def _goals(content: Content, about: About) -> Iterator[Fault]:
    """A plan of action runs when it has goals; the model offers some to begin with."""
    if content.kind != PartnershipKind.ACTION_PLAN or about.key is None:
        return
    if about.state not in (State.ACTIVE, State.EXTENDED):
        return
    goals = Milestone.objects.filter(partnership=about.key).exclude(state=WITHDRAWN)
    if not goals.exists():
        yield Fault(
            field="",
            wrong=_("het plan heeft nog geen doelen"),
            right=_("neem doelen over uit het model, of voeg ze toe"),
        )


def _extended(content: Content, *, state: str) -> Iterator[Fault]:
    if state != State.EXTENDED:
        return
    if content.ends_on is None:
        yield Fault(field="ends_on", wrong=_("ontbreekt"), right=_("de nieuwe laatste dag"))
    elif content.extended_on is not None and content.ends_on <= content.extended_on:
        yield Fault(
            field="ends_on",
            wrong=_("deze dag ligt niet na het besluit"),
            right=_("de nieuwe laatste dag, na de dag van het besluit"),
        )
