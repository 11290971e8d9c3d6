"""The register of templates, declared."""

import datetime as dt
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.legal.models import Template, TemplateStep
from vijfluik.accountability.legal.vocabulary import TemplateState as State
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.bases import basis_in_force
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import (
    About,
    Act,
    Field,
    Filter,
    Register,
    Term,
    Words,
)
from vijfluik.core.registers.faults import Fault
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from

REVIEW_DAYS = 365
_USED = (State.IN_USE.value,)
_AFTER = (State.IN_USE.value, State.REPLACED.value)
_GROUND = _("Werkafspraak recht: een sjabloon wordt nagelopen op de dag die erbij staat.")


def rules(content: Content, about: About) -> Iterator[Fault]:
    """What a template quotes is law on the day on which it comes into use."""
    before = about.lookups.row(Template, key=about.key)
    if about.state != State.IN_USE or (before is not None and before.state == State.IN_USE):
        return
    for provision in content.provisions:
        yield from basis_in_force(
            provision, field="provisions", on=content.adopted_on or about.today
        )


def _review_by(template: Template) -> dt.date | None:
    return template.review_on


def _adopting(_template: Template) -> Mapping[str, object]:
    return {"adopted_on": today(), "review_on": today() + dt.timedelta(days=REVIEW_DAYS)}


def _reviewing(_template: Template) -> Mapping[str, object]:
    return {"review_on": today() + dt.timedelta(days=REVIEW_DAYS)}


LIFECYCLE = Lifecycle(
    initial=State.DRAFT,
    opening="draft",
    opened_on="drafted_on",
    edges=(
        Edge(
            name="adopt",
            label=_("In gebruik nemen"),
            sources=(State.DRAFT,),
            target=State.IN_USE,
            why=_("Een ander dan wie het opstelde, laat het gebruiken."),
            four_eyes=True,
        ),
        Edge(
            name="review",
            label=_("Nagelopen, blijft zo"),
            sources=(State.IN_USE,),
            target=State.IN_USE,
            why=_("De tekst klopt nog met de bepalingen die zij aanhaalt."),
            reason_asked=True,
        ),
        Edge(
            name="replace",
            label=_("Als vervangen noteren"),
            sources=(State.IN_USE,),
            target=State.REPLACED,
            why=_("Er is een nieuwe versie, of het is niet meer nodig."),
            reason_asked=True,
        ),
        withdraw_from(State.values),
    ),
)
ACTS = (
    Act(
        name="adopt",
        word="in-gebruik-nemen",
        done=_("In gebruik genomen"),
        asks=("adopted_on", "review_on"),
        day="adopted_on",
        initial=_adopting,
        icon="positive",
        tone="positive",
    ),
    Act(
        name="review",
        word="nalopen",
        done=_("Nagelopen"),
        asks=("review_on",),
        initial=_reviewing,
        icon="decision",
        tone="positive",
    ),
    Act(
        name="replace",
        word="vervangen",
        done=_("Vervangen"),
        asks=("replaced_on",),
        day="replaced_on",
        initial=lambda _template: {"replaced_on": today()},
        icon="closed",
        tone="neutral",
    ),
    WITHDRAWING,
)
TEMPLATES = Register(
    thing="templates",
    words=Words(
        path="sjablonen",
        title=_("Sjablonen"),
        new=_("Nieuw sjabloon"),
        intro=_(
            "Dit register houdt bij welke besluiten, brieven, formulieren en teksten er liggen, in "
            "welke versie, van wie, en welke bepalingen zij aanhalen. Verandert een bepaling, dan "
            "staat bij Recht welke sjablonen mee moeten."
        ),
        begin=_("Leg de tekst vast met de bepalingen die zij aanhaalt."),
        begun=_("Volgende stap: een collega neemt het in gebruik."),
        opened=_("Opgesteld"),
        opening=_("Opstellen"),
        tones={
            State.DRAFT: "warning",
            State.IN_USE: "positive",
            State.REPLACED: "neutral",
            State.WITHDRAWN: "negative",
        },
    ),
    model=Template,
    steps=TemplateStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=(
        Field(name="title", example="Besluit meldplicht", names=True, listed=True),
        Field(name="reference", example="SJ-001"),
        Field(name="version", example="1.0", listed=True),
        Field(
            name="organisation",
            hint=_("code of naam van de organisatie die ervoor staat"),
            example="jenv",
            listed=True,
            short=lambda template: template.organisation_id.upper(),
        ),
        Field(name="kind", example="besluit", listed=True),
        Field(name="item", example="X-10", listed=True, short=lambda template: template.item,
              heading=_("onderdeel")),
        Field(name="provisions", example="wpg-20", hint=_("namen uit Recht, zoals wpg-20")),
        Field(name="text", example="Op [datum] is besloten over [maatregel]."),
        Field(name="predecessor", hint=_("kenmerk van de vorige versie")),
        Field(name="drafted_on", past=True, hint=_("dd-mm-jjjj, niet in de toekomst"),
              example="12-01-2026"),
        Field(name="state", synonyms=("status",), example="in bewerking", listed=True),
        Field(name="adopted_on", past=True, needed=_AFTER, only=_AFTER, entered=False),
        Field(name="review_on", needed=_USED, only=_AFTER, entered=False, listed=True),
        Field(
            name="replaced_on",
            past=True,
            needed=(State.REPLACED.value,),
            only=(State.REPLACED.value,),
            entered=False,
        ),
    ),
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="soort", path="kind", first=True),
        Filter(word="bepaling", path="provisions", label=_("bepaling"), first=True),
        Filter(word="onderdeel", path="item"),
        Filter(word="eigenaar", path="organisation"),
    ),
    acts=ACTS,
    terms=(
        Term(
            kind="review",
            label=_("sjabloon nalopen"),
            state=State.IN_USE,
            ends=_review_by,
            provision=_GROUND,
            answer="review",
        ),
    ),
    items=("X-10",),
    rules=rules,
)  # fmt: skip
