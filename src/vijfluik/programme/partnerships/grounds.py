"""On what ground people work together: a provision of the law, or words that nobody confirmed."""

from collections.abc import Iterable

from vijfluik.core.law.choices import provision_choices
from vijfluik.core.law.dependants import Dependant, DependantKind
from vijfluik.core.law.provision import ProvisionVersion
from vijfluik.core.law.queries import known_now
from vijfluik.core.law.vocabulary import Standing
from vijfluik.core.partners.queries import today

# Migrations name it here.
__all__ = ["confirmed", "provision_choices", "resting_on"]


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
