"""Coming in: signing in, the first link, proving it again, appearance."""

from django.utils.translation import gettext_lazy as _

from vijfluik.site.help.texts.shared import (
    ASK_ACCOUNTS,
)
from vijfluik.site.help.topic import Topic

TOPICS = (
    Topic(
        word="aanmelden",
        title=_("Aanmelden"),
        public=True,
        views=(
            "sign_in",
            "sign_out",
            "ask_passkey",
            "via",
            "via_back",
            "set_language",
        ),
        purpose=_(
            "Op deze pagina bewijst u wie u bent. In een demonstratie kiest u een verzonnen "
            "persoon en is er geen wachtwoord."
        ),
        can=(
            _("Aanmelden met een toegangssleutel: uw apparaat vraagt een vinger, gezicht of code."),
            _("Aanmelden met gebruikersnaam, wachtwoord en een code uit uw app."),
            _("Aanmelden via uw organisatie, als zij hier is aangesloten."),
        ),
        steps=(
            _("Kies hoe u zich aanmeldt."),
            _(
                "Typ uw gebruikersnaam, wachtwoord en de code van dit moment. Elke code geldt"
                " één keer."
            ),
            _(
                "Klopt er iets niet, dan zegt de pagina niet wat. Controleer alle drie en "
                "wacht op een nieuwe code."
            ),
        ),
        follows=(
            _(
                "Aanmelden en mislukte pogingen worden vastgelegd. Na veel pogingen moet u "
                "even wachten."
            ),
            _(
                "Na een kwartier zonder handeling, en in elk geval na acht uur, meldt u zich "
                "opnieuw aan."
            ),
        ),
        ask=_(
            "Wachtwoord, telefoon of sleutel kwijt? De accountbeheerder van uw organisatie "
            "stelt herstel voor; een tweede beheerder keurt het goed."
        ),
        see=(
            "eerste-link",
            "bevestigen",
            "toegankelijkheid",
        ),
    ),
    Topic(
        word="eerste-link",
        title=_("Beginnen met uw link"),
        public=True,
        views=("account_begin",),
        purpose=_(
            "De link die u van een accountbeheerder kreeg, maakt uw account klaar of herstelt"
            " het. Zij werkt één keer en een beperkte tijd."
        ),
        can=(
            _("Een eigen wachtwoord kiezen en een codeapp instellen."),
            _("Of uw account verbinden met de aanmelding van uw organisatie, als die er is."),
        ),
        steps=(
            _(
                "Kies een wachtwoord van minstens twaalf tekens, zonder uw naam. Een zin "
                "werkt goed."
            ),
            _("Lees het vierkant met een codeapp op uw telefoon, of typ de sleutel over."),
            _("Typ de code die de app toont, en rond af."),
        ),
        follows=(
            _(
                "De link vervalt zodra u haar gebruikt heeft. Bij herstel vervallen ook uw "
                "oude wachtwoord, sleutels en sessies."
            ),
            _("Een account laat u binnen en opent niets: wat u mag, staat in een mandaat."),
        ),
        ask=_("Werkt de link niet meer? Vraag wie haar gaf om een nieuwe."),
        see=("aanmelden",),
    ),
    Topic(
        word="bevestigen",
        title=_("Opnieuw bewijzen wie u bent"),
        views=(
            "prove_again",
            "going_on",
        ),
        purpose=_(
            "Wie iets meeneemt, openbaar maakt of vernietigt, bewijst eerst opnieuw wie hij "
            "is. Zo kan niemand dat doen achter uw open scherm."
        ),
        can=(
            _(
                "Bevestigen met wat u ook bij het aanmelden gebruikt: sleutel, wachtwoord met"
                " code, of uw organisatie."
            ),
            _("Teruggaan zonder te bevestigen. Dan gebeurt er niets."),
        ),
        steps=(
            _("Typ uw wachtwoord en de code van dit moment, of kies uw sleutel."),
            _("Kies “Bevestigen”."),
            _("U gaat verder waar u was. Wat u al invulde, staat er nog."),
        ),
        follows=(
            _(
                "Het bewijs geldt een paar minuten, alleen in deze sessie. Ook een mislukte "
                "poging wordt vastgelegd."
            ),
        ),
        ask=ASK_ACCOUNTS,
        see=(
            "aanmelden",
            "mijn-account",
        ),
    ),
    Topic(
        word="toegankelijkheid",
        title=_("Toegankelijkheid"),
        public=True,
        views=("accessibility",),
        purpose=_(
            "Deze verklaring zegt hoe toegankelijk het platform is, wat is getest en wat nog "
            "niet goed is."
        ),
        can=(
            _("Lezen welke drempels bekend zijn en wat eraan gebeurt."),
            _("Een drempel melden."),
            _(
                "Letters vergroten en een lichte of donkere weergave kiezen; alles werkt ook "
                "met alleen toetsen."
            ),
        ),
        steps=(
            _("Zoek uw drempel in de lijst van wat nog niet goed is."),
            _("Staat hij er niet? Meld wat u wilde doen, op welke pagina en met welk hulpmiddel."),
        ),
        follows=(
            _("Op een melding hoort een antwoord te komen binnen de tijd die de verklaring noemt."),
        ),
        ask=_("Wie in de verklaring genoemd staat bij “melden”."),
        see=("weergave",),
    ),
    Topic(
        word="weergave",
        title=_("Weergave, taal en toetsen"),
        public=True,
        views=(
            "ui:styleguide",
            "ui:theme",
        ),
        purpose=_(
            "Elke pagina past zich aan: taal, licht of donker, grote letters en toetsen. De "
            "stijlgids toont alle onderdelen waaruit pagina’s bestaan."
        ),
        can=(
            _("Bovenaan de taal kiezen: Nederlands of Engels."),
            _("Onderaan de weergave kiezen: die van uw apparaat, licht of donker."),
            _("Onderaan de lijst met sneltoetsen openen, en ze uitzetten als ze u hinderen."),
        ),
        steps=(
            _("Druk op Tab tot de focus staat waar u wilt zijn; de ring laat zien waar dat is."),
            _("Druk op Enter om te kiezen. “Naar de inhoud”, de eerste link, slaat het menu over."),
        ),
        follows=(_("Uw keuze staat alleen in deze browser. Van u wordt verder niets bewaard."),),
        ask=ASK_ACCOUNTS,
        see=("toegankelijkheid",),
    ),
)
