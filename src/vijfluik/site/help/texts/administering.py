"""Accounts, mandates, the journal and what is open."""

from django.utils.translation import gettext_lazy as _

from vijfluik.site.help.texts.shared import (
    ASK_PRIVACY,
    FOUR_EYES,
    FRESH,
)
from vijfluik.site.help.topic import Topic

TOPICS = (
    Topic(
        word="accounts",
        title=_("Accounts beheren"),
        views=(
            "accounts",
            "account_new",
            "account",
            "account_act",
            "account_history",
        ),
        purpose=_(
            "Een accountbeheerder laat mensen binnen en sluit hen weer uit. Dossiers en "
            "registraties ziet hij niet."
        ),
        can=(
            _("Iemand uitnodigen."),
            _("Een account elk jaar beoordelen."),
            _("Herstel voorstellen of goedkeuren als iemand niet meer binnenkomt."),
            _("Sessies beëindigen, of het account sluiten met een reden."),
        ),
        steps=(
            _(
                "Nodig uit met naam en organisatie. Geef de link zelf, het liefst in persoon;"
                " u ziet haar één keer."
            ),
            _("Vraag de mandaatbeheerder om een mandaat: een account alleen opent niets."),
            _(
                "Gaat iemand weg? Sluit het account; de toegang eindigt bij het eerstvolgende"
                " verzoek, op elk apparaat."
            ),
        ),
        follows=(
            FOUR_EYES,
            _(
                "Een gesloten account blijft gesloten. Wie terugkomt krijgt een nieuw, zodat "
                "geen oud mandaat ontwaakt."
            ),
        ),
        ask=_("Een andere accountbeheerder, ook over uw eigen account."),
        see=(
            "mandaten",
            "mail-die-niet-aankwam",
        ),
    ),
    Topic(
        word="mail-die-niet-aankwam",
        title=_("Mail die niet aankwam"),
        views=("unsent_mail",),
        purpose=_("Mail mislukt hier niet in stilte: wat niet weg kon, staat op deze pagina."),
        can=(_("Zien of de verzender nog rondgaat en wat er wacht."),),
        steps=(
            _("Kijk wanneer de verzender het laatst rondging."),
            _("Staat hij stil of weigert de mailserver? Vraag wie het platform beheert."),
        ),
        follows=(
            _(
                "De berichten zelf gaan niet verloren: zij staan in het platform, bij wie ze "
                "bedoeld zijn."
            ),
            _("U ziet geen mailadres en niet waarover het bericht ging."),
        ),
        ask=_("Wie de installatie beheert."),
        see=("accounts",),
    ),
    Topic(
        word="mandaten",
        title=_("Mandaten"),
        views=(
            "administration",
            "mandate_new",
            "mandate",
            "mandate_act",
            "oversight_mandates",
        ),
        purpose=_(
            "Alle rechten komen uit mandaten: een rol, voor een doel, bij een organisatie, "
            "voor een tijd."
        ),
        can=(
            _("Een mandaat voorstellen, en dat van een ander goedkeuren."),
            _("Een mandaat beoordelen, elk half jaar."),
            _("Een mandaat beëindigen, met een reden."),
        ),
        steps=(
            _("Kies “Mandaat voorstellen”: wie, welke rol, tot wanneer en waarom."),
            _("Een andere beheerder opent de regel en keurt goed of wijst af."),
            _("Beoordeel op tijd wat in Mijn werk staat."),
        ),
        follows=(
            FOUR_EYES,
            _(
                "Een mandaat dat niemand op tijd beoordeelt, vervalt vanzelf. Wie toezicht "
                "houdt, leest alles mee."
            ),
        ),
        ask=_("Een andere mandaatbeheerder, of de functionaris gegevensbescherming."),
        see=(
            "accounts",
            "rechten",
            "vervanging",
        ),
    ),
    Topic(
        word="journaal",
        title=_("Het journaal"),
        views=("oversight",),
        purpose=_(
            "In het journaal staat elke handeling en elk besluit om iets toe te laten of te "
            "weigeren. Alleen toezichthouders lezen het."
        ),
        can=(
            _("Filteren op tijd, handeling, uitkomst, persoon of registratie."),
            _("Bladeren, nieuwste eerst."),
        ),
        steps=(
            _("Vul in wat u weet; minder voorwaarden vindt meer."),
            _("Kies zoeken en open een gebeurtenis."),
            _("Vindt u een inzage zonder grond? Neem contact op met de organisatie van wie las."),
        ),
        follows=(
            _("Ook uw inzage in het journaal staat in het journaal."),
            _(
                "Niemand kan een gebeurtenis wijzigen of verwijderen; de keten laat zien of "
                "dat toch gebeurde."
            ),
        ),
        ask=ASK_PRIVACY,
        see=(
            "keten",
            "journaal-uitvoer",
            "rechten",
        ),
    ),
    Topic(
        word="keten",
        title=_("De keten van het journaal"),
        views=("oversight_chain",),
        purpose=_("Hier controleert u of het journaal nog precies is wat er is vastgelegd."),
        can=(
            _("De controle nu laten doen."),
            _("Zien tot welk blok verzegeld is en wie ondertekende."),
        ),
        steps=(
            _("Kies “Controleer nu”."),
            _("Klopt er iets niet? Wijzig niets, noteer het tijdstip en meld het meteen."),
        ),
        follows=(_("De controle zelf verandert niets en wordt vastgelegd."),),
        ask=_("De functionaris gegevensbescherming, en wie de database beheert."),
        see=("journaal",),
    ),
    Topic(
        word="rechten",
        title=_("Wie wat mag"),
        views=(
            "oversight_rights",
            "oversight_rights_file",
        ),
        purpose=_("Een tabel van alle rollen en wat zij mogen. Wat er niet in staat, mag niemand."),
        can=(
            _("Zoeken op rol, onderdeel of handeling."),
            _("De lijst meenemen als bestand."),
        ),
        steps=(
            _(
                "Kies een rol om al haar rechten te zien, of een onderdeel om te zien wie "
                "erbij kan."
            ),
            _("Wilt u weten welke mensen de rol hebben? Kijk bij mandaten."),
        ),
        follows=(
            _(
                "De database houdt dezelfde regels nog eens, voor elke rij. Een wijziging van"
                " het beleid is een nieuwe versie van het platform."
            ),
            FRESH,
        ),
        ask=ASK_PRIVACY,
        see=(
            "mandaten",
            "journaal",
        ),
    ),
    Topic(
        word="journaal-uitvoer",
        title=_("Uitvoer van het journaal"),
        views=("oversight_export",),
        purpose=_(
            "Hiermee maakt u een bestand van het journaal in een vorm die andere systemen "
            "kennen: het logboek dataverwerkingen, het logboek van besluiten over toegang, of"
            " de blik voor beveiliging (BIO2)."
        ),
        can=(
            _("De vorm en de periode kiezen en het bestand maken."),
            _("Zien of het journaal wordt doorgestuurd en of alles aankwam."),
        ),
        steps=(
            _("Kies de vorm die de ontvanger nodig heeft, en niet meer dagen dan nodig."),
            _("Bewijs opnieuw wie u bent en bewaar het bestand op een veilige plaats."),
        ),
        follows=(
            _("Elke uitvoer wordt vastgelegd, met vorm en periode."),
            _("Wat de verzamelaar niet aanneemt, blijft bewaard en gaat later."),
        ),
        ask=ASK_PRIVACY,
        see=("journaal",),
    ),
    Topic(
        word="verwerkingen",
        title=_("Wat open is, en waarom"),
        views=("processing_rooms",),
        purpose=_(
            "Een onderdeel met gegevens over burgers gaat pas open als de verwerking en twee "
            "toetsen zijn vastgesteld. Deze pagina zegt wie dat besloot en wat ontbreekt."
        ),
        can=(
            _("Zien welk onderdeel open of dicht is voor uw organisatie."),
            _("Naar de registers gaan waarin verwerkingen en toetsen staan."),
        ),
        steps=(
            _("Kijk wat bij het gesloten onderdeel ontbreekt."),
            _("Leg de verwerking vast en laat een tweede persoon haar vaststellen."),
            _("Leg de effectbeoordeling en de mensenrechtentoets vast; een ander besluit erover."),
        ),
        follows=(
            FOUR_EYES,
            _(
                "Een toets geldt hooguit drie jaar. Vervalt zij, dan gaat het onderdeel "
                "vanzelf dicht."
            ),
        ),
        ask=ASK_PRIVACY,
        see=("registers",),
    ),
)
