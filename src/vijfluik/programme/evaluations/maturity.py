"""How far the evaluation of one thing is: no plan, a plan, a study of process, a study of effect.

It says what was looked into, and not whether it works: that stands in the evaluation itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, TextChoices, Value, When
from django.db.models import CharField as Words
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now, require_somewhere
from vijfluik.core.registers.declaration import WITHDRAWN
from vijfluik.core.registers.walls import reachable
from vijfluik.programme.evaluations.models import Evaluation, Theory
from vijfluik.programme.evaluations.vocabulary import OUT, EvaluationKind
from vijfluik.programme.grants.evaluated import Planned
from vijfluik.programme.grants.registers import AWARDS
from vijfluik.programme.grants.vocabulary import COMMITTED
from vijfluik.programme.partnerships.registers import PARTNERSHIPS
from vijfluik.programme.trainings.models import Course

THING = "evaluations"


class Rung(TextChoices):
    """The rungs, the lowest first. A study counts from the day on which everybody can read it."""

    NONE = "none", _("geen plan")
    PLAN = "plan", _("plan")
    PROCESS = "process", _("procesevaluatie")
    EFFECT = "effect", _("effectevaluatie")


@dataclass(frozen=True, kw_only=True)
class Objects:
    """A kind of thing that is evaluated one by one.

    Attributes:
        link: the field of an evaluation that leads to it.
        word: in addresses.
        thing: whose reading the policy decides.
        rows: those that the reader may see and that there is something of to evaluate.
        planned: that the thing itself says how it will be evaluated.
        order: of a list, a total one that says nothing of how well they do.
    """

    link: str
    word: str
    label: str | Promise
    thing: str
    rows: Callable[[], QuerySet[Any]]
    order: tuple[str, ...]
    planned: Q | None = None


def _awards() -> QuerySet[Any]:
    """Of the fund only to who stands behind its wall, and then nothing else."""
    where = require_somewhere(thing=AWARDS.thing, action="read")
    rows = reachable(AWARDS, rows=AWARDS.model._default_manager.all(), where=where)
    return rows.filter(state__in=COMMITTED)


def _partnerships() -> QuerySet[Any]:
    where = require_somewhere(thing=PARTNERSHIPS.thing, action="read")
    rows: QuerySet[Any] = PARTNERSHIPS.model._default_manager.all()
    return reachable(PARTNERSHIPS, rows=rows, where=where).exclude(state=WITHDRAWN)


def _courses() -> QuerySet[Any]:
    require_somewhere(thing="trainings", action="read")
    courses: QuerySet[Any] = Course.objects.all()
    return courses


KINDS = (
    Objects(
        link="award",
        word="toekenningen",
        label=_("Toekenningen"),
        thing=AWARDS.thing,
        rows=_awards,
        planned=~Q(evaluation_plan=""),
        order=("-budget_year", "title", "key"),
    ),
    Objects(
        link="partnership",
        word="samenwerkingen",
        label=_("Samenwerkingen"),
        thing=PARTNERSHIPS.thing,
        rows=_partnerships,
        order=("name", "key"),
    ),
    Objects(
        link="training",
        word="trainingen",
        label=_("Trainingen"),
        thing="trainings",
        rows=_courses,
        order=("name", "code"),
    ),
)


def kinds_within_reach() -> list[Objects]:
    """The kinds whose rungs the reader may be told: who does not see every evaluation would read
    "no plan" where there is one."""
    who = acting_now()
    if not reach(who=who, thing=THING, action="read").everywhere:
        return []
    return [kind for kind in KINDS if not reach(who=who, thing=kind.thing, action="read").nowhere]


def graded(kind: Objects, *, rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows, each with its `rung`."""
    linked = Evaluation.objects.filter(**{kind.link: OuterRef("pk")}).exclude(state=WITHDRAWN)
    out = linked.filter(state__in=OUT)
    planned = Q(Exists(linked))
    if kind.planned is not None:
        planned |= kind.planned
    found: QuerySet[Any] = rows.annotate(
        rung=Case(
            When(Exists(out.filter(kind=EvaluationKind.EFFECT)), then=Value(Rung.EFFECT.value)),
            When(Exists(out.filter(kind=EvaluationKind.PROCESS)), then=Value(Rung.PROCESS.value)),
            When(planned, then=Value(Rung.PLAN.value)),
            default=Value(Rung.NONE.value),
            output_field=Words(),
        )
    )
    return found


def rung_of(kind: Objects, *, key: Any) -> Rung | None:
    """The rung of one thing; None when it is not there."""
    rows = kind.rows().filter(pk=key)
    found = graded(kind, rows=rows).values_list("rung", flat=True).first()
    return None if found is None else Rung(found)


def counted(kind: Objects, *, item: str = "") -> Mapping[Rung, int]:
    """How many things of a kind stand on each rung, of one item of the programme or of all."""
    rows = kind.rows()
    if item:
        rows = rows.filter(item=item)
    found = dict(
        graded(kind, rows=rows).order_by().values("rung").annotate(number=Count("pk"))
        .values_list("rung", "number")
    )  # fmt: skip
    return {rung: found.get(rung.value, 0) for rung in Rung}


@dataclass(frozen=True, kw_only=True)
class FundTotals:
    """How far the fund is with evaluating, over its committed awards: totals and nothing else."""

    awards: int
    planned: int
    process: int
    effect: int


def totals_of_the_fund() -> FundTotals | None:
    """The totals that look over the wall; None for who may not read the money's totals either."""
    if reach(who=acting_now(), thing="grant_money", action="read").nowhere:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM evaluations.of_the_fund()")
        row = cursor.fetchone()
    if row is None:
        return None
    return FundTotals(awards=row[0], planned=row[1], process=row[2], effect=row[3])


def planned_for(award: Any) -> Planned:
    """What there is of an evaluation of an award, for signing it (`grants.evaluated`)."""
    linked = Evaluation.objects.filter(award=award).exclude(state=WITHDRAWN).order_by("reference")
    canvas = Theory.objects.filter(evaluation__in=linked.values("key")).exclude(state=WITHDRAWN)
    return Planned(evaluations=tuple(each.reference for each in linked), canvas=canvas.exists())
