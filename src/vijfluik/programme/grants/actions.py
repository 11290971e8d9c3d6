"""The act of the grants that is more than a step: to judge an application on every criterion."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.functions import TransactionNow
from django.utils.translation import gettext as _

from vijfluik.core.journal.recording import record as journal
from vijfluik.core.journal.vocabulary import RECORD_CHANGED
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers import actions
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.faults import Fault, Invalid
from vijfluik.core.registers.retried import retried
from vijfluik.programme.grants.applications.register import REGISTER as APPLICATIONS
from vijfluik.programme.grants.models import Application, Assessment
from vijfluik.programme.grants.queries.assessing import judged
from vijfluik.programme.grants.vocabulary import Finding


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What was found of one criterion, and why."""

    finding: str
    grounds: str


def assess(
    *, who: Acting, key: uuid.UUID, verdicts: Mapping[int, Verdict], seen: str | None = None
) -> Application:
    """Judge every criterion of the round and bring the application to "assessed".

    Args:
        verdicts: number of the criterion → what was found.
        seen: as in `core.registers.actions.step`.

    Raises:
        Refused, EdgeRefused, Conflict: as any step.
        Invalid: a criterion has no finding or no reason; nothing was written.
    """
    _judge(who=who, key=key, verdicts=verdicts)
    found: Application = actions.step(APPLICATIONS, who=who, key=key, edge="assess", seen=seen)
    return found


@retried
def _judge(*, who: Acting, key: uuid.UUID, verdicts: Mapping[int, Verdict]) -> None:
    edge = APPLICATIONS.edge("assess")
    with acting(who):
        application = access_record(APPLICATIONS, who=who, key=key, action=edge.action, locked=True)
        APPLICATIONS.lifecycle.target(name=edge.name, state=application.state)
        asked = judged(application)
        _need_all(verdicts, numbers=[each.number for each in asked])
        for each in asked:
            verdict = verdicts[each.number]
            Assessment.objects.update_or_create(
                application=application,
                number=each.number,
                defaults={
                    "criterion": each.criterion,
                    "finding": verdict.finding,
                    "grounds": verdict.grounds.strip(),
                    "assessed_by_id": who.actor.key,
                    "assessed_at": TransactionNow(),
                },
            )
        journal(
            action=RECORD_CHANGED,
            object_type=APPLICATIONS.object_type,
            object_key=key,
            details={"fields": ["assessment"]},
        )


def _need_all(verdicts: Mapping[int, Verdict], *, numbers: Sequence[int]) -> None:
    faults = []
    for number in numbers:
        verdict: Any = verdicts.get(number)
        if verdict is None or verdict.finding not in Finding.values:
            faults.append(_missing(f"finding_{number}", _("een oordeel over dit criterium")))
        if verdict is None or not verdict.grounds.strip():
            faults.append(_missing(f"grounds_{number}", _("waarom, in een of twee zinnen")))
    if faults:
        raise Invalid(faults)


def _missing(field: str, right: str) -> Fault:
    return Fault(field=field, wrong=_("ontbreekt"), right=right)
