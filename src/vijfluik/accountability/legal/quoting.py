"""Which templates quote a provision and who is to review it, for the page of the law and for what
falls when it lapses.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from vijfluik.accountability.legal.reviews_register import REVIEWS
from vijfluik.accountability.legal.templates_register import TEMPLATES
from vijfluik.accountability.legal.vocabulary import ReviewState, TemplateState
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import limited, require_somewhere
from vijfluik.core.law.dependants import Dependant, DependantKind
from vijfluik.core.law.provision import ProvisionVersion
from vijfluik.core.partners.acting import current
from vijfluik.core.registers.declaration import Register


def templates_quoting(version: ProvisionVersion) -> Iterable[Dependant]:
    """The templates in draft or in use that quote a provision, as far as the actor may see them."""
    rows = _within_reach(TEMPLATES).filter(
        provisions__contains=[version.slug],
        state__in=(TemplateState.DRAFT, TemplateState.IN_USE),
    )
    for template in rows.order_by("title", "key"):
        yield _told(TEMPLATES, record=template, kind=DependantKind.TEMPLATE, name=str(template))


def reviews_of(version: ProvisionVersion) -> Iterable[Dependant]:
    """The reviews of a provision that are still to come, as far as the actor may see them."""
    rows = _within_reach(REVIEWS).filter(provision=version.slug, state=ReviewState.PLANNED)
    for review in rows.order_by("review_on", "key"):
        name = f"{review.title} ({review.review_on.isoformat()})"
        yield _told(REVIEWS, record=review, kind=DependantKind.REVIEW, name=name)


def _within_reach(register: Register) -> QuerySet[Any]:
    """The records that the actor may see; none while nobody acts or where nothing may be read."""
    who = current()
    rows: QuerySet[Any] = register.model._default_manager.all()
    if who is None or reach(who=who, thing=register.thing, action="read").nowhere:
        return rows.none()
    where = require_somewhere(thing=register.thing, action="read")
    return limited(rows, where=where, field=register.scope)


def _told(register: Register, *, record: Any, kind: DependantKind, name: str) -> Dependant:
    return Dependant(
        kind=kind,
        key=str(record.key),
        nl=name,
        en=name,
        url=reverse(f"{register.thing}:detail", args=[record.key]),
    )
