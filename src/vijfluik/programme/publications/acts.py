"""How each step of a publication is asked for and told."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.core.registers.withdrawing import WITHDRAWING
from vijfluik.programme.publications.models import Publication

# A working agreement of our own: what is in use is read again within two years.
REVIEW_YEARS = 2


def review_day(day: dt.date) -> dt.date:
    """The usual day on which something published on `day` is read again."""
    return day.replace(year=day.year + REVIEW_YEARS, day=min(day.day, 28))


def _published(publication: Publication) -> Mapping[str, object]:
    return {"published_on": today(), **_renewed(publication)}


def _renewed(publication: Publication) -> Mapping[str, object]:
    return {**_reviewed(publication), "feedback": publication.feedback}


def _reviewed(_publication: Publication) -> Mapping[str, object]:
    return {"review_on": review_day(today())}


ACTS = (
    Act(
        name="submit",
        word="voorleggen",
        done=_("Ter beoordeling gelegd"),
        asks=("submitted_on",),
        day="submitted_on",
        initial=lambda _publication: {"submitted_on": today()},
        icon="decision",
        undone_by="return",
    ),
    Act(
        name="publish",
        word="publiceren",
        done=_("Gepubliceerd"),
        asks=("published_on", "review_on", "accessibility", "feedback"),
        day="published_on",
        initial=_published,
        icon="positive",
        tone="positive",
    ),
    Act(name="return", word="teruggeven", done=_("Teruggegeven"), icon="change", tone="warning"),
    Act(
        name="reconfirm",
        word="nog-actueel",
        done=_("Nagelezen en nog actueel"),
        asks=("review_on",),
        initial=_reviewed,
        icon="positive",
        tone="positive",
    ),
    Act(name="revise", word="herzien", done=_("Herziening begonnen"), icon="change"),
    Act(
        name="republish",
        word="herziening-publiceren",
        done=_("Herziening gepubliceerd"),
        asks=("review_on", "accessibility", "feedback"),
        initial=_renewed,
        icon="positive",
        tone="positive",
    ),
    Act(
        name="supersede",
        word="vervangen",
        done=_("Vervangen"),
        asks=("ended_on",),
        day="ended_on",
        initial=lambda _publication: {"ended_on": today()},
        icon="closed",
        tone="neutral",
        undone_by="restore",
    ),
    Act(
        name="retire",
        word="uit-omloop",
        done=_("Uit omloop genomen"),
        asks=("ended_on",),
        day="ended_on",
        initial=lambda _publication: {"ended_on": today()},
        icon="closed",
        tone="neutral",
        undone_by="restore",
    ),
    Act(name="restore", word="terug-in-omloop", done=_("Terug in omloop"), icon="change"),
    replace(
        WITHDRAWING,
        consequences=(
            _("De publicatie telt in geen enkel cijfer meer mee."),
            _("Geldt ze niet meer? Neem haar dan uit omloop: wat zij was blijft staan."),
        ),
    ),
)
