"""The addresses that answer JSON and belong to no register, each declared once."""

from vijfluik.core.items.areas import Area
from vijfluik.site.contract.operation import Asks, Operation, Parameter
from vijfluik.site.contract.shapes import DAY, TEXT, closed, one_of

KNOWN_ON = Parameter(
    name="op", about="zoals bekend op deze dag of dit moment (RFC 3339)", schema=TEXT
)
SINCE = Parameter(name="van", about="het eerste moment (RFC 3339)", schema=TEXT)
UNTIL = Parameter(name="tot", about="het tweede moment (RFC 3339)", schema=TEXT)
DIVISION = Parameter(
    name="indeling",
    about="gemeenten in de indeling van toen of van nu",
    schema=one_of("toen", "nu"),
)
EDITION = Parameter(name="taal", about="de taal van de uitgave", schema=one_of("nl", "en"))
CHAPTER = Parameter(
    name="vlak",
    about="alleen het hoofdstuk van dit vlak",
    schema=one_of(*(str(each) for each in Area)),
)
WRONG_MOMENT = {400: ("text/plain", "geen dag of moment, of een dat nog niet vaststaat")}
NOT_READY = {503: ("application/json", "een van de controles zegt nee")}
# An edition that cannot be made is explained on a page.
NO_EDITION = {
    422: ("text/html", "de tekst voldoet nog niet; de pagina zegt waar"),
}
JSON, LINKED, LINES = "application/json", "application/ld+json", "application/jsonl"

OPERATIONS = (
    Operation(
        view="health", name="gezond", tag="Gezondheid", schema="Gezondheid", asks=Asks.NOTHING,
        summary="Antwoordt de databank?",
        about="Voor bewaking; zegt niets over iemand en vraagt geen aanmelding.",
    ),
    Operation(
        view="health_live", name="leeft", tag="Gezondheid", schema="Gezondheid", asks=Asks.NOTHING,
        summary="Antwoordt dit proces?", about="Vraagt niets aan iets anders.",
    ),
    Operation(
        view="health_ready", name="klaar", tag="Gezondheid", schema="Gereedheid",
        asks=Asks.NOTHING, faults=NOT_READY,
        summary="Kan dit proces zijn werk doen?", about="Ja of nee per controle.",
    ),
    Operation(
        view="figures:json", name="cijfer", tag="Cijfers", schema="Cijfer",
        parameters=(KNOWN_ON, DIVISION), faults=WRONG_MOMENT,
        summary="Een cijfer met zijn bewijs",
        about="Wat het platform verlaat heeft een bewijs dat bewaard blijft. Kleine aantallen zijn "
        "vervangen door woorden; sleutels van vastleggingen staan er niet in.",
    ),
    Operation(
        view="explaining:json", name="waarom", tag="Cijfers", schema="Verandering",
        parameters=(SINCE, UNTIL, DIVISION), faults=WRONG_MOMENT,
        summary="Waarom een cijfer veranderde",
        about="De delen tellen precies op tot het verschil.",
    ),
    Operation(
        view="reports:json", name="rapportage", tag="Rapportages", schema="Document",
        parameters=(KNOWN_ON, EDITION, CHAPTER), faults=NO_EDITION,
        summary="Een rapportage als gegevens",
        about="Alles wat erin staat, met zijn betekenis en het bewijs van elk cijfer.",
    ),
    Operation(
        view="reports:jsonld", name="beschrijving", tag="Rapportages", schema="Dataset",
        media_type=LINKED, parameters=(KNOWN_ON, EDITION, CHAPTER), faults=NO_EDITION,
        summary="Een rapportage zoals een datacatalogus haar kent", about="DCAT-AP-NL 3.0.",
    ),
    Operation(
        view="released:file", name="uitgave", tag="Rapportages", schema="Document",
        fixed={"kind": "json"},
        summary="Een vastgestelde uitgave als gegevens",
        about="Byte voor byte zoals zij is vastgesteld; de hash staat in de ETag.",
    ),
    Operation(
        view="released:file", name="uitgaveBeschrijving", tag="Rapportages", schema="Dataset",
        fixed={"kind": "jsonld"}, media_type=LINKED,
        summary="Een vastgestelde uitgave zoals een datacatalogus haar kent",
        about="DCAT-AP-NL 3.0, zoals vastgesteld.",
    ),
    Operation(
        view="oversight_rights_file", name="rechten", tag="Toezicht", schema="Rechten",
        fixed={"format": "json"},
        parameters=tuple(
            Parameter(name=name, about=about, schema=TEXT)
            for name, about in (
                ("rol", "alleen van deze rol"),
                ("onderdeel", "alleen over dit onderdeel"),
                ("handeling", "alleen wat deze handeling toestaat"),
                ("waarvoor", "alleen voor dit doel"),
            )
        ),
        summary="Wie wat mag, waarom en op welke grond", about="Wat er niet is versmalt niets.",
    ),
    Operation(
        view="oversight_export", name="journaal", tag="Toezicht", schema="", media_type=LINES,
        method="post",
        form=closed(
            weergave=one_of("ldv", "adl", "bio2"), vanaf=DAY, tot_en_met=DAY
        ),
        faults={422: ("text/html", "het formulier, met wat eraan ontbreekt")},
        summary="Het journaal in de vorm van een standaard",
        about="Regels JSON (Logboek Dataverwerkingen, Authorization Decision Log of BIO2), de "
        "oudste eerst, zonder namen. De schema's van de regels staan in de code "
        "en worden daar getoetst.",
    ),
    Operation(
        view="ask_passkey", name="sleutelVragen", tag="Aanmelden", schema="Vraag", method="post",
        asks=Asks.NOTHING,
        summary="Wat de browser aan zijn toegangssleutels vraagt (WebAuthn)",
        about="Het antwoord gaat met het formulier van het aanmelden mee.",
    ),
    Operation(
        view="own_passkey_asked", name="sleutelToevoegen", tag="Aanmelden", schema="Vraag",
        method="post",
        summary="Wat de browser vraagt om een toegangssleutel te maken (WebAuthn)",
        about="Na een bewijs van net; bestaat niet waar niemand iets bewijst.",
    ),
    Operation(
        view="via_keys", name="sleutels", tag="Aanmelden", schema="Sleutels", asks=Asks.NOTHING,
        summary="De openbare sleutels van deze installatie (RFC 7517)",
        about="Voor een aanbieder van identiteiten, die er handtekeningen mee nagaat.",
    ),
)  # fmt: skip
