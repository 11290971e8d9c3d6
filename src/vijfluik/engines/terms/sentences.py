"""The sentences of the explanation, in both languages."""

from vijfluik.engines.terms.rule import Exclusion
from vijfluik.engines.terms.steps import StepKind
from vijfluik.engines.terms.units import Unit

UNITS = {
    "nl": {
        Unit.HOURS: ("uur", "uur"),
        Unit.DAYS: ("dag", "dagen"),
        Unit.WORKING_DAYS: ("werkdag", "werkdagen"),
        Unit.WEEKS: ("week", "weken"),
        Unit.MONTHS: ("maand", "maanden"),
        Unit.YEARS: ("jaar", "jaar"),
    },
    "en": {
        Unit.HOURS: ("hour", "hours"),
        Unit.DAYS: ("day", "days"),
        Unit.WORKING_DAYS: ("working day", "working days"),
        Unit.WEEKS: ("week", "weeks"),
        Unit.MONTHS: ("month", "months"),
        Unit.YEARS: ("year", "years"),
    },
}
MONTH_NAMES = {
    "nl": [
        *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
        *("augustus", "september", "oktober", "november", "december"),
    ],
    "en": [
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ],
}
DAY_NAMES = {
    "nl": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
# Event → its name in Dutch and in English.
EVENTS = {
    "decision": ("het besluit", "the decision"),
    "request": ("het verzoek", "the request"),
    "publication": ("de bekendmaking", "the publication"),
    "last_processing": ("de laatste verwerking", "the last processing"),
    "first_processing": ("de eerste verwerking", "the first processing"),
    "entry_into_force": ("de inwerkingtreding", "the entry into force"),
    "issue": ("de afgifte", "the issue"),
    "loss": ("het verlies", "the loss"),
    "departure": ("het vertrek", "the departure"),
    "receipt": ("de ontvangst", "the receipt"),
    "logging": ("de vastlegging in het logboek", "the entry in the log"),
    "start_of_investigation": ("het begin van het onderzoek", "the start of the investigation"),
    "purpose_reached": ("het bereiken van het doel", "the purpose being reached"),
    "last_need": ("de dag waarop ze voor het laatst nodig waren", "the day they were last needed"),
    "order": ("het bevel", "the order"),
    "start_of_remand": ("het begin van de voorlopige hechtenis", "the start of the remand"),
    "creation": ("het ontstaan", "the creation"),
    "receipt_of_order": ("de ontvangst van het bevel", "the receipt of the order"),
    "receipt_of_copy": ("de ontvangst van het afschrift", "the receipt of the copy"),
    "removal": ("de verwijdering", "the removal"),
}
RULES = {
    "nl": {
        "from": "{duration} na {event}",
        "before": "{duration} voor {event}",
        "included": ", de dag zelf meegeteld",
        "each_time": ", telkens te verlengen met ten hoogste {duration}",
        "times": ", {times} keer te verlengen met ten hoogste {duration}",
    },
    "en": {
        "from": "{duration} after {event}",
        "before": "{duration} before {event}",
        "included": ", the day itself included",
        "each_time": ", extendable each time by {duration} at most",
        "times": ", extendable {times} time(s) by {duration} at most",
    },
}
FIRST_DAY = {
    "nl": "De dag zelf telt mee, dus de laatste dag is {day}.",
    "en": "The day itself counts, so the last day is {day}.",
}
STEPS = {
    "nl": {
        StepKind.EVENT: "De termijn gaat uit van {event}: {when}.",
        StepKind.COUNTED: "{duration} verder is {when}.",
        StepKind.COUNTED_BACK: "{duration} teruggerekend is {when}.",
        StepKind.MONTH_END: "Die maand heeft geen {number}e: de laatste dag geldt, {day}.",
        StepKind.EXTENDED: "Verlengd met {duration}: {when}.",
        StepKind.PAUSED: "Stond stil vanaf {when}, liep weer vanaf {restart}: het einde is {end}.",
        StepKind.PAUSED_NOW: "Staat stil vanaf {when}; het einde is pas bekend als hij weer loopt.",
        StepKind.PAUSE_OUTSIDE: "De onderbreking vanaf {when} valt buiten de termijn en telt niet.",
        StepKind.TWO_WORKING_DAYS: (
            "Er horen twee werkdagen in te zitten (Algemene termijnenwet, artikel 2): {day}."
        ),
        StepKind.MOVED: (
            "{day} is {holiday}: de termijn loopt door tot en met {end}"
            " (Algemene termijnenwet, artikel 1)."
        ),
        StepKind.STAYS: "{day} is een werkdag: daar eindigt de termijn.",
        StepKind.NOT_GOVERNED: "Het einde schuift niet op: {reason}",
        StepKind.DECREES_UNKNOWN: (
            "Let op: van {day} is niet nagegaan welke dagen bij besluit gelijkgesteld zijn."
        ),
    },
    "en": {
        StepKind.EVENT: "The term starts from {event}: {when}.",
        StepKind.COUNTED: "{duration} on is {when}.",
        StepKind.COUNTED_BACK: "{duration} back is {when}.",
        StepKind.MONTH_END: "That month has no day {number}: its last day counts, {day}.",
        StepKind.EXTENDED: "Extended by {duration}: {when}.",
        StepKind.PAUSED: "Stood still from {when}, ran again from {restart}: the end is {end}.",
        StepKind.PAUSED_NOW: "Stands still from {when}; the end is known once it runs again.",
        StepKind.PAUSE_OUTSIDE: "The pause from {when} lies outside the term and does not count.",
        StepKind.TWO_WORKING_DAYS: (
            "It must hold two working days (Algemene termijnenwet, article 2): {day}."
        ),
        StepKind.MOVED: (
            "{day} is {holiday}: the term runs up to and including {end}"
            " (Algemene termijnenwet, article 1)."
        ),
        StepKind.STAYS: "{day} is a working day: the term ends there.",
        StepKind.NOT_GOVERNED: "The end does not move: {reason}",
        StepKind.DECREES_UNKNOWN: (
            "Note: nobody checked which days near {day} a decree makes equal to holidays."
        ),
    },
}
EXCLUSIONS = {
    "nl": {
        Exclusion.LEGISLATION: (
            "dit gaat over bekendmaking, inwerkingtreding of vervallen van een wet"
            " (Algemene termijnenwet, artikel 4, onder b)."
        ),
        Exclusion.LIBERTY: (
            "dit is een termijn van vrijheidsbeneming (Algemene termijnenwet, artikel 4, onder c)."
        ),
        Exclusion.DECREE: (
            "een algemene maatregel van bestuur bepaalt anders (Algemene termijnenwet, artikel 5)."
        ),
        Exclusion.EUROPEAN: (
            "de termijn staat in Europees recht; de Algemene termijnenwet gaat over Nederlandse"
            " wetten."
        ),
        Exclusion.AGREEMENT: "het is een werkafspraak en geen termijn uit een wet.",
    },
    "en": {
        Exclusion.LEGISLATION: (
            "this is about publication, entry into force or lapse of legislation"
            " (Algemene termijnenwet, article 4(b))."
        ),
        Exclusion.LIBERTY: (
            "this is a term of deprivation of liberty (Algemene termijnenwet, article 4(c))."
        ),
        Exclusion.DECREE: (
            "a governmental decree says otherwise (Algemene termijnenwet, article 5)."
        ),
        Exclusion.EUROPEAN: (
            "the term is one of European law; the Algemene termijnenwet is about Dutch acts."
        ),
        Exclusion.AGREEMENT: "it is a working agreement and no term of an act.",
    },
}
NOT_GOVERNED = {
    "nl": {
        "1(2)": "er is teruggerekend (Algemene termijnenwet, artikel 1, tweede lid).",
        "4(a)": (
            "een termijn in uren, in jaren, of langer dan 90 dagen, twaalf weken of drie maanden"
            " valt buiten de Algemene termijnenwet (artikel 4, onder a)."
        ),
    },
    "en": {
        "1(2)": "it was counted back (Algemene termijnenwet, article 1(2)).",
        "4(a)": (
            "a term in hours, in years, or of more than 90 days, twelve weeks or three months lies"
            " outside the Algemene termijnenwet (article 4(a))."
        ),
    },
}
