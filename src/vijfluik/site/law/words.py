"""How the law is said on its pages."""

import datetime as dt

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vijfluik.core.law.dependants import DependantKind
from vijfluik.core.law.in_force import State
from vijfluik.core.law.provision import ProvisionVersion
from vijfluik.core.law.vocabulary import Standing, Start
from vijfluik.ui.components.notices import shown_badge
from vijfluik.ui.formatting import short_day
from vijfluik.ui.language import page_language

TONES = {
    Standing.CONFIRMED: "positive",
    Standing.REPORTED: "warning",
    Standing.MEMORY: "warning",
}


def standing_badge(version: ProvisionVersion) -> SafeString:
    """The standing in a word. Invented lawyers are named as such wherever they confirm."""
    confirmation = version.confirmation
    if confirmation is not None and confirmation.invented:
        return shown_badge(_("bevestigd door verzonnen juristen"), "info")
    words = {
        Standing.CONFIRMED: _("bevestigd"),
        Standing.REPORTED: _("niet bevestigd"),
        Standing.MEMORY: _("niet bevestigd, uit het geheugen"),
    }
    return shown_badge(words[version.standing], TONES[version.standing])


def state_words(state: State) -> str:
    """Whether it is law on the day."""
    return {
        State.IN_FORCE: _("in werking"),
        State.NOT_YET: _("nog niet in werking"),
        State.LAPSED: _("vervallen"),
        State.NOT_RECORDED: _("niet vastgelegd"),
    }[state]


def validity(version: ProvisionVersion) -> str:
    """From when to when it holds: half-open, the last day is the day before `tot`."""
    first = short_day(version.valid_from, language=page_language())
    if version.start == Start.AT_LEAST:
        first = _("ten minste vanaf %(day)s") % {"day": first}
    else:
        first = _("vanaf %(day)s") % {"day": first}
    if version.valid_until is None:
        return first
    return _("%(first)s tot %(until)s") % {
        "first": first,
        "until": short_day(version.valid_until, language=page_language()),
    }


def kind_words(kind: DependantKind) -> str:
    """What kind of thing rests on a provision."""
    return {
        DependantKind.TERM: _("Termijn"),
        DependantKind.TEMPLATE: _("Sjabloon"),
        DependantKind.REGISTER: _("Register"),
        DependantKind.ITEM: _("Onderdeel"),
        DependantKind.FIGURE: _("Cijfer"),
        DependantKind.BILL: _("Wetsvoorstel"),
        DependantKind.REVIEW: _("Herziening"),
    }[kind]


def until_words(until: dt.date | None) -> str:
    """The end of a provision in a word."""
    return _("geen einde bekend") if until is None else short_day(until, language=page_language())
