"""The words of a training in files and interfaces: one public vocabulary.

Each field has its English identifier, its Dutch name between machines, its heading in files, and
the other headings under which people send it.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Word:
    """A field of a training under all its names."""

    identifier: str
    name: str
    heading: str
    synonyms: tuple[str, ...] = field(default=())

    @property
    def headings(self) -> tuple[str, ...]:
        """Under what it may stand in a file, the proper heading first."""
        return (self.heading, *self.synonyms, self.name, self.identifier)


WORDS = (
    Word(
        identifier="reference",
        name="kenmerk",
        heading="kenmerk",
        synonyms=("referentie", "nummer", "trainingsnummer", "uw kenmerk", "id"),
    ),
    Word(
        identifier="provider",
        name="aanbieder",
        heading="aanbieder",
        synonyms=("opleider", "instituut", "uitvoerder", "organisatie"),
    ),
    Word(
        identifier="kind",
        name="soort",
        heading="soort",
        synonyms=("type", "soort activiteit", "activiteit"),
    ),
    Word(
        identifier="course",
        name="aanbod",
        heading="aanbod",
        synonyms=("cursus", "opleiding", "cursuscode", "module"),
    ),
    Word(
        identifier="title",
        name="titel",
        heading="titel",
        synonyms=("naam", "onderwerp", "training", "omschrijving"),
    ),
    Word(identifier="state", name="stand", heading="stand", synonyms=("status", "fase")),
    Word(
        identifier="requester",
        name="aanvrager",
        heading="aanvrager",
        synonyms=("aangevraagd door", "opdrachtgever", "klant"),
    ),
    Word(
        identifier="requested_on",
        name="aangevraagdOp",
        heading="aangevraagd op",
        synonyms=("aanvraagdatum", "datum aanvraag", "aangevraagd"),
    ),
    Word(
        identifier="wanted_on",
        name="gewensteDatum",
        heading="gewenste datum",
        synonyms=("gewenst op", "voorkeursdatum", "wensdatum"),
    ),
    Word(
        identifier="planned_on",
        name="geplandOp",
        heading="gepland op",
        synonyms=("geplande datum", "plandatum", "datum gepland", "gepland"),
    ),
    Word(
        identifier="held_on",
        name="gegevenOp",
        heading="gegeven op",
        synonyms=("uitgevoerd op", "datum gegeven", "datum uitvoering", "uitvoeringsdatum"),
    ),
    Word(
        identifier="place",
        name="gemeente",
        heading="gemeente",
        synonyms=("plaats", "locatie", "gemeentecode"),
    ),
    Word(
        identifier="audience",
        name="doelgroepen",
        heading="doelgroepen",
        synonyms=("doelgroep", "voor wie", "beroepsgroep"),
    ),
    Word(
        identifier="participants",
        name="deelnemers",
        heading="deelnemers",
        synonyms=("aantal deelnemers", "deelnames", "aantal"),
    ),
    Word(
        identifier="participants_primary",
        name="deelnemersPo",
        heading="waarvan PO",
        synonyms=("PO", "deelnemers PO", "primair onderwijs"),
    ),
    Word(
        identifier="participants_secondary",
        name="deelnemersVo",
        heading="waarvan VO",
        synonyms=("VO", "deelnemers VO", "voortgezet onderwijs"),
    ),
    Word(
        identifier="participants_vocational",
        name="deelnemersMbo",
        heading="waarvan MBO",
        synonyms=("MBO", "deelnemers MBO", "beroepsonderwijs"),
    ),
    Word(
        identifier="rating",
        name="waardering",
        heading="waardering",
        synonyms=("cijfer", "rapportcijfer", "beoordeling"),
    ),
    Word(
        identifier="rating_responses",
        name="aantalEvaluaties",
        heading="aantal evaluaties",
        synonyms=("evaluaties", "respondenten", "aantal respondenten"),
    ),
)
WORD = {word.identifier: word for word in WORDS}

# Columns of our own files that are written and not read: the key of the record, and the remark
# of an earlier import.
KEY = Word(identifier="key", name="sleutel", heading="sleutel")
ERROR_HEADING = "fout"
