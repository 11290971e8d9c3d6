"""Reading partners."""

import calendar
import datetime as dt
import uuid
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils import timezone

from vijfluik.core.partners.acting import Actor, Grant
from vijfluik.core.partners.models import Mandate, Professional, Purpose, Role

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def today() -> dt.date:
    """The day it is in the Netherlands."""
    return timezone.now().astimezone(AMSTERDAM).date()


def mandates_in_force(*, professional: uuid.UUID, on: dt.date) -> list[Mandate]:
    """The mandates of a professional on a day, half-open at their end."""
    return list(
        Mandate.objects.filter(
            Q(valid_from__lte=on, valid_until__gt=on), professional_id=professional
        ).order_by("valid_from", "key")
    )


def actor_for(professional: Professional) -> Actor:
    """The actor that a signed-in professional is now; without mandates it may do nothing.

    Somebody who left keeps no mandate: access ends with the next request.
    """
    mandates = []
    if professional.is_active:
        mandates = mandates_in_force(professional=professional.key, on=today())
    return Actor(
        key=professional.key,
        name=professional.name,
        organisation=professional.organisation_id,
        grants=tuple(
            Grant(
                key=mandate.key,
                role=Role(mandate.role),
                organisation=mandate.organisation_id,
                purpose=Purpose(mandate.purpose),
            )
            for mandate in mandates
        ),
    )


def demonstration_accounts() -> list[Professional]:
    """The accounts of the demonstration, for the page to sign in on."""
    return list(
        Professional.objects.filter(is_active=True)
        .select_related("organisation")
        .order_by("organisation__name", "name")
    )


REVIEW_MONTHS = 6


@dataclass(frozen=True, kw_only=True)
class MandateToReview:
    """A mandate in force with the day on which its review is due (BIO2 5.18.02: half-yearly)."""

    mandate: Mandate
    due_on: dt.date
    overdue: bool


def mandates_to_review(*, on: dt.date) -> list[MandateToReview]:
    """All mandates in force on a day, those whose review is due first on top.

    The review is due six months after the last one.
    """
    mandates = Mandate.objects.filter(valid_from__lte=on, valid_until__gt=on).select_related(
        "professional", "organisation", "granted_by"
    )
    found = []
    for mandate in mandates:
        due_on = months_after(mandate.reviewed_on, months=REVIEW_MONTHS)
        found.append(MandateToReview(mandate=mandate, due_on=due_on, overdue=due_on < on))
    return sorted(found, key=lambda entry: (entry.due_on, entry.mandate.professional.name))


def months_after(day: dt.date, *, months: int) -> dt.date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
