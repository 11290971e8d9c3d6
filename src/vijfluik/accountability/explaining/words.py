"""An answer in words, in the language that is on: each cause, each amount, and the whole."""

import datetime as dt
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vijfluik.accountability.explaining.amounts import Amounts, Unit, amounts_of
from vijfluik.accountability.explaining.causes import Cause, Method, Part, Why
from vijfluik.accountability.figures.computed import CENTS
from vijfluik.accountability.figures.pages_divisions import merger_text
from vijfluik.accountability.figures.pages_words import exact_text, language_of_page
from vijfluik.core.partners.queries import AMSTERDAM
from vijfluik.ui import formatting
from vijfluik.ui.language import page_language

TENTH = 1


def cause_label(cause: Cause) -> str:
    """What a cause is called on its bar."""
    return {
        Cause.PERIOD: _("De periode liep door"),
        Cause.NEW: _("Nieuwe registraties"),
        Cause.STATE: _("Andere stand"),
        Cause.CORRECTED: _("Gecorrigeerde registraties"),
        Cause.WITHDRAWN: _("Ingetrokken registraties"),
        Cause.REPLACED: _("Een andere registratie geeft de waarde"),
        Cause.DEFINITION: _("Andere definitie"),
        Cause.BOUNDARY: _("Andere indeling van gemeenten"),
        Cause.SUPPRESSION: _("Andere afscherming"),
    }[cause]


def cause_meaning(cause: Cause) -> str:
    """What a cause means, for the table."""
    return {
        Cause.PERIOD: _("al bekend; hun dag viel na het eerste moment"),
        Cause.NEW: _("op het eerste moment nog niet bekend"),
        Cause.STATE: _("al bekend; door een andere stand gaan zij tellen of tellen zij niet meer"),
        Cause.CORRECTED: _("al bekend; iets anders dan de stand is verbeterd"),
        Cause.WITHDRAWN: _("ingetrokken of verwijderd"),
        Cause.REPLACED: _("de ene registratie viel weg en een andere kwam in de plaats"),
        Cause.DEFINITION: _("dezelfde registraties, geteld volgens een andere versie"),
        Cause.BOUNDARY: _("gemeenten die zijn opgegaan in een andere"),
        Cause.SUPPRESSION: _("andere delen worden niet getoond; het cijfer zelf verandert niet"),
    }[cause]


def counted_words(part: Part) -> str:
    """How many records a cause has: "5 nieuwe registraties"."""
    words = {"number": formatting.number(part.records, language=page_language())}
    number = part.records
    if part.cause is Cause.DEFINITION:
        return _("een andere versie van de definitie")
    if part.cause is Cause.REPLACED:
        return _("een andere registratie die de waarde geeft")
    if part.cause is Cause.BOUNDARY:
        return _("gemeenten die in een andere opgingen")
    if part.cause is Cause.SUPPRESSION:
        return hidden_words(part)
    text = {
        Cause.PERIOD: ngettext(
            "%(number)s registratie waarvan de dag erbij kwam",
            "%(number)s registraties waarvan de dag erbij kwam",
            number,
        ),
        Cause.NEW: ngettext(
            "%(number)s nieuwe registratie", "%(number)s nieuwe registraties", number
        ),
        Cause.STATE: ngettext(
            "%(number)s registratie met een andere stand",
            "%(number)s registraties met een andere stand",
            number,
        ),
        Cause.CORRECTED: ngettext(
            "%(number)s gecorrigeerde registratie",
            "%(number)s gecorrigeerde registraties",
            number,
        ),
        Cause.WITHDRAWN: ngettext(
            "%(number)s ingetrokken registratie",
            "%(number)s ingetrokken registraties",
            number,
        ),
    }[part.cause]
    return text % words


def hidden_words(part: Part) -> str:
    """How many parts of the figure are hidden now and were not, and the other way round."""
    told = []
    if part.went:
        told.append(
            ngettext(
                "%(number)d deel dat niet meer wordt getoond",
                "%(number)d delen die niet meer worden getoond",
                len(part.went),
            )
            % {"number": len(part.went)}
        )
    if part.came:
        told.append(
            ngettext(
                "%(number)d deel dat weer wordt getoond",
                "%(number)d delen die weer worden getoond",
                len(part.came),
            )
            % {"number": len(part.came)}
        )
    return joined(told)


