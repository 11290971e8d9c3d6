"""On what ground people work together: a provision of the law, or words that nobody confirmed."""

from collections.abc import Iterable

from django.utils.functional import Promise, lazystr
from django.utils.translation import get_language

from vijfluik.core.law.dependants import Dependant, DependantKind
from vijfluik.core.law.library import library
from vijfluik.core.law.provision import ProvisionVersion, in_language
from vijfluik.core.law.queries import known_now
from vijfluik.core.law.vocabulary import Standing
from vijfluik.core.partners.queries import today


def provision_choices() -> list[tuple[str, Promise]]:
    """Id → article and title in the language of the page, of every provision of the platform."""
    return [(slug, lazystr(_Named(versions[-1]))) for slug, versions in library().items()]


class _Named:
    """A provision whose words follow the language in which they are read."""

    def __init__(self, version: ProvisionVersion) -> None:
        self.version = version

    def __str__(self) -> str:
        title = in_language(self.version.title, get_language() or "nl")
        return f"{self.version.article} ({title})"


def confirmed(provision: str) -> bool:
    """Whether two lawyers confirmed the provision as it is known today; False for no provision."""
    found = known_now(provision) if provision else None
    holding = found.on(today()) if found is not None else None
    return holding is not None and holding.standing == Standing.CONFIRMED


def resting_on(version: ProvisionVersion) -> Iterable[Dependant]:
    """The partnerships that rest on a provision, as far as the actor may see them."""
    from vijfluik.programme.partnerships.models import Partnership

    rows = Partnership.objects.filter(provision=version.slug).exclude(state="withdrawn")
    for row in rows.order_by("name"):
        yield Dependant(
            kind=DependantKind.REGISTER,
            key=str(row.key),
            nl=f"Samenwerking: {row.name}",
            en=f"Partnership: {row.name}",
        )
