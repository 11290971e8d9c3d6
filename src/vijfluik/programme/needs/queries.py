"""Reading rounds and needs. Call these inside `acting(who)`; row-level security limits them."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Count, Q

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import listing
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Organisation, OrganisationKind
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.access import listed_records
from vijfluik.core.registers.declaration import WITHDRAWN
from vijfluik.programme.advice.models import Advice
from vijfluik.programme.needs.models import Need, NeedRound
from vijfluik.programme.needs.registers import NEEDS, ROUNDS
from vijfluik.programme.needs.rounds.register import takes_answers
from vijfluik.programme.needs.vocabulary import Level, NeedState, RoundState


@dataclass(frozen=True, kw_only=True)
class Result:
    """What was said on one theme, counted in organisations; None where it is not shown."""

    theme: str
    now: int | None
    soon: int | None
    none: int | None
    chosen: int | None


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far one organisation is with a round."""

    organisation: Organisation
    answered: int
    total: int


@dataclass(frozen=True, kw_only=True)
class Open:
    """A round that waits for an organisation."""

    found: NeedRound
    owner: str
    answered: int
    total: int


def results(found: NeedRound) -> Sequence[Result]:
    """What a round came to per theme, in the order of its themes.

    The reading is journalled as a list of the round's register: no answer is shown.
    """
    with listing(thing=ROUNDS.thing) as made:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM needs.results(%s)", [found.key])
            rows = {row[0]: Result(theme=row[0], now=row[1], soon=row[2], none=row[3],
                                   chosen=row[4]) for row in cursor.fetchall()}  # fmt: skip
        made.showed([found.key], rows=len(rows), filters=["thema"])
    empty = {"now": 0, "soon": 0, "none": 0, "chosen": 0}
    return [rows.get(theme, Result(theme=theme, **empty)) for theme in found.themes]


def progress(found: NeedRound, *, who: Acting) -> Sequence[Progress] | None:
    """How far each municipality is, by name, and whoever else answered; None for who may not read
    every answer."""
    if not reach(who=who, thing=NEEDS.thing, action="read").everywhere:
        return None
    with listed_records(NEEDS, who=who) as (rows, made):
        told = rows.filter(need_round=found.key).exclude(state=WITHDRAWN)
        counted = dict(
            told.order_by().values_list("respondent").annotate(Count("theme", distinct=True))
        )
        made.showed([], rows=len(counted), filters=["peiling"])
    asked = Organisation.objects.filter(
        Q(code__in=counted) | _existing_municipality(found)
    ).order_by("name")
    return [
        Progress(organisation=each, answered=counted.get(each.code, 0), total=len(found.themes))
        for each in asked
    ]


def _existing_municipality(found: NeedRound) -> Q:
    day = found.opens_on
    return Q(kind=OrganisationKind.MUNICIPALITY, valid_from__lte=day) & (
        Q(valid_until__isnull=True) | Q(valid_until__gt=day)
    )


def own_answers(found: NeedRound, *, owner: str) -> Mapping[str, Need]:
    """Theme → what an organisation said in a round."""
    rows = Need.objects.filter(need_round=found.key, respondent_id=owner)
    return {need.theme: need for need in rows.exclude(state=WITHDRAWN)}


def earlier_answers(found: NeedRound, *, owner: str) -> Mapping[str, Need]:
    """Theme → the last thing that an organisation said in another round, to begin with."""
    rows = Need.objects.filter(respondent_id=owner).exclude(state=WITHDRAWN)
    rows = rows.exclude(need_round=found.key).filter(theme__in=found.themes)
    return {need.theme: need for need in rows.order_by("answered_on", "key")}


def open_rounds(*, who: Acting) -> Sequence[Open]:
    """The rounds that wait for an answer of the reader's own organisation, the first to close
    first; none for who answers for nobody."""
    where = reach(who=who, thing=NEEDS.thing, action="create")
    if where.everywhere or not where.organisations:
        return []
    found = []
    for each in NeedRound.objects.filter(state=RoundState.OPEN, opens_on__lte=today()):
        if not takes_answers(each):
            continue
        for owner in sorted(where.organisations):
            said = len(own_answers(each, owner=owner))
            if said < len(each.themes):
                found.append(Open(found=each, owner=owner, answered=said, total=len(each.themes)))
    last = max((each.found.opens_on for each in found), default=today())
    return sorted(found, key=lambda each: each.found.closes_on or last.replace(year=9999))


def wanted(*, who: Acting) -> Sequence[Need]:
    """The needs within reach that nobody chose an offer for, by theme and then by name; of every
    organisation and theme the last thing it said."""
    with listed_records(NEEDS, who=who) as (rows, made):
        said = rows.exclude(state=WITHDRAWN).select_related("respondent", "need_round")
        latest: dict[tuple[str, str], Need] = {}
        for need in said.order_by("answered_on", "key"):
            latest[need.respondent_id, need.theme] = need
        found = [
            need
            for need in latest.values()
            if need.state == NeedState.ANSWERED and need.level != Level.NONE
        ]
        made.showed([need.key for need in found], rows=len(found), filters=["stand"])
    return sorted(found, key=lambda need: (need.get_theme_display(), need.respondent.name))


def take_up() -> Mapping[uuid.UUID, int]:
    """Offer or trajectory → how many organisations chose it."""
    return _pairs("SELECT * FROM needs.take_up()")


def by_form() -> Mapping[str, int]:
    """Form of extremism → how many organisations need something for it."""
    return _pairs("SELECT * FROM needs.by_form()")


def _pairs(query: str) -> Mapping[Any, int]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return dict(cursor.fetchall())


def advised(keys: Iterable[uuid.UUID]) -> list[uuid.UUID]:
    """Of these needs one for every request for advice that follows from it, within reach."""
    rows = Advice.objects.filter(need__in=list(keys)).exclude(state=WITHDRAWN)
    return list(rows.values_list("need", flat=True))
