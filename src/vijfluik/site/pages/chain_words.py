"""A fault of the journal in the words of the page: where it is, and what is wrong there."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.core.journal.verifying import Fault, What

MEANINGS: Mapping[What, Promise] = {
    What.EVENT_ALTERED: gettext_lazy("De gebeurtenis is niet die welke hier werd verzegeld."),
    What.EVENT_MISSING: gettext_lazy("Een verzegelde gebeurtenis is weg."),
    What.EVENT_INSERTED: gettext_lazy(
        "Hier staat een gebeurtenis die het blok niet heeft verzegeld."
    ),
    What.EVENTS_SWAPPED: gettext_lazy(
        "De gebeurtenissen van het blok staan vanaf hier niet in hun volgorde."
    ),
    What.EVENT_IN_WRONG_MONTH: gettext_lazy(
        "De gebeurtenis is van een andere maand dan haar blok."
    ),
    What.MANIFEST_ALTERED: gettext_lazy(
        "De betrokkenen bij de gebeurtenis zijn niet die in haar vingerafdruk."
    ),
    What.BLOCK_CONTENT: gettext_lazy(
        "De gebeurtenissen van het blok geven niet de vingerafdruk van het blok."
    ),
    What.BLOCK_ALTERED: gettext_lazy("De velden van het blok geven niet zijn vingerafdruk."),
    What.BLOCK_MISSING: gettext_lazy("Het blok is weg."),
    What.BLOCK_LINK: gettext_lazy("Het blok volgt niet op het vorige."),
    What.DROP_ALTERED: gettext_lazy(
        "De verklaring over een opgeruimde maand is niet die welke werd verzegeld."
    ),
    What.HEAD_CONTRADICTED: gettext_lazy(
        "De keten wijkt af van een ondertekening buiten de database, op zijn vroegst vanaf dit"
        " blok."
    ),
    What.TAIL_MISSING: gettext_lazy("De keten eindigt vóór de laatste ondertekening."),
    What.HEADS_UNSOUND: gettext_lazy("De ondertekeningen buiten de database deugen niet."),
    What.HEAD_ABSENT: gettext_lazy(
        "Er is verzegeld, en buiten de database staat geen ondertekening."
    ),
    What.QUEUE_ALTERED: gettext_lazy(
        "Een gebeurtenis die op verzegeling wachtte, is gewijzigd of weg."
    ),
    What.EVENT_OUTSIDE: gettext_lazy("De gebeurtenis is niet verzegeld en wacht daar niet op."),
    What.MANIFEST_OUTSIDE: gettext_lazy(
        "Er is een betrokkene genoteerd bij een gebeurtenis die deze niet noemt."
    ),
    What.MEMBER_OUTSIDE: gettext_lazy(
        "Een gebeurtenis zou in een blok staan dat niet in de keten is."
    ),
}


def place_of(fault: Fault) -> list[tuple[str, str]]:
    """The place of a fault, as far as it is known."""
    known = (
        (_("Blok"), fault.block),
        (_("Plaats in het blok"), fault.position),
        (_("Gebeurtenis"), fault.event),
    )
    return [(word, str(value)) for word, value in known if value is not None]


def meaning_of(fault: Fault) -> str:
    """What is wrong there, as a sentence."""
    return str(MEANINGS[fault.what])
