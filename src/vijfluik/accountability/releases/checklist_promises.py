"""Promises to Parliament that should have had their answer by the moment of the report."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from vijfluik.accountability.releases.checklist_finding import Code, Finding, Severity
from vijfluik.accountability.undertakings.annex import annex_as_of, caption_of
from vijfluik.core.partners.queries import AMSTERDAM


def undertaking_findings(*, as_of: dt.datetime) -> Iterator[Finding]:
    """The motions and commitments of the annex whose day had passed without an answer.

    Raises:
        Refused: nobody acts.
    """
    day = as_of.astimezone(AMSTERDAM).date()
    for part in annex_as_of(as_of):
        if part.finished:
            continue
        for row in part.rows:
            if row.record.due_on <= day:
                yield Finding(
                    severity=Severity.WARNING,
                    code=Code.UNANSWERED_UNDERTAKING,
                    place=caption_of(part),
                    fact=f"{row.record.key} {row.record.due_on}",
                    message=_("%(title)s: toegezegd voor %(day)s en niet afgedaan.")
                    % {"title": row.description, "day": f"{row.record.due_on:%d-%m-%Y}"},
                    remedy=_("Geef de Kamer antwoord, of zeg waarom het nog wacht."),
                    url=reverse("undertakings:detail", args=[row.record.key]),
                )
