"""The lists of designated areas and of consents, declared as one register."""

import datetime as dt
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.legal.models import Zone, ZoneStep
from vijfluik.accountability.legal.vocabulary import ZoneKind
from vijfluik.accountability.legal.vocabulary import ZoneState as State
from vijfluik.accountability.undertakings.models import Bill
from vijfluik.accountability.undertakings.vocabulary import BillState
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.bases import basis_in_force
from vijfluik.core.registers.belonging import exactly_one
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import (
    About,
    Act,
    Field,
    Filter,
    Mark,
    Register,
    Term,
    Words,
)
from vijfluik.core.registers.faults import Fault
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from

_HELD = (State.IN_EFFECT.value, State.ENDED.value)


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of an area or a consent."""
    yield from exactly_one(content, fields=("bill", "provision"))
    yield from _kind(content)
    if about.state == State.IN_EFFECT:
        yield from _in_force(content, about)
        yield from _within(content, about)


def _kind(content: Content) -> Iterator[Fault]:
    consent = content.kind == ZoneKind.CONSENT
    for name, right in (
        ("area", _now("het gebied waarvoor zij geldt")),
        ("holder", _now("de organisatie of beroepsgroep waarvoor zij geldt; geen personen")),
    ):
        if consent and not content[name]:
            yield Fault(field=name, wrong=_now("ontbreekt"), right=right)
        if not consent and content[name]:
            yield Fault(
                field=name,
                wrong=_now("dit hoort bij een toestemming"),
                right=_now("leeg bij een aangewezen gebied"),
            )
    first, last = content.valid_from, content.valid_until
    if first is not None and last is not None and last < first:
        yield Fault(
            field="valid_until",
            wrong=_now("dit is vóór het begin"),
            right=_now("de dag van het begin of later"),
        )


def _in_force(content: Content, about: About) -> Iterator[Fault]:
    """Nothing is designated by a law that does not work yet."""
    on = content.valid_from or about.today
    bill = about.lookups.row(Bill, key=content.bill)
    if bill is None:
        yield from basis_in_force(content.provision, field="provision", on=on)
        return
    works = bill.state == BillState.IN_FORCE and bill.in_force_on is not None
    if not works or bill.in_force_on > on:
        yield Fault(
            field="bill",
            wrong=_now("deze wet is op die dag niet in werking"),
            right=_now("een dag vanaf de inwerkingtreding"),
        )


def _within(content: Content, about: About) -> Iterator[Fault]:
    """A consent holds on days on which its area is designated, and no others."""
    area = about.lookups.row(Zone, key=content.area)
    if area is None or content.valid_from is None or content.valid_until is None:
        return
    holds = area.state == State.IN_EFFECT and area.valid_from <= content.valid_from
    if not holds or content.valid_until > area.valid_until:
        yield Fault(
            field="area",
            wrong=_now("het gebied is op die dagen niet aangewezen"),
            right=_now("dagen waarop het gebied is aangewezen"),
        )


def _ends(zone: Zone) -> dt.date | None:
    return zone.valid_until


def lapsed(zone: Zone) -> Mark | None:
    """Whether its days are over, or still to come, while it stands as in effect."""
    if zone.state != State.IN_EFFECT or zone.valid_from is None or zone.valid_until is None:
        return None
    if today() > zone.valid_until:
        return Mark(label=_("dagen voorbij"), tone="warning")
    if today() < zone.valid_from:
        return Mark(label=_("geldt nog niet"), tone="neutral")
    return None


def _designating(zone: Zone) -> Mapping[str, object]:
    return {
        "valid_from": zone.valid_from or today(),
        "valid_until": zone.valid_until,
        "decided_in": zone.decided_in,
    }


ZONES = Register(
    thing="zones",
    words=Words(
        path="aangewezen-gebieden",
        title=_("Aangewezen gebieden en toestemmingen"),
        new=_("Nieuw gebied of nieuwe toestemming"),
        intro=_(
            "Dit register houdt bij welke gebieden zijn aangewezen en voor wie toestemming geldt "
            "om er te zijn, elk van de ene dag tot en met de andere. Een toestemming geldt voor "
            "een organisatie of beroepsgroep; namen van personen staan er niet in."
        ),
        begin=_("Leg vast op welke wet het rust. Van kracht wordt het pas als die wet werkt."),
        begun=_("Volgende stap: van kracht laten worden, met begin en einde."),
        opened=_("Voorgesteld"),
        opening=_("Voorstellen"),
        tones={
            State.PREPARED: "warning",
            State.IN_EFFECT: "positive",
            State.ENDED: "neutral",
            State.WITHDRAWN: "negative",
        },
    ),
    model=Zone,
    steps=ZoneStep,
    lifecycle=Lifecycle(
        initial=State.PREPARED,
        opening="propose",
        opened_on="proposed_on",
        edges=(
            Edge(
                name="designate",
                label=_("Van kracht laten worden"),
                sources=(State.PREPARED,),
                target=State.IN_EFFECT,
                why=_("Het besluit is genomen, en de wet waarop het rust is in werking."),
            ),
            Edge(
                name="extend",
                label=_("Verlengen"),
                sources=(State.IN_EFFECT,),
                target=State.IN_EFFECT,
                why=_("Niets loopt door omdat niemand keek: verlengen is een besluit."),
                reason_asked=True,
            ),
            Edge(
                name="end",
                label=_("Beëindigen"),
                sources=(State.IN_EFFECT,),
                target=State.ENDED,
                why=_("De aanwijzing of toestemming is ingetrokken of voorbij."),
                reason_asked=True,
            ),
            withdraw_from(State.values),
        ),
    ),
    scope="organisation",
    fields=(
        Field(name="title", example="Gebied in het noorden", names=True, listed=True),
        Field(name="reference", example="AG-001"),
        Field(name="kind", example="aangewezen gebied", listed=True),
        Field(
            name="organisation",
            hint=_("code of naam van het ministerie dat aanwijst"),
            example="jenv",
            listed=True,
            short=lambda zone: zone.organisation_id.upper(),
        ),
        Field(name="item", example="VV-07"),
        Field(name="area", hint=_("kenmerk van het gebied")),
        Field(name="holder"),
        Field(name="bill", hint=_("kenmerk van het wetsvoorstel")),
        Field(name="provision", hint=_("naam uit Recht, zoals wpg-20"), example="wpg-20"),
        Field(name="decided_in"),
        Field(name="proposed_on", past=True, hint=_("dd-mm-jjjj, niet in de toekomst"),
              example="12-01-2026"),
        Field(name="valid_from", needed=_HELD, entered=False, listed=True),
        Field(name="valid_until", needed=_HELD, entered=False, listed=True),
        Field(name="state", synonyms=("status",), example="in voorbereiding", listed=True),
    ),
    filters=(
        Filter(word="soort", path="kind", first=True),
        Filter(word="stand", path="state", first=True),
        Filter(word="jaar", path="valid_from", name="year", label=_("jaar")),
        Filter(word="onderdeel", path="item"),
    ),
    acts=(
        Act(
            name="designate",
            word="van-kracht",
            done=_("Van kracht geworden"),
            asks=("valid_from", "valid_until", "decided_in"),
            initial=_designating,
            icon="positive",
            tone="positive",
        ),
        Act(
            name="extend",
            word="verlengen",
            done=_("Verlengd"),
            asks=("valid_until", "decided_in"),
            icon="decision",
            tone="positive",
        ),
        Act(
            name="end",
            word="beeindigen",
            done=_("Beëindigd"),
            asks=("valid_until",),
            icon="closed",
            tone="neutral",
        ),
        WITHDRAWING,
    ),
    terms=(
        Term(
            kind="ends",
            label=_("besluiten: verlengen of beëindigen"),
            state=State.IN_EFFECT,
            ends=_ends,
            provision=_("Eigen regel: niets loopt door omdat niemand keek."),
            answer="extend",
        ),
    ),
    items=("VV-07",),
    rules=rules,
    lapsed=lapsed,
)  # fmt: skip
