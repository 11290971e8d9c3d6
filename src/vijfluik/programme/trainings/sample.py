"""The file that people can start from, and what its columns mean."""

import csv
import io
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vijfluik.programme.trainings.vocabulary import ActivityKind, Audience
from vijfluik.programme.trainings.words import WORD


@dataclass(frozen=True, kw_only=True)
class ColumnHelp:
    """A column of a file: its field, whether it is needed, what stands in it, an example."""

    identifier: str
    needed: str | Promise
    content: str | Promise
    example: str

    @property
    def heading(self) -> str:
        """What stands above it."""
        return WORD[self.identifier].heading

    @property
    def synonyms(self) -> str:
        """The other headings that are understood."""
        return ", ".join(WORD[self.identifier].synonyms)


def _column(
    identifier: str, *, content: str | Promise, example: str, needed: str | Promise = ""
) -> ColumnHelp:
    return ColumnHelp(identifier=identifier, needed=needed, content=content, example=example)


_ALWAYS = _("altijd")
COLUMNS_EXPLAINED = (
    _column("reference", needed=_ALWAYS, example="VB-2026-001",
            content=_("Uw eigen nummer, één keer per aanbieder, hoogstens 40 tekens.")),
    _column("provider", needed=_("als u voor meer aanbieders werkt"), example="ror",
            content=_("Code of naam van de aanbieder.")),
    _column("kind", example=ActivityKind.TRAINING.value,
            content=_("training, bijeenkomst of conferentie; leeg is training.")),
    _column("course", example="",
            content=_("Code of naam uit het aanbod van de aanbieder.")),
    _column("title", needed=_ALWAYS, example="Signalen herkennen",
            content=_("Een korte titel, hoogstens 200 tekens.")),
    _column("state", example="gegeven",
            content=_("aangevraagd, gepland, gegeven of geannuleerd; leeg volgt uit de dagen.")),
    _column("requester", example="Gemeente Voorbeeld",
            content=_("De organisatie die erom vroeg; nooit de naam van een persoon.")),
    _column("requested_on", needed=_ALWAYS, example="08-01-2026",
            content=_("Een dag, niet in de toekomst: 15-03-2026 of 2026-03-15.")),
    _column("wanted_on", example="15-03-2026",
            content=_("Een dag; bepaalt in welk jaar de aanvraag telt. Leeg: de geplande dag.")),
    _column("planned_on", needed=_("als zij gepland is"), example="15-03-2026",
            content=_("Een dag.")),
    _column("held_on", needed=_("als zij gegeven is"), example="15-03-2026",
            content=_("Een dag, niet in de toekomst.")),
    _column("place", example="", content=_("Naam of code van een gemeente die toen bestond.")),
    _column("audience", example="gemeente, wijkagent",
            content=_("Een of meer van de lijst hieronder, met een komma ertussen.")),
    _column("participants", needed=_("als zij gegeven is"), example="14",
            content=_("Een heel getal: bezette plaatsen. Nooit namen.")),
    _column("participants_primary", example="",
            content=_("Een heel getal; PO, VO en MBO samen hoogstens het totaal.")),
    _column("participants_secondary", example="", content=_("Een heel getal.")),
    _column("participants_vocational", example="", content=_("Een heel getal.")),
    _column("rating", example="8,2",
            content=_("Het gemiddelde rapportcijfer, van 1 tot 10, met één decimaal.")),
    _column("rating_responses", example="12",
            content=_("Een heel getal, hoogstens het aantal deelnemers.")),
)  # fmt: skip
AUDIENCES = tuple(Audience)


def sample_csv() -> bytes:
    """The header and one example, as a spreadsheet of this country opens it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in COLUMNS_EXPLAINED])
    writer.writerow([column.example for column in COLUMNS_EXPLAINED])
    return text.getvalue().encode("utf-8-sig")
