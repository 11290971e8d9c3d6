"""The only door through which a room may rest something on a provision.

A room never reads a term from a text or writes one in Python. It asks here, and gets it only from a
provision that is in force on the day and that two lawyers confirmed.
"""

import datetime as dt

from django.utils.translation import gettext as _

from vijfluik.core.law.in_force import State
from vijfluik.core.law.provision import ProvisionVersion
from vijfluik.core.law.queries import known_now
from vijfluik.core.law.vocabulary import Claim
from vijfluik.engines.terms import TermRule


class NotUsable(Exception):
    """The provision cannot carry this; `message` tells a person why and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotInForce(NotUsable):
    """It is no law on that day, or nobody recorded that it is."""


class NotConfirmed(NotUsable):
    """Two lawyers have not confirmed it: the term or ground is asked of a person, with reasons."""


class NotCarried(NotUsable):
    """It says nothing of this kind."""


def ground(slug: str, *, on: dt.date, known_by: dt.date | None = None) -> ProvisionVersion:
    """The text on which something may rest on a day.

    Args:
        slug: the provision.
        on: the day of the act, in Amsterdam.
        known_by: as known on this day; today when None.

    Raises:
        NotInForce, NotConfirmed, NotCarried: see there.
    """
    return carried(slug, claim=Claim.GROUND, on=on, known_by=known_by)


def refusal(slug: str, *, on: dt.date, known_by: dt.date | None = None) -> ProvisionVersion:
    """The text that forbids something on a day. Arguments and errors as in `ground`."""
    return carried(slug, claim=Claim.REFUSAL, on=on, known_by=known_by)


def term(slug: str, name: str, *, on: dt.date, known_by: dt.date | None = None) -> TermRule:
    """The rule of a term on a day; `engines.terms.compute` finds its end.

    Raises:
        NotInForce, NotConfirmed: see there.
        NotCarried: it has no term of this name.
    """
    version = carried(slug, claim=Claim.TERM, on=on, known_by=known_by)
    rule = version.usable_terms.get(name)
    if rule is None:
        names = ", ".join(sorted(version.usable_terms)) or "–"
        raise NotCarried(
            _("%(slug)s heeft geen termijn %(name)s; wel: %(names)s.")
            % {"slug": slug, "name": name, "names": names}
        )
    return rule


def carried(
    slug: str, *, claim: Claim, on: dt.date, known_by: dt.date | None = None
) -> ProvisionVersion:
    """The text that carries a claim on a day. Errors as in `ground`."""
    found = known_now(slug, known_by=known_by)
    version = None if found is None else found.on(on)
    if version is None:
        raise NotInForce(why_not(slug, state=None if found is None else found.state(on)))
    if claim not in version.claims:
        raise NotCarried(
            _("%(article)s %(act)s draagt dit niet: %(claim)s.")
            % {"article": version.article, "act": version.act.short, "claim": claim.label}
        )
    if claim not in version.carries:
        raise NotConfirmed(
            _(
                "%(article)s %(act)s is niet bevestigd door twee juristen. Vul de termijn of de"
                " grond zelf in, met redenen."
            )
            % {"article": version.article, "act": version.act.short}
        )
    return version


def why_not(slug: str, *, state: State | None) -> str:
    """Why a provision is no law on a day, in a sentence; `state` is None for an unknown one."""
    reasons = {
        None: _("Er is geen bepaling %(slug)s bekend."),
        State.NOT_YET: _("De bepaling %(slug)s geldt op die dag nog niet."),
        State.LAPSED: _("De bepaling %(slug)s geldt op die dag niet meer."),
        State.NOT_RECORDED: _("Van de bepaling %(slug)s is niet vastgelegd wat op die dag gold."),
    }
    return reasons.get(state, reasons[None]) % {"slug": slug}
