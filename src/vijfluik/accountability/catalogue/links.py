"""How items hang together: kinds of links, each with its words seen from either end."""

from collections.abc import Iterable
from dataclasses import dataclass

from vijfluik.core.items.words import Words


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of link. `there` is said of the other item where it begins, `back` where it ends.

    `inverse` is how data files name it from the other end; a kind that is the same from both ends
    has its own name there.
    """

    name: str
    inverse: str
    there: Words
    back: Words


KINDS = (
    Kind(
        name="part_of",
        inverse="has_part",
        there=Words(nl="Onderdeel van", en="Part of"),
        back=Words(nl="Omvat", en="Consists of"),
    ),
    Kind(
        name="feeds",
        inverse="fed_by",
        there=Words(nl="Voedt", en="Feeds"),
        back=Words(nl="Wordt gevoed door", en="Fed by"),
    ),
    Kind(
        name="funds",
        inverse="funded_by",
        there=Words(nl="Betaalt", en="Funds"),
        back=Words(nl="Wordt betaald uit", en="Funded by"),
    ),
    Kind(
        name="advises",
        inverse="advised_by",
        there=Words(nl="Adviseert", en="Advises"),
        back=Words(nl="Wordt geadviseerd door", en="Advised by"),
    ),
    Kind(
        name="measured_by",
        inverse="measures",
        there=Words(nl="Wordt geëvalueerd in", en="Evaluated by"),
        back=Words(nl="Evalueert", en="Evaluates"),
    ),
    Kind(
        name="succeeded_by",
        inverse="succeeds",
        there=Words(nl="Wordt opgevolgd door", en="Succeeded by"),
        back=Words(nl="Volgt op", en="Succeeds"),
    ),
    Kind(
        name="beside",
        inverse="beside",
        there=Words(nl="Hangt samen met", en="Related to"),
        back=Words(nl="Hangt samen met", en="Related to"),
    ),
)
NAMES = tuple(dict.fromkeys(name for kind in KINDS for name in (kind.name, kind.inverse)))


@dataclass(frozen=True, kw_only=True)
class Link:
    """One item's tie to another, read from `source` to `target`."""

    kind: Kind
    source: str
    target: str

    @property
    def ends(self) -> tuple[str, str]:
        """Both items."""
        return self.source, self.target


def link_of(name: str, *, at: str, other: str) -> Link:
    """The link that a data file states at one item; the same one whichever end states it.

    Raises:
        KeyError: no kind has the name.
    """
    for kind in KINDS:
        if name == kind.name == kind.inverse:
            first, second = sorted((at, other))
            return Link(kind=kind, source=first, target=second)
        if name == kind.name:
            return Link(kind=kind, source=at, target=other)
        if name == kind.inverse:
            return Link(kind=kind, source=other, target=at)
    raise KeyError(name)


def seen_from(item: str, *, links: Iterable[Link]) -> list[tuple[Words, list[str]]]:
    """An item's ties in words, each with the items at the other end, in the order of the kinds."""
    found: dict[tuple[str, str], list[str]] = {}
    words: dict[tuple[str, str], Words] = {}
    for link in links:
        if item not in link.ends:
            continue
        begins = link.source == item
        said = link.kind.there if begins else link.kind.back
        key = (link.kind.name, said.nl)
        words[key] = said
        found.setdefault(key, []).append(link.target if begins else link.source)
    order = [kind.name for kind in KINDS]
    return [
        (words[key], sorted(found[key]))
        for key in sorted(found, key=lambda key: (order.index(key[0]), key[1]))
    ]
