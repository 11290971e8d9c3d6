"""What every register of the room declares alike: numbers that are numbers, and withdrawing."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.core.partners.models import Organisation, OrganisationKind
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About, Field
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.networks.models.network import REACHES_SOMEBODY

# Such as L-014 or 2026/3: a number with signs, in which no word of four letters fits.
_NUMBER = re.compile(r"(?=.*[0-9])(?!.*[A-Za-z]{4})[A-Za-z0-9./-]{1,20}")


def reference_field(example: str, *, names: bool = False, listed: bool = True) -> Field:
    """The municipality's own number."""
    return Field(
        name="reference",
        synonyms=("nummer",),
        hint=gettext_lazy("een nummer, zoals 2026-014; nooit een naam"),
        example=example,
        names=names,
        listed=listed,
    )


def municipality_field() -> Field:
    """The municipality."""
    return Field(
        name="municipality",
        synonyms=("organisatie", "eigenaar"),
        hint=gettext_lazy("code of naam van de gemeente"),
        example="wolverdam",
    )


def network_field() -> Field:
    """The network, by its number; a record stays with it."""
    return Field(
        name="network",
        hint=gettext_lazy("het kenmerk van het netwerk"),
        example="VB-N-001",
        listed=True,
        agreed=True,
    )


def of_a_municipality(content: Content, about: About) -> Iterator[Fault]:
    """A municipality keeps a network, and a number is a number."""
    kind = OrganisationKind.MUNICIPALITY
    if not Organisation.objects.filter(code=about.owner, kind=kind).exists():
        yield Fault(
            field="municipality",
            wrong=_("dit is geen gemeente"),
            right=_("de gemeente waarvan het netwerk is"),
        )
    if content.reference and not _NUMBER.fullmatch(content.reference):
        yield Fault(
            field="reference",
            wrong=_("dit is geen nummer"),
            right=_("cijfers met hoogstens drie letters op rij, zoals N-014; nooit een naam"),
        )


def reaches_somebody(content: Content, *, names: tuple[str, ...]) -> Iterator[Fault]:
    """Texts about a network hold no address and no number of a person."""
    for name in names:
        if content[name] and re.search(REACHES_SOMEBODY, content[name]):
            yield Fault(
                field=name,
                wrong=_("hier staat een adres of nummer"),
                right=_("alleen woorden over het netwerk, niets over een persoon"),
            )
