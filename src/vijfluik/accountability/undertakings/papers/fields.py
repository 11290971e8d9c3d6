"""What is known of a paper, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.undertakings.models import Paper
from vijfluik.accountability.undertakings.vocabulary import PaperState
from vijfluik.core.registers.declaration import Field, Value

_HANDLED = (PaperState.HANDLED.value,)
_PROPOSED = (PaperState.PROPOSED.value,)
_APPROVED = (PaperState.APPROVED.value,)


def _day_or_words(paper: Paper) -> Value:
    return paper.dated_on or paper.dated_said


FIELDS = (
    Field(
        name="title",
        synonyms=("titel",),
        example="Voortgang integrale aanpak",
        names=True,
        listed=True,
    ),
    Field(
        name="reference",
        synonyms=("ons nummer",),
        hint=_("uw eigen nummer van het stuk"),
        example="KST-001",
    ),
    Field(
        name="organisation",
        hint=_("code of naam van het ministerie dat ervoor staat"),
        example="jenv",
        listed=True,
        short=lambda paper: paper.organisation_id.upper(),
    ),
    Field(name="kind", example="brief", listed=True),
    Field(name="dossier", example="29754", listed=True),
    Field(name="number", word="stuknummer", example="436", listed=True),
    Field(name="house", example="Tweede Kamer", listed=True),
    Field(
        name="dated_on",
        hint=_("dd-mm-jjjj, of leeg met de datum in woorden"),
        example="08-01-2026",
        past=True,
        listed=True,
        short=_day_or_words,
    ),
    Field(name="dated_said"),
    Field(
        name="item",
        hint=_("de sleutel van een onderdeel, zoals X-09"),
        example="X-09",
        listed=True,
        short=lambda paper: paper.item,
        heading=_("onderdeel"),
    ),
    Field(name="figures", hint=_("namen van cijfers, met een komma ertussen")),
    Field(name="figures_on", past=True, hint=_("dd-mm-jjjj, een dag die voorbij is")),
    Field(name="state", synonyms=("status",), example="ingeboekt", listed=True),
    Field(name="send_by", needed=_PROPOSED, entered=False),
    Field(
        name="approved_on",
        past=True,
        needed=_APPROVED,
        only=(*_APPROVED, *_HANDLED),
        entered=False,
        agreed=True,
    ),
    Field(name="handled_on", past=True, needed=_HANDLED, only=_HANDLED, entered=False),
    Field(name="gist"),
)
