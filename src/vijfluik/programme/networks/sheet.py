"""The sheet for a member: what is kept of them, what for, until when, and how to withdraw."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vijfluik.programme.networks.members.terms import NOTICE_DAYS
from vijfluik.programme.networks.models import Member, Network
from vijfluik.programme.networks.vocabulary import Months, Use
from vijfluik.programme.networks.wordings import latest, wordings
from vijfluik.ui.formatting import day
from vijfluik.ui.language import page_language

# A line to fill in by hand.
BLANK = "…" * 24


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What the sheet says; of somebody who has not consented yet it leaves lines to fill in.

    Attributes:
        wording: the words of consent, of the version that was or is shown.
        version: that version in words.
        kept: label and value of everything that is kept.
        uses: what may be consented to, each with whether it was.
        until: the last day of the consent, in words.
        notice_days: after that day everything is destroyed within so many days.
    """

    network: Network
    municipality: str
    wording: str
    version: str
    kept: Sequence[tuple[str, str]]
    uses: Sequence[tuple[str, bool]]
    until: str
    notice_days: int = NOTICE_DAYS
    signed: bool = False


def for_network(network: Any) -> Sheet:
    """The sheet that is shown before somebody consents."""
    lengths = ", ".join(str(label) for _value, label in sorted(Months.choices, key=_number))
    return _sheet(
        network,
        version=latest(),
        kept=[(label, BLANK) for label in _labels()],
        uses=(),
        until=_("kies zelf: %(lengths)s vanaf vandaag") % {"lengths": lengths},
    )


def for_member(member: Any, *, until: dt.date) -> Sheet:
    """The sheet of somebody who consented."""
    given = day(member.consent_on, language=page_language())
    values = (
        member.name,
        member.contact,
        capfirst(str(member.get_role_display())),
        f"{given}, {member.get_consent_how_display()}",
    )
    return _sheet(
        member.network,
        version=member.wording,
        kept=list(zip(_labels(), values, strict=True)),
        uses=member.consent_for,
        until=day(until, language=page_language()),
        signed=True,
    )


def _number(choice: tuple[str, Any]) -> int:
    return int(choice[0])


def _labels() -> tuple[str, ...]:
    fields: list[Any] = [Member._meta.get_field(name) for name in ("name", "contact", "role")]
    return (*(capfirst(str(field.verbose_name)) for field in fields), _("Toestemming gegeven"))


def _sheet(
    network: Any,
    *,
    version: str,
    kept: Sequence[tuple[str, str]],
    uses: Sequence[str],
    until: str,
    signed: bool = False,
) -> Sheet:
    municipality = network.municipality.name
    words = wordings()[version]
    return Sheet(
        network=network,
        municipality=municipality,
        wording=words.said(network=network.name, municipality=municipality),
        version=str(words),
        kept=kept,
        uses=[(capfirst(str(label)), value in uses) for value, label in Use.choices],
        until=until,
        signed=signed,
    )
