"""What of the law itself depends on a provision: its terms."""

from collections.abc import Iterable

from vijfluik.core.law.dependants import Dependant, DependantKind
from vijfluik.core.law.provision import ProvisionVersion
from vijfluik.engines.terms import describe


def terms_of(version: ProvisionVersion) -> Iterable[Dependant]:
    """The terms that a confirmed version states."""
    for name, rule in version.usable_terms.items():
        yield Dependant(
            kind=DependantKind.TERM,
            key=f"{version.slug}/{name}",
            nl=describe(rule, language="nl"),
            en=describe(rule, language="en"),
        )
