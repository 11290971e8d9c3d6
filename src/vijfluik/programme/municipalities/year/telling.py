"""How a matter is told: its title, why it is asked, and what is known already."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vijfluik.core.registers.lookups import Lookups
from vijfluik.programme.grants.pages.money import said
from vijfluik.programme.grants.queries.amounts import of_award
from vijfluik.programme.municipalities.year.matters import Kind, Matter
from vijfluik.ui.registers.record import facts_of

# What a reader must have before the eyes to answer.
_KNOWN = {
    Kind.ACCOUNT: ("reference", "amount_cents", "awarded_on", "report_by", "lead", "participants"),
    Kind.PLAN: (),
    Kind.GOALS: ("reference", "goal", "ground"),
    Kind.BEGIN: ("reference", "goal", "ground"),
    Kind.GOAL: ("partnership", "responsible", "planned_on", "forecast_on", "target"),
    Kind.CONTINUE: ("reference", "goal", "started_on", "ends_on", "review_on"),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """The words of a matter.

    Attributes:
        why: a sentence about what is asked.
        known: what the register knows already, as label and words.
        url: the record; empty while there is none.
    """

    title: str
    why: str
    known: Sequence[tuple[str, str]]
    url: str


def told_of(matter: Matter) -> Told:
    """The words."""
    register, record = matter.register, matter.record
    there = not record._state.adding
    name = register.title_of(record)
    titles = {
        Kind.ACCOUNT: _("Verantwoording: %(name)s"),
        Kind.PLAN: _("Plan van aanpak vastleggen"),
        Kind.GOALS: _("Doelen van het plan van aanpak"),
        Kind.BEGIN: _("Begin van het plan van aanpak"),
        Kind.GOAL: _("Doel: %(name)s"),
        Kind.CONTINUE: _("Hoe verder met: %(name)s"),
    }
    return Told(
        title=titles[matter.kind] % {"name": name},
        why=_why(matter.kind),
        known=_known(matter) if there else [],
        url=reverse(f"{register.thing}:detail", args=[record.key]) if there else "",
    )


def _why(kind: Kind) -> str:
    return {
        Kind.ACCOUNT: _("Wat is er besteed, wat is er gedaan, en welke gemeenten bereikte het?"),
        Kind.PLAN: _("Maakt uw gemeente geen plan? Dan slaat u dit over."),
        Kind.GOALS: _("Neem over wat past; daarna kunt u elk doel, eigenaar en dag aanpassen."),
        Kind.BEGIN: _("Vanaf nu loopt het plan. Na de laatste dag is het voorbij."),
        Kind.GOAL: _("De dag van dit doel is gekomen. Is het bereikt, of wordt het later?"),
        Kind.CONTINUE: _("De termijn loopt af: wat besluit u?"),
    }[kind]


def _known(matter: Matter) -> list[tuple[str, str]]:
    wanted = _KNOWN[matter.kind]
    others = {each.name for each in matter.register.fields} - set(wanted)
    facts = facts_of(matter.record, register=matter.register, lookups=Lookups(), without=others)
    found = [(label, text) for label, text in facts if text]
    if matter.kind == Kind.ACCOUNT:
        paid = of_award(matter.record).paid
        found.append((capfirst(_("betaald in termijnen")), said(paid)))
    return found
