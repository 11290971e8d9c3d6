"""What is known of a round, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field, Money
from vijfluik.programme.grants.models import Round


def _threshold(found: Round) -> Money | None:
    """A round without a threshold has none, which is something else than "not stated"."""
    return None if found.threshold_cents is None else Money(cents=found.threshold_cents)


FIELDS = (
    Field(
        name="title",
        synonyms=("ronde",),
        hint=_("hoe de ronde heet"),
        example="Versterkingsgelden 2018",
        names=True,
        listed=True,
    ),
    Field(
        name="reference",
        synonyms=("nummer",),
        hint=_("uw eigen nummer van de ronde"),
        example="VB-R-2018",
        listed=True,
    ),
    Field(
        name="organisation",
        synonyms=("organisatie", "verstrekker"),
        hint=_("code of naam van wie het geld verstrekt: de houder van de begrotingsregel"),
        example="jenv",
        short=lambda found: found.organisation_id.upper(),
        listed=True,
        heading=_("verstrekker"),
    ),
    Field(
        name="budget_line",
        hint=_("kenmerk van de begrotingsregel"),
        example="VB-B-2018",
    ),
    Field(name="scheme", derived=True),
    Field(name="budget_year", derived=True, listed=True, heading=_("jaar")),
    Field(name="opens_on", hint=_("dd-mm-jjjj"), example="01-11-2017", listed=True),
    Field(name="closes_on", hint=_("dd-mm-jjjj"), example="15-12-2017", listed=True),
    Field(
        name="criteria",
        hint=_("één criterium per regel"),
        example="De aanvraag past bij de aanpak van de gemeente.",
    ),
    Field(
        name="threshold_cents",
        hint=_("in euro; leeg als er geen grens is"),
        listed=True,
        short=_threshold,
        heading=_("evaluatieplan boven"),
    ),
    Field(name="threshold_from", hint=_("dd-mm-jjjj")),
    Field(name="objection_weeks", entered=False),
    Field(name="objection_basis", entered=False),
    Field(name="state", synonyms=("status",), example="aangekondigd", listed=True),
)
