"""When something must be done about a publication: working agreements of our own, no law."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Term
from vijfluik.programme.publications.models import Publication
from vijfluik.programme.publications.vocabulary import State

READ_DAYS = 14


def _read_by(publication: Publication) -> dt.date | None:
    day = publication.submitted_on
    return None if day is None else day + dt.timedelta(days=READ_DAYS)


def _review_by(publication: Publication) -> dt.date | None:
    return publication.review_on


TERMS = (
    Term(
        kind="read",
        label=_("meelezen en publiceren"),
        state=State.REVIEW,
        ends=_read_by,
        provision=_("Werkafspraak publicaties: binnen 14 dagen leest een tweede mee."),
        answer="publish",
    ),
    Term(
        kind="review",
        label=_("nalezen of het nog klopt"),
        state=State.PUBLISHED,
        ends=_review_by,
        provision=_(
            "Werkafspraak publicaties: op de afgesproken dag wordt een publicatie nagelezen."
        ),
        answer="reconfirm",
    ),
    Term(
        kind="revise",
        label=_("herziening publiceren"),
        state=State.IN_REVISION,
        ends=_review_by,
        provision=_("Werkafspraak publicaties: een herziening is op de afgesproken dag klaar."),
        answer="republish",
    ),
)
