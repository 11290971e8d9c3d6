"""What somebody does each day: overview, work, searching, registers, law, programme."""

from django.utils.translation import gettext_lazy as _

from vijfluik.site.help.texts.shared import (
    ASK_LAW,
    ASK_MANDATES,
    ASK_PROGRAMME,
    CHANGES,
    JOURNAL,
    NOTHING_KEPT,
    TERMS,
)
from vijfluik.site.help.topic import Topic

TOPICS = (
    Topic(
        word="overzicht",
        title=_("Overzicht"),
        views=("overview",),
        purpose=_(
            "Het overzicht toont de vijf onderdelen van de aanpak naast elkaar, met de "
            "belangrijkste cijfers en wat er veranderde."
        ),
        can=(
            _("Een onderdeel openen en zien wat erbij hoort."),
            _("Een cijfer openen en zien waar het vandaan komt."),
            _("Vooraan beginnen met de eerste stappen, zolang uw organisatie nieuw is."),
        ),
        steps=(
            _("Kies een van de vijf panelen."),
            _("Kies daarin een cijfer of een onderdeel van het programma."),
        ),
        follows=(
            _(
                "U ziet alleen cijfers die uw mandaat toelaat. Te kleine aantallen zijn "
                "afgeschermd."
            ),
            JOURNAL,
        ),
        ask=ASK_MANDATES,
        see=(
            "mijn-werk",
            "cijfers",
            "eerste-stappen",
        ),
    ),
    Topic(
        word="mijn-werk",
        title=_("Mijn werk"),
        views=("work",),
        purpose=_(
            "Hier staat wat u kunt doen en wanneer het klaar moet zijn, het eerste bovenaan."
        ),
        can=(
            _("De registratie openen waarover het gaat."),
            _("De stap zetten die aan de beurt is."),
        ),
        steps=(
            _("Begin bovenaan: wat te laat is of het eerst afloopt, staat daar."),
            _("Open de registratie en kijk wat er gevraagd wordt."),
            _("Zet de stap. De regel verdwijnt vanzelf, ook als een collega het al deed."),
        ),
        follows=(
            TERMS,
            _("Wat u doet, staat op uw naam in het verloop van de registratie."),
        ),
        ask=ASK_MANDATES,
        see=(
            "berichten",
            "vervanging",
        ),
    ),
    Topic(
        word="zoeken",
        title=_("Zoeken"),
        views=("search",),
        purpose=_(
            "Eén zoekveld voor alle registers die u mag inzien, het programma, het recht, de "
            "cijfers en de documenten."
        ),
        can=(
            _("Zoeken op een of meer woorden; alle woorden moeten voorkomen."),
            _("Per register verder zoeken, met de filters van dat register."),
        ),
        steps=(
            _("Druk op / of kies “Zoeken” bovenaan."),
            _("Typ een woord. Hoofdletters en accenten maken niet uit."),
            _("Niets gevonden? Gebruik minder of andere woorden."),
        ),
        follows=(
            _(
                "Het journaal houdt bij welke registraties u te zien kreeg, en niet welke "
                "woorden u typte."
            ),
            _("Wat u niet mag inzien, komt niet voor in de uitkomst en telt niet mee."),
        ),
        ask=ASK_MANDATES,
        see=("registers",),
    ),
    Topic(
        word="registers",
        title=_("Registers"),
        views=("registers",),
        purpose=_(
            "Hier staan alle registers die u mag openen. Elk register heeft een eigen pagina "
            "met hulp: wat erin hoort, welke stappen er zijn en wie wat ziet."
        ),
        can=(
            _("Een register openen, erin zoeken en filteren."),
            _(
                "Iets vastleggen, wijzigen, inlezen of als bestand meenemen, als uw mandaat "
                "dat toelaat."
            ),
        ),
        steps=(
            _("Kies het register."),
            _("Zoek eerst of het er al staat."),
            _("Leg het anders vast en zet de volgende stap op de pagina van de registratie."),
        ),
        follows=(
            CHANGES,
            TERMS,
        ),
        ask=ASK_MANDATES,
        see=(
            "zoeken",
            "mijn-werk",
        ),
    ),
    Topic(
        word="eerste-stappen",
        title=_("Eerste stappen"),
        views=("first_steps",),
        purpose=_(
            "Vijf stappen brengen een nieuwe organisatie van haar eerste mensen tot haar "
            "eerste rapportage. De pagina ziet in de registers zelf wat klaar is."
        ),
        can=(
            _("Zien welke stap aan de beurt is en wie haar kan zetten."),
            _("De stappen weglaten van Overzicht en Mijn werk, en weer laten tonen."),
        ),
        steps=(
            _("Open de eerste stap die nog niet klaar is."),
            _("Volg de link erin en leg vast wat er gevraagd wordt."),
            _("Kom terug: de stap staat op klaar zodra het register het laat zien."),
        ),
        follows=(
            _(
                "Van de stappen zelf wordt niets bewaard; alleen in deze browser staat of u "
                "ze wilt zien."
            ),
        ),
        ask=ASK_PROGRAMME,
        see=(
            "overzicht",
            "mandaten",
        ),
    ),
    Topic(
        word="berichten",
        title=_("Berichten"),
        views=(
            "notices",
            "notices_read",
            "notices_open",
        ),
        purpose=_(
            "Een bericht zegt dat iets op u wacht: een termijn die afloopt, een voorstel om "
            "goed te keuren, een vraag van een collega."
        ),
        can=(
            _("Een bericht openen en naar de registratie gaan."),
            _("Alles als gelezen merken."),
            _("Instellen of en hoe vaak u mail krijgt."),
        ),
        steps=(
            _("Kies de bel bovenaan; het getal zegt hoeveel er nieuw zijn."),
            _("Open het bericht en doe wat er wacht."),
        ),
        follows=(
            _(
                "Een bericht bevat zelf niets van de registratie; de pagina vraagt haar op "
                "voor wie haar mag zien."
            ),
            _(
                "Na een half jaar verdwijnt een bericht. Wat er moest gebeuren, blijft in "
                "Mijn werk staan."
            ),
        ),
        ask=ASK_MANDATES,
        see=(
            "berichten-instellen",
            "mijn-werk",
        ),
    ),
    Topic(
        word="recht",
        title=_("Recht"),
        views=("law:*",),
        purpose=_(
            "Hier staan de bepalingen waarop termijnen en gronden rusten, zoals zij golden op"
            " een dag en zoals dat toen bekend was."
        ),
        can=(
            _("Een andere dag kiezen."),
            _("Een bepaling openen, met haar versies, herkomst en wat ervan afhangt."),
            _("Zien wat binnenkort vervalt."),
        ),
        steps=(
            _("Kies de twee dagen: in werking op, en zoals bekend op."),
            _("Open de bepaling en kijk of zij bevestigd is."),
        ),
        follows=(
            _(
                "Alleen een bevestigde bepaling kan een termijn of een grond dragen; van "
                "andere staat erbij hoe zeker zij zijn."
            ),
            NOTHING_KEPT,
        ),
        ask=ASK_LAW,
        see=("zoeken",),
    ),
    Topic(
        word="programma",
        title=_("Het programma"),
        views=(
            "catalogue:areas",
            "catalogue:map",
            "catalogue:area",
        ),
        purpose=_(
            "De aanpak heeft vijf onderdelen en 117 punten. Deze pagina’s tonen wat elk "
            "onderdeel omvat en hoe de punten samenhangen."
        ),
        can=(
            _("Een van de vijf onderdelen openen."),
            _("De samenhang bekijken: wat op wat volgt."),
            _("Een punt openen."),
        ),
        steps=(
            _("Kies een onderdeel."),
            _(
                "Kies een punt om te zien wie ermee werkt en welke registers en cijfers erbij"
                " horen."
            ),
        ),
        follows=(NOTHING_KEPT,),
        ask=ASK_PROGRAMME,
        see=(
            "onderdeel",
            "overzicht",
        ),
    ),
    Topic(
        word="onderdeel",
        title=_("Een onderdeel van het programma"),
        views=("catalogue:item",),
        purpose=_(
            "Deze pagina zegt wat het punt is, wie ermee werkt, op welke grond, en welke "
            "registers en cijfers het dragen."
        ),
        can=(
            _("Naar een register of cijfer van dit punt gaan."),
            _("Zien hoe ver het platform met dit punt is, en waar dat uit blijkt."),
        ),
        steps=(
            _("Lees wat er gevraagd wordt."),
            _("Open het register waarin het werk staat."),
        ),
        follows=(
            _(
                "Hoe ver een punt is, wordt niet ingevuld; het wordt afgeleid uit tests die "
                "het laten zien."
            ),
        ),
        ask=ASK_PROGRAMME,
        see=(
            "programma",
            "registers",
        ),
    ),
)