def amount_text(amount: Decimal | None, *, unit: Unit) -> str:
    """A difference with its sign and its unit: "+12", "−€ 1.500", "+0,4 procentpunt"."""
    if amount is None:
        return formatting.NO_VALUE
    language = page_language()
    if unit is Unit.EUROS:
        text = formatting.money(int(amount * CENTS), language=language)
        return f"+{text}" if amount > 0 else text
    if unit is Unit.POINTS:
        words = {"points": formatting.signed(amount, language=language, decimals=TENTH)}
        return _("%(points)s procentpunt") % words
    whole = int(amount)
    number = formatting.signed(whole, language=language)
    if unit is Unit.DAYS:
        return ngettext("%(number)s dag", "%(number)s dagen", abs(whole)) % {"number": number}
    if unit is Unit.MONTHS:
        return ngettext("%(number)s maand", "%(number)s maanden", abs(whole)) % {"number": number}
    if unit is Unit.YEARS:
        return _("%(number)s jaar") % {"number": number}
    return number


def sentence(found: Why) -> str:
    """The whole answer: from what to what, by how much, and by which causes."""
    amounts = amounts_of(found)
    told = [_ends(found, amounts)]
    pairs = list(zip(found.parts, amounts.parts, strict=True))
    if pairs:
        listed = [_cause_told(part, amount, unit=amounts.unit) for part, amount in pairs]
        told.append(_("Dat komt door %(causes)s.") % {"causes": joined(listed)})
    elif not found.redefined:
        told.append(_("Geen registratie die meetelt is in die tijd veranderd."))
    if found.redefined:
        told.append(_("De twee waarden zijn volgens verschillende definities geteld."))
    told += [merger_text(each) for each in found.mergers]
    if found.hides:
        told.append(
            _(
                "Van dit cijfer zijn kleine delen afgeschermd; de uitleg gaat over het geheel, en"
                " zegt niets over een deel."
            )
        )
    return " ".join(told)


def method_text(method: Method) -> str:
    """How the difference was divided over the causes."""
    return {
        Method.ADDED: _(
            "Van elke registratie is bepaald wat zij op het eerste en op het tweede moment"
            " bijdroeg. Opgeteld is dat precies het verschil."
        ),
        Method.BENNET: _(
            "Methode van Bennet: wat een oorzaak bij de teller bracht, min het gemiddelde aandeel"
            " maal wat zij bij de noemer bracht, gedeeld door de gemiddelde noemer. Opgeteld is dat"
            " precies het verschil, in welke volgorde ook. De afgedrukte tienden zijn verdeeld naar"
            " de grootste resten."
        ),
        Method.THINGS: _(
            "Wat wordt geteld, telt één keer, hoeveel registraties het ook noemen. Wat erbij kwam"
            " of wegviel heeft één oorzaak: de eerste in de volgorde nieuw, stand, gecorrigeerd,"
            " ingetrokken."
        ),
        Method.READ: _(
            "De waarde is na elke oorzaak opnieuw gelezen, in de volgorde ingetrokken,"
            " gecorrigeerd, stand, nieuw. Elke stap begint waar de vorige eindigde."
        ),
    }[method]


def joined(words: list[str]) -> str:
    """Words in a row with "en" before the last."""
    if len(words) < 2:
        return "".join(words)
    return _("%(many)s en %(last)s") % {"many": ", ".join(words[:-1]), "last": words[-1]}


def moment_words(moment: dt.datetime) -> str:
    """A moment as people say it: its day alone when it is the end of a day."""
    local = moment.astimezone(AMSTERDAM)
    if local.time() == dt.time.max:
        return formatting.day(local, language=page_language())
    return formatting.moment(moment, language=page_language())


def _ends(found: Why, amounts: Amounts) -> str:
    words = {
        "before": exact_text(found.before),
        "after": exact_text(found.after),
        "since": moment_words(found.before.as_of),
        "until": moment_words(found.after.as_of),
        "difference": amount_text(amounts.difference, unit=amounts.unit),
        "name": found.definition.name.in_language(language_of_page()),
    }
    if words["before"] == words["after"]:
        return _("%(name)s: op %(since)s en op %(until)s hetzelfde, %(after)s.") % words
    if amounts.difference is None:
        return _("%(name)s: van %(before)s (%(since)s) naar %(after)s (%(until)s).") % words
    return (
        _("%(name)s: van %(before)s (%(since)s) naar %(after)s (%(until)s), %(difference)s.")
        % words
    )


def _cause_told(part: Part, amount: Decimal | None, *, unit: Unit) -> str:
    if amount is None:
        return counted_words(part)
    return f"{counted_words(part)} ({amount_text(amount, unit=unit)})"
