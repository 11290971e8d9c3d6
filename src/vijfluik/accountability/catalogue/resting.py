"""What of the programme rests on a provision: the items that name its rule, and their registers."""

from collections.abc import Iterable

from django.urls import reverse

from vijfluik.accountability.catalogue.library import catalogue
from vijfluik.core.items.register import items
from vijfluik.core.law.dependants import Dependant, DependantKind
from vijfluik.core.law.provision import ProvisionVersion
from vijfluik.core.registers.registry import serving


def resting_on(version: ProvisionVersion) -> Iterable[Dependant]:
    """The items whose ground is the rule of this provision, each followed by its registers."""
    for key, described in catalogue().described.items():
        if not version.rule or version.rule not in described.ground:
            continue
        item = items()[key]
        yield Dependant(
            kind=DependantKind.ITEM,
            key=key,
            nl=f"{key} {item.nl}",
            en=f"{key} {item.en}",
            url=reverse("catalogue:item", args=[key.lower()]),
        )
        for register in serving(key):
            title = str(register.title)
            yield Dependant(
                kind=DependantKind.REGISTER,
                key=register.thing,
                nl=title,
                en=title,
                url=f"/{register.path}/",
            )
