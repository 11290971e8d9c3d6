"""Figures, what of them is hidden, and money."""

from django.utils.translation import gettext_lazy as _

from vijfluik.site.help.texts.shared import (
    ASK_PROGRAMME,
    ASK_REPORTS,
    FOUR_EYES,
    FRESH,
    JOURNAL,
)
from vijfluik.site.help.topic import Topic

TOPICS = (
    Topic(
        word="cijfers",
        title=_("Cijfers"),
        views=("figures:list",),
        purpose=_(
            "Elk cijfer komt uit registraties, volgens een vaste definitie, op één moment. "
            "Hier staan ze bij elkaar."
        ),
        can=(
            _("Filteren op aanbieder of onderdeel."),
            _("Kiezen van welk moment u de stand wilt zien."),
            _("Een cijfer openen met zijn bewijs."),
        ),
        steps=(
            _("Kies een filter of een dag."),
            _("Open het cijfer."),
        ),
        follows=(
            _("Kleine aantallen zijn afgeschermd, zodat niemand eruit te herkennen is."),
            JOURNAL,
        ),
        ask=ASK_PROGRAMME,
        see=(
            "een-cijfer",
            "opgegeven-cijfers",
            "afscherming",
        ),
    ),
    Topic(
        word="een-cijfer",
        title=_("Een cijfer met zijn bewijs"),
        views=(
            "figures:figure",
            "figures:records",
            "figures:check",
            "explaining:why",
            "explaining:records",
            "embedding:keep",
            "embedding:receipt",
        ),
        purpose=_(
            "Deze pagina’s laten zien wat een cijfer telt, waaruit het bestaat en waarom het "
            "veranderde."
        ),
        can=(
            _("De definitie lezen, en de registraties erachter als u die mag inzien."),
            _("Twee momenten vergelijken en per oorzaak zien wat er veranderde."),
            _("Een vaste link maken, of het cijfer als alinea overnemen."),
            _("Het cijfer als bestand meenemen."),
        ),
        steps=(
            _("Kies de dag waarop u de stand wilt zien."),
            _("Gebruik in een stuk de vaste link: die pagina blijft zo."),
            _("Zegt het cijfer nu iets anders? Kies “Waarom veranderde dit cijfer?”."),
        ),
        follows=(
            _(
                "Wie een stand bewaart, legt vast volgens welke definitie, op welk moment en "
                "uit welke registraties zij komt."
            ),
            FRESH,
        ),
        ask=ASK_PROGRAMME,
        see=(
            "cijfers",
            "afscherming",
            "verschil",
        ),
    ),
    Topic(
        word="opgegeven-cijfers",
        title=_("Opgegeven waarden"),
        views=("official_values:*",),
        purpose=_(
            "Sommige cijfers komen niet uit registraties maar van een organisatie zelf. Die "
            "waarden worden hier vastgelegd, met de vindplaats."
        ),
        can=(
            _("Een waarde vastleggen die iemand opgaf."),
            _("De waarde van een collega naast de bron leggen en bevestigen of afwijzen."),
            _("Een waarde corrigeren of intrekken, met een reden."),
        ),
        steps=(
            _("Kies “Waarde vastleggen”: het cijfer, de periode, de waarde en waar het staat."),
            _("Een collega opent de bron, vergelijkt en bevestigt."),
        ),
        follows=(
            FOUR_EYES,
            _(
                "Pas na de bevestiging telt de waarde mee in een rapportage. Een eerdere "
                "waarde blijft te zien."
            ),
        ),
        ask=ASK_REPORTS,
        see=(
            "cijfers",
            "rapportages",
        ),
    ),
    Topic(
        word="afscherming",
        title=_("Afscherming"),
        views=(
            "disclosure:*",
            "release_pattern",
        ),
        purpose=_(
            "Voordat iets naar buiten gaat, wordt besloten welke kleine aantallen niet "
            "getoond worden, zodat niemand te herkennen is."
        ),
        can=(
            _("Zien wat van een publicatie verborgen is, en volgens welke regel."),
            _("Het patroon van een collega vaststellen."),
            _("Een vrijstelling voorstellen voor een getal dat wel getoond moet worden."),
        ),
        steps=(
            _("Bekijk de uitkomst van de controle."),
            _("Klopt het patroon? Kies “Stel dit patroon vast”."),
            _(
                "Moet het anders? Stel een vrijstelling voor, laat een ander besluiten, en "
                "besluit opnieuw."
            ),
        ),
        follows=(
            FOUR_EYES,
            _("Zonder vastgesteld patroon wordt geen bestand van de publicatie bewaard."),
        ),
        ask=ASK_REPORTS,
        see=(
            "een-cijfer",
            "uitgaven",
        ),
    ),
    Topic(
        word="geld",
        title=_("Geld"),
        views=("grants:money",),
        purpose=_(
            "Deze pagina telt op wat er is begroot, toegekend en betaald, per jaar en per regel."
        ),
        can=(
            _("Kiezen of de bijdrage aan het steunpunt meetelt."),
            _("Naar de begrotingsregels, aanvragen, toekenningen en termijnen gaan."),
        ),
        steps=(
            _("Kies hoe er geteld wordt."),
            _("Open een regel om te zien waaruit een bedrag bestaat."),
        ),
        follows=(
            _(
                "Bedragen komen uit de registers; hier wijzigt u niets. Een streepje betekent"
                " dat er niets is vastgelegd."
            ),
        ),
        ask=_("De fondsbeheerder, of een beleidsmedewerker van het programma."),
        see=(
            "subsidiebesluit",
            "registers",
        ),
    ),
    Topic(
        word="subsidiebesluit",
        title=_("Het besluit op een aanvraag"),
        views=("applications:decision",),
        purpose=_(
            "Hier staat het besluit op een subsidieaanvraag, zoals het aan de aanvrager is gericht."
        ),
        can=(
            _("Het besluit lezen en afdrukken."),
            _("Zien hoe en tot wanneer bezwaar kan."),
        ),
        steps=(
            _("Controleer bedrag, periode en voorwaarden."),
            _("Bent u het er niet mee eens? Volg wat onder het besluit staat."),
        ),
        follows=(
            _("Na het besluit volgt de toekenning in haar eigen register, met haar termijnen."),
            JOURNAL,
        ),
        ask=_("Wie het besluit nam; de organisatie staat op het besluit."),
        see=(
            "geld",
            "brieven",
        ),
    ),
)
