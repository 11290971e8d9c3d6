"""States, and why something is not further, in the words of the interface."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.accountability.catalogue.standing import Found, Standing
from vijfluik.accountability.catalogue.states import RowState, State, Why
from vijfluik.ui import formatting
from vijfluik.ui.language import page_language

LABELS = {
    State.WORKS: gettext_lazy("werkt"),
    State.PARTLY: gettext_lazy("werkt deels"),
    State.NOT_YET: gettext_lazy("nog niet"),
    State.UNCHECKED: gettext_lazy("niet gecontroleerd"),
}
TONES = {
    State.WORKS: "positive",
    State.PARTLY: "info",
    State.NOT_YET: "neutral",
    State.UNCHECKED: "warning",
}
# The word of a state in an address.
WORDS = {
    State.WORKS: "werkt",
    State.PARTLY: "deels",
    State.NOT_YET: "nog-niet",
    State.UNCHECKED: "niet-gecontroleerd",
}
REASONS = {
    Why.NO_EVIDENCE: gettext_lazy("Of het werkt, is hier niet nagegaan."),
    Why.NO_TEST: gettext_lazy("Er is geen test die het aantoont."),
    Why.FAILED: gettext_lazy("De test die het moet aantonen, slaagt niet."),
    Why.NOT_CALLED: gettext_lazy("De test gebruikt niet alles wat hiervoor is aangewezen."),
    Why.UNNOTICED: gettext_lazy("De test slaagt ook zonder de regel, en bewijst dus niets."),
}


def reason(row: RowState) -> str:
    """Why a row does not work, or not wholly; empty when it works, or when nothing serves it yet:
    then its state says enough."""
    if row.why in (None, Why.UNCLAIMED):
        return ""
    claim = row.demand.claim
    if row.why is Why.LACKING and claim is not None and claim.lacks is not None:
        return claim.lacks.of(page_language())
    return "" if row.why is None else str(REASONS[row.why])


def evidence_sentence(found: Standing) -> str:
    """What the states on a page rest on."""
    if found.found is Found.ABSENT:
        return _(
            "Op deze installatie is niet nagegaan wat werkt: het bewijs van de tests ligt er niet"
            " bij. Wat nog nergens op steunt, staat wel als “nog niet”."
        )
    if found.evidence is None:
        return _(
            "Het bewijs van de tests dat hier ligt, is van een andere stand van de code. Daarom"
            " staat er niet bij wat werkt."
        )
    made = formatting.moment(
        dt.datetime.fromisoformat(found.evidence.made), language=page_language()
    )
    sentence = _(
        "Berekend uit de tests van %(moment)s op deze stand van de code: een punt werkt als een"
        " test het aantoont met gegevens van het onderdeel zelf."
    ) % {"moment": made}
    if found.rules_out is None:
        return (
            sentence + " " + _("Of de tests een weggenomen regel opmerken, is nog niet nagegaan.")
        )
    return sentence
