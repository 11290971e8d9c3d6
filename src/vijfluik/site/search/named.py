"""What is found by name: items, provisions and figures. They come with the software."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.figures.library import library as figures
from vijfluik.core.access.gate import listing
from vijfluik.core.documents.structure import Language
from vijfluik.core.items.register import items
from vijfluik.core.law.library import library as provisions
from vijfluik.core.law.provision import in_language
from vijfluik.core.search.naming import names_saying


@dataclass(frozen=True, kw_only=True)
class Named:
    """One thing: where it is, what it is called now, and all it is called in both languages."""

    url: str
    label: str
    names: str
    beside: str = ""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of thing: what the policy calls it, its heading, and all there are."""

    thing: str
    title: str | Promise
    all: Callable[[str], Mapping[str, Named]]


def find_named(kind: Kind, *, words: list[str], language: str) -> list[Named]:
    """Those whose names say each of the words; one event in the journal, without the words.

    Raises:
        Refused: the actor may not read this kind.
    """
    with listing(thing=kind.thing) as shown:
        known = kind.all(language)
        keys = names_saying({key: each.names for key, each in known.items()}, words=words)
        shown.showed((), rows=len(keys), filters=["search"])
    return [known[key] for key in keys]


def _items(language: str) -> Mapping[str, Named]:
    return {
        key: Named(
            url=reverse("catalogue:item", args=[key.lower()]),
            label=item.name(language),
            names=_joined((key, item.nl, item.en)),
            beside=key,
        )
        for key, item in items().items()
    }


def _provisions(language: str) -> Mapping[str, Named]:
    found = {}
    for slug, versions in provisions().items():
        last = versions[-1]
        act = last.act
        found[slug] = Named(
            url=reverse("law:provision", args=[slug]),
            label=in_language(last.title, language),
            names=_joined((slug, act.short, act.nl, act.en, last.article, *last.title.values())),
            beside=f"{act.short} {last.article}",
        )
    return found


def _figures(language: str) -> Mapping[str, Named]:
    wanted = Language.ENGLISH if language.startswith("en") else Language.DUTCH
    found = {}
    for figure, versions in figures().items():
        name = versions[-1].name
        found[figure] = Named(
            url=reverse("figures:figure", args=[figure]),
            label=name.in_language(wanted),
            names=_joined((figure, name.nl, name.en)),
            beside=versions[-1].register_item,
        )
    return found


def _joined(names: Iterable[str]) -> str:
    return " ".join(names)


KINDS = (
    Kind(thing="programme", title=_("Onderdelen van het programma"), all=_items),
    Kind(thing="law", title=_("Bepalingen"), all=_provisions),
    Kind(thing="figures", title=_("Cijfers"), all=_figures),
)
