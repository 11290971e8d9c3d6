"""What the letters of an award say of it. Call these inside `acting(who)`."""

import datetime as dt
from typing import Any

from vijfluik.core.documents.letters.composing import Filled, Value
from vijfluik.programme.grants.models import Award, AwardStep, Instalment
from vijfluik.programme.grants.objecting import DUTCH, remedy
from vijfluik.programme.grants.vocabulary import InstalmentState
from vijfluik.ui.formatting import day, money

UNSTATED = "niet vermeld"


def award_letter(award: Award) -> Filled:
    """For the award; in force from its signature on."""
    rows = Instalment.objects.filter(award=award.key)
    planned = rows.exclude(
        state__in=(InstalmentState.CANCELLED, InstalmentState.WITHDRAWN)
    ).order_by("planned_on", "key")
    application = award.application
    return _filled(
        award,
        edge="grant",
        on=award.awarded_on,
        fields={
            "bedrag": _euros(award.amount_cents),
            "aanvraag": "" if application is None else application.reference,
            "voorwaarden": award.conditions,
            "evaluatie": award.evaluation_plan,
            "verantwoorden": _day(award.report_by),
            "termijnen": [
                {
                    "titel": each.title,
                    "bedrag": _euros(each.amount_cents),
                    "dag": _day(each.planned_on),
                }
                for each in planned
            ],
        },
    )


def settlement_letter(award: Award) -> Filled:
    """For the settlement of what was accounted for."""
    accounted = award.accounted_on is not None
    return _filled(
        award,
        edge="settle",
        on=award.settled_on,
        fields={
            "bedrag": _euros(award.amount_cents),
            "toegekend_op": _day(award.awarded_on),
            "verantwoord_op": _day(award.accounted_on),
            "besteed": _euros(award.spent_cents) if accounted else "",
            "vastgesteld": _euros(award.settled_cents),
            "terug": _euros(award.reclaimed_cents) if award.reclaimed_cents else "",
        },
    )


def _filled(award: Award, *, edge: str, on: dt.date | None, fields: dict[str, Value]) -> Filled:
    steps = AwardStep.objects.filter(award=award.key, edge=edge).select_related("taken_by")
    step = steps.order_by("-registered_at").first()
    sender = award.budget_line.organisation.name
    return Filled(
        day=on,
        sender=sender,
        addressee=award.recipient.name,
        reference=award.reference,
        fields={
            **fields,
            **_objecting(award, on=on),
            "project": award.title,
            "kenmerk": award.reference,
            "afzender": sender,
            "reden": "" if step is None else step.reason,
            "besloten_door": "" if step is None else step.taken_by.name,
        },
    )


def _objecting(award: Award, *, on: dt.date | None) -> dict[str, Value]:
    if on is None:
        return {}
    within = None if award.application is None else award.application.round
    how = remedy(on=on, within=within)
    return {
        "bezwaartermijn": how.term,
        "bezwaargrond": how.basis,
        "onbevestigd": how.unconfirmed,
    }


def _euros(cents: int | None) -> str:
    return UNSTATED if cents is None else money(cents, language=DUTCH)


def _day(value: Any) -> str:
    return "" if value is None else day(value, language=DUTCH)
