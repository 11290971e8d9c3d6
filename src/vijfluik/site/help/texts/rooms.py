"""The pages of rooms that are no page of one register."""

from django.utils.translation import gettext_lazy as _

from vijfluik.site.help.texts.shared import (
    ASK_PROGRAMME,
    CHANGES,
    FRESH,
    JOURNAL,
)
from vijfluik.site.help.topic import Topic

TOPICS = (
    Topic(
        word="brieven",
        title=_("Brieven"),
        views=("letter_*",),
        purpose=_(
            "Een brief wordt gemaakt uit een registratie en een sjabloon, zodat bedragen, "
            "dagen en termijnen kloppen met wat vastligt."
        ),
        can=(
            _("De brief lezen zoals hij verstuurd wordt."),
            _("Meenemen als PDF of DOCX."),
            _("Vastleggen dat hij is verstuurd."),
        ),
        steps=(
            _("Lees de brief. Klopt er iets niet, wijzig dan de registratie en niet de brief."),
            _("Kies “Versturen” om de brief vast te leggen zoals hij nu luidt."),
            _("Verstuur het bestand zelf; het platform mailt geen brieven."),
        ),
        follows=(
            _("De verzonden brief wordt bewaard bij de registratie en verandert niet meer."),
            FRESH,
        ),
        ask=_("Wie de registratie bijhoudt."),
        see=("registers",),
    ),
    Topic(
        word="mijn-jaar",
        title=_("Mijn jaar"),
        views=("municipalities:year",),
        purpose=_(
            "Een gemeente ziet hier wat zij over een jaar nog moet zeggen, ingevuld met wat "
            "al bekend is."
        ),
        can=(
            _("Per vraag antwoorden. Wat niet verplicht is, staat erbij."),
            _("Een ander jaar kiezen."),
        ),
        steps=(
            _("Begin bovenaan en controleer wat al is ingevuld."),
            _("Vul aan en bewaar. U kunt later verdergaan."),
            _("Klaar? De pagina zegt dat alles wat moet, is gezegd."),
        ),
        follows=(
            _("Elk antwoord gaat naar het register waar het hoort en telt van daaruit mee."),
            CHANGES,
        ),
        ask=ASK_PROGRAMME,
        see=(
            "gemeenten",
            "mijn-werk",
        ),
    ),
    Topic(
        word="gemeenten",
        title=_("Gemeenten en hun steun"),
        views=(
            "municipalities:support",
            "municipalities:support_of",
            "municipalities:regions",
        ),
        purpose=_(
            "Wat krijgt een gemeente aan steun, welke plannen heeft zij, en in welke regio "
            "ligt zij? Per jaar."
        ),
        can=(
            _("Een gemeente openen."),
            _("Een ander jaar kiezen, of de regio’s bekijken."),
            _("Als beleidsmedewerker een afwijking vastleggen, met de reden."),
        ),
        steps=(
            _("Kies het jaar."),
            _("Open de gemeente en lees bedragen, plannen en afwijkingen."),
        ),
        follows=(
            _(
                "Een gemeente ziet zichzelf. Van andere gemeenten ziet zij alleen sommen, "
                "zonder andere volgorde dan de naam."
            ),
            JOURNAL,
        ),
        ask=ASK_PROGRAMME,
        see=(
            "mijn-jaar",
            "gemeentebladen",
        ),
    ),
    Topic(
        word="trainingen-aanbod",
        title=_("Aanbod en evaluatie van trainingen"),
        views=(
            "trainings:offer",
            "trainings:by_requester",
            "trainings:form",
            "trainings:answers",
        ),
        purpose=_(
            "Hier staat welke trainingen er zijn, wie ze aanvroeg, en hoe deelnemers ze "
            "beoordeelden."
        ),
        can=(
            _("Het aanbod bekijken, en wat er per soort aanvrager is aangevraagd."),
            _("Een formulier zonder namen afdrukken en de antwoorden optellen."),
        ),
        steps=(
            _("Druk na de training het formulier af en deel het uit."),
            _("Tel per vraag hoeveel mensen welk cijfer gaven."),
            _("Vul de aantallen in en bewaar."),
        ),
        follows=(
            _("Bewaard wordt het gemiddelde met het aantal formulieren, en nooit wie wat vond."),
        ),
        ask=_("De aanbieder van de training."),
        see=("registers",),
    ),
    Topic(
        word="aanbod-en-behoeften",
        title=_("Aanbod en behoeften"),
        views=(
            "take_up",
            "extremism_forms",
            "need_answers",
            "unmet_needs",
            "need_choice",
            "trajectory_order",
        ),
        purpose=_(
            "Partners zeggen wat zij bieden, organisaties wat zij nodig hebben. Deze pagina’s"
            " brengen die twee bij elkaar."
        ),
        can=(
            _("Voor uw organisatie antwoorden in een peiling."),
            _("Passend aanbod bekijken en kiezen."),
            _("Zien welke behoefte nog geen aanbod heeft, en hoe aanbod wordt gebruikt."),
            _("De vormen van extremisme lezen zoals zij op een dag waren omschreven."),
        ),
        steps=(
            _("Antwoord per thema over het werk van uw organisatie, nooit over een persoon."),
            _("Bekijk het aanbod dat past en kies."),
        ),
        follows=(
            _("De volgorde van aanbod is die van de naam en zegt niets over kwaliteit."),
            _(
                "Uitkomsten met te weinig antwoorden worden weggelaten, zodat geen "
                "organisatie te herkennen is."
            ),
        ),
        ask=_("Wie de peiling houdt, of de aanbieder."),
        see=("registers",),
    ),
    Topic(
        word="rijpheid",
        title=_("Hoe ver het evalueren is"),
        views=("evaluations_maturity",),
        purpose=_(
            "Per toekenning, samenwerking en training staat hier hoe goed bekend is dat het "
            "werkt, in treden."
        ),
        can=(
            _("Filteren op soort, onderdeel of trede."),
            _("De evaluatie openen waarop een trede rust."),
        ),
        steps=(
            _("Kies een trede om te zien wat daarop staat."),
            _("Open een regel die verder moet komen en leg een evaluatie vast."),
        ),
        follows=(
            _(
                "Een trede volgt uit een openbare evaluatie en gaat over het werk, nooit over"
                " mensen."
            ),
        ),
        ask=_("De evaluatiecoördinator."),
        see=("registers",),
    ),
    Topic(
        word="netwerken",
        title=_("Netwerken in aantallen en informatiebladen"),
        views=(
            "network_numbers",
            "network_sheet",
            "member_sheet",
        ),
        purpose=_(
            "Netwerken van sleutelfiguren bestaan uit mensen die daar zelf toestemming voor "
            "gaven. Hier staan aantallen, en het blad dat een lid vooraf leest."
        ),
        can=(
            _("Aantallen bekijken, naar beneden afgerond."),
            _("Het informatieblad lezen en afdrukken."),
        ),
        steps=(
            _("Geef het blad aan wie mee wil doen, en neem er de tijd voor."),
            _("Leg daarna vast waarvoor het lid toestemming gaf."),
        ),
        follows=(
            _("Meedoen is vrijwillig en het netwerk is geen meldpunt."),
            _("Trekt een lid de toestemming in, dan zijn zijn gegevens meteen weg."),
        ),
        ask=_("De gemeente die het netwerk leidt."),
        see=(
            "registers",
            "verwerkingen",
        ),
    ),
    Topic(
        word="model-plan",
        title=_("Het model van een plan van aanpak"),
        views=("plan_model",),
        purpose=_(
            "Een gemeente kan haar plan van aanpak beginnen met doelen uit een model en hoeft"
            " ze niet zelf te bedenken."
        ),
        can=(_("Doelen kiezen en overnemen in het plan."),),
        steps=(
            _("Vink aan wat bij uw gemeente past."),
            _("Kies de dag waarop het begint en neem over."),
            _("Pas daarna elk doel aan in zijn eigen registratie."),
        ),
        follows=(
            _(
                "Wat u overneemt, is vanaf dat moment van uw plan; een later model verandert "
                "er niets aan."
            ),
            CHANGES,
        ),
        ask=ASK_PROGRAMME,
        see=(
            "gemeenten",
            "registers",
        ),
    ),
)
