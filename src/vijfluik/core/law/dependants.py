"""What depends on a provision: rooms tell it at start-up, so that the law need not know them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vijfluik.core.law.provision import ProvisionVersion


class DependantKind(StrEnum):
    """What kind of thing rests on a provision."""

    TERM = "term"
    TEMPLATE = "template"
    REGISTER = "register"
    ITEM = "item"
    FIGURE = "figure"
    BILL = "bill"
    REVIEW = "review"


@dataclass(frozen=True, kw_only=True)
class Dependant:
    """Something that rests on a provision, with its name in both languages and where it is."""

    kind: DependantKind
    key: str
    nl: str
    en: str
    url: str = ""

    def name(self, language: str) -> str:
        """Its name: English for `en…`, Dutch for every other language."""
        return self.en if language.startswith("en") else self.nl


Provider = Callable[[ProvisionVersion], Iterable[Dependant]]
_providers: dict[str, Provider] = {}


def tell(name: str, provider: Provider) -> None:
    """Make known, at start-up, who tells what of a room depends on a provision.

    Raises:
        ValueError: another provider has this name.
    """
    if _providers.setdefault(name, provider) is not provider:
        raise ValueError(f"what depends on the law is told twice by {name!r}")


def forget(name: str) -> None:
    """Take a provider away again, for tests."""
    _providers.pop(name, None)


def dependants(version: ProvisionVersion) -> Sequence[Dependant]:
    """Everything that rests on a provision, by kind and key."""
    found = {
        (each.kind, each.key): each
        for provider in _providers.values()
        for each in provider(version)
    }
    return [found[key] for key in sorted(found)]
