"""Reports, their releases, and what is made of them."""

from django.utils.translation import gettext_lazy as _

from vijfluik.site.help.texts.shared import (
    ASK_PROGRAMME,
    ASK_REPORTS,
    FOUR_EYES,
    NOTHING_KEPT,
)
from vijfluik.site.help.topic import Topic

TOPICS = (
    Topic(
        word="rapportages",
        title=_("Rapportages"),
        views=(
            "released:list",
            "reports:report",
        ),
        purpose=_(
            "Een rapportage is tekst waarin elk getal aan een cijfer hangt. Hier staan de "
            "gepubliceerde uitgaven en, voor makers, de tekst van nu."
        ),
        can=(
            _("Een uitgave lezen, in het Nederlands of Engels, en als bestand meenemen."),
            _("Als maker de stand van een ander moment bekijken."),
        ),
        steps=(
            _("Open de uitgave."),
            _("Kies een getal om zijn bewijs te zien."),
        ),
        follows=(
            _(
                "Een uitgave verandert niet meer. Klopt er iets niet, dan volgt een "
                "rectificatie die zegt wat er anders is."
            ),
            _(
                "Lezen vóór de publicatie kan alleen wie is toegelaten, en elke keer wordt "
                "vastgelegd."
            ),
        ),
        ask=ASK_REPORTS,
        see=(
            "uitgaven",
            "verschil",
            "een-cijfer",
        ),
    ),
    Topic(
        word="uitgaven",
        title=_("Een uitgave maken en lezen"),
        views=(
            "released:release",
            "released:evidence",
            "release_checklist",
            "release_writing",
            "paragraphs:release",
            "reports:evidence",
            "reports:internal_evidence",
        ),
        purpose=_(
            "Een uitgave gaat van bewerking via controle en vaststelling door een ander naar "
            "publicatie."
        ),
        can=(
            _("In de tekst schrijven zolang zij in bewerking is."),
            _("De controlelijst nalopen en elke waarschuwing beantwoorden met een reden."),
            _("Alinea’s met hun cijfers overnemen, en het bewijs meenemen."),
        ),
        steps=(
            _("Schrijf per onderdeel, in beide talen met dezelfde cijfers."),
            _("Laat afschermen, leg ter controle voor en verbeter wat de lijst noemt."),
            _("Een ander stelt vast; daarna publiceert u, met of zonder embargo."),
        ),
        follows=(
            FOUR_EYES,
            _(
                "Bij het vaststellen worden alle bestanden gemaakt. Wat is vastgesteld, is "
                "wat verschijnt, tot op de letter."
            ),
        ),
        ask=ASK_REPORTS,
        see=(
            "rapportages",
            "afscherming",
            "verschil",
        ),
    ),
    Topic(
        word="verschil",
        title=_("Wat er veranderde tussen twee rapportages"),
        views=("differences:difference",),
        purpose=_(
            "Deze pagina legt twee momenten van een rapportage naast elkaar en zegt per "
            "cijfer waarom het verschilt."
        ),
        can=(
            _("Twee momenten kiezen, of een eerdere uitgave met nu vergelijken."),
            _("Per cijfer de oorzaak openen."),
        ),
        steps=(
            _("Kies “Van” en “Tot en met”."),
            _("Kies “Vergelijk”."),
            _(
                "Lees eerst of de definitie veranderde; dan zijn twee getallen niet zonder "
                "meer te vergelijken."
            ),
        ),
        follows=(NOTHING_KEPT,),
        ask=ASK_REPORTS,
        see=(
            "een-cijfer",
            "rapportages",
        ),
    ),
    Topic(
        word="gemeentebladen",
        title=_("Gemeentebladen"),
        views=("factsheets:*",),
        purpose=_(
            "Een gemeenteblad zegt op één pagina wat er voor een gemeente is gedaan, naar de "
            "stand van één moment."
        ),
        can=(
            _("Het blad van een gemeente lezen en als PDF meenemen."),
            _("Als maker zien welke bladen nog vastgesteld moeten worden."),
        ),
        steps=(
            _("Kies de gemeente en de taal."),
            _("Neem de PDF mee als u haar nodig heeft."),
        ),
        follows=(
            _(
                "Alle bladen worden samen gemaakt. Een tweede persoon stelt vast wat is "
                "afgeschermd; tot dan zien alleen makers ze."
            ),
        ),
        ask=ASK_REPORTS,
        see=(
            "gemeenten",
            "afscherming",
        ),
    ),
    Topic(
        word="kamerstukken-vergelijken",
        title=_("Toezeggingen naast die van de Kamer"),
        views=(
            "undertakings:house",
            "undertakings:house_file",
            "undertakings:annex",
        ),
        purpose=_(
            "Hier legt u de toezeggingen en moties in het platform naast de lijst van de "
            "Tweede Kamer, en maakt u de bijlage voor een rapportage."
        ),
        can=(
            _("Een bestand met de open data van de Kamer inlezen."),
            _("Zien wat alleen hier staat, alleen daar, of anders luidt."),
            _("De bijlage bekijken."),
        ),
        steps=(
            _("Haal het bestand bij de open data van de Tweede Kamer."),
            _("Lees het in en bekijk de verschillen."),
            _("Verbeter de registratie in haar register; hier verandert niets vanzelf."),
        ),
        follows=(_("Namen van bewindspersonen en Kamerleden in het bestand worden niet gelezen."),),
        ask=ASK_PROGRAMME,
        see=("registers",),
    ),
)
