"""What somebody arranges for themselves: account, proof, deputies, notices, calendar."""

from django.utils.translation import gettext_lazy as _

from vijfluik.site.help.texts.shared import (
    ASK_ACCOUNTS,
    ASK_MANDATES,
)
from vijfluik.site.help.topic import Topic

TOPICS = (
    Topic(
        word="mijn-account",
        title=_("Mijn account"),
        views=(
            "own_account",
            "own_visit_ended",
            "own_visits_ended",
            "own_history",
        ),
        purpose=_(
            "Hier ziet u wie u bent voor het platform, waarmee u zich aanmeldt, waar u bent "
            "aangemeld en wat er met uw account is gebeurd."
        ),
        can=(
            _("Uw wachtwoord veranderen en toegangssleutels toevoegen of verwijderen."),
            _("Een sessie op een ander apparaat beëindigen, of alle andere."),
            _("Vervanging regelen, berichten en agenda instellen."),
            _("Lezen wat er is gebeurd: uitgenodigd, beoordeeld, hersteld, gesloten."),
        ),
        steps=(
            _("Kijk bij “Sessies” of u elke sessie herkent."),
            _("Kent u er een niet? Beëindig haar, verander uw wachtwoord en meld het."),
        ),
        follows=(
            _(
                "Een beëindigde sessie is bij het eerstvolgende verzoek weg. Elke handeling "
                "aan uw account wordt vastgelegd."
            ),
        ),
        ask=ASK_ACCOUNTS,
        see=(
            "wachtwoord-en-sleutel",
            "vervanging",
            "berichten-instellen",
        ),
    ),
    Topic(
        word="wachtwoord-en-sleutel",
        title=_("Wachtwoord en toegangssleutels"),
        views=(
            "own_password",
            "own_passkey",
            "own_passkey_asked",
            "own_passkey_gone",
        ),
        purpose=_("Hiermee verandert u waarmee u bewijst wie u bent."),
        can=(
            _("Een nieuw wachtwoord kiezen."),
            _("Een sleutel maken op dit apparaat, of een oude verwijderen."),
        ),
        steps=(
            _(
                "Kies een wachtwoord van minstens twaalf tekens, dat niet bekend is van een "
                "lek en niet op uw naam of het platform lijkt."
            ),
            _(
                "Voor een sleutel: geef haar een naam waaraan u het apparaat herkent, en volg"
                " uw apparaat."
            ),
            _("Verwijder de sleutel van een apparaat dat u niet meer heeft."),
        ),
        follows=(
            _("Na een nieuw wachtwoord bent u op elk ander apparaat afgemeld."),
            _(
                "De sleutel zelf blijft op uw apparaat; het platform bewaart alleen wat nodig"
                " is om haar te herkennen."
            ),
        ),
        ask=ASK_ACCOUNTS,
        see=(
            "mijn-account",
            "aanmelden",
        ),
    ),
    Topic(
        word="vervanging",
        title=_("Vervanging"),
        views=(
            "deputies",
            "deputy_new",
            "deputy",
            "deputy_act",
            "deputy_new_for",
        ),
        purpose=_(
            "Bent u een tijd weg, dan kan een collega uw werk doen: van een dag tot een dag, "
            "onder de eigen naam."
        ),
        can=(
            _("Iemand vragen u te vervangen."),
            _("Een vraag van een ander aannemen of afwijzen."),
            _("Een vervanging eerder laten ophouden."),
        ),
        steps=(
            _("Kies “Vervanging vragen”, het mandaat, de collega en de dagen."),
            _("De collega krijgt een bericht en neemt aan."),
            _("Vanaf de eerste dag ziet de collega uw werk in Mijn werk."),
        ),
        follows=(
            _("Elke handeling staat op naam van wie vervangt, met “in plaats van” erbij."),
            _(
                "Wie vervangt en wie vervangen wordt, zijn samen geen twee mensen voor een "
                "besluit dat er twee vraagt."
            ),
        ),
        ask=ASK_MANDATES,
        see=(
            "mandaten",
            "mijn-account",
        ),
    ),
    Topic(
        word="berichten-instellen",
        title=_("Hoe berichten komen"),
        views=(
            "notices_settings",
            "notices_address",
            "notices_address_gone",
            "notices_confirm",
        ),
        purpose=_(
            "U kiest of u mail krijgt, waarheen en hoe vaak. Zonder mail staan alle berichten"
            " in het platform."
        ),
        can=(
            _("Een mailadres opgeven, veranderen of weghalen."),
            _("Kiezen: meteen, elke werkdag een overzicht, of op maandag."),
        ),
        steps=(
            _("Geef het adres op en bewijs opnieuw wie u bent."),
            _("Open de link in de mail terwijl u bent aangemeld. Dan pas telt het adres."),
            _("Kies hoe vaak."),
        ),
        follows=(
            _(
                "In een mail staat alleen dat er iets voor u klaarstaat, met een link. Wat "
                "dringend is, gaat altijd meteen."
            ),
            _("Uw adres is versleuteld; ook een beheerder leest het niet."),
        ),
        ask=ASK_ACCOUNTS,
        see=(
            "berichten",
            "agenda",
        ),
    ),
    Topic(
        word="agenda",
        title=_("Agenda"),
        views=(
            "own_calendar",
            "own_calendar_new",
            "own_calendar_gone",
        ),
        purpose=_(
            "Met een geheime link staan de momenten van uw werk in uw eigen agenda, als "
            "“overleg” met een tijd en niets meer."
        ),
        can=(_("Een link maken, vervangen of intrekken."),),
        steps=(
            _("Kies “Nieuwe link” en kopieer haar; u ziet haar alleen dan."),
            _("Voeg haar in uw agendaprogramma toe als abonnement."),
            _("Kwam zij bij een ander terecht? Trek haar in."),
        ),
        follows=(
            _("Wie de link heeft, leest de tijden. Een nieuwe link maakt de oude waardeloos."),
        ),
        ask=ASK_ACCOUNTS,
        see=("berichten-instellen",),
    ),
)
