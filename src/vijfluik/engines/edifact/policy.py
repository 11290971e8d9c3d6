"""What may be kept of a message: the Annex I headings, and what is taken out on sight.

A policy is a value. Callers tighten it; there is no way to loosen the default.
"""

from dataclasses import dataclass, field, replace

from vijfluik.engines.edifact.kinds import Filtered, Kind

# Annex I to Directive (EU) 2016/681; 5, 6, 8, 12 and 18 are read narrowly (C-817/19).
HEADINGS = frozenset(range(1, 20))
MEALS = frozenset(
    [
        "AVML",
        "BBML",
        "BLML",
        "CHML",
        "CNML",
        "DBML",
        "FPML",
        "FSML",
        "GFML",
        "HFML",
        "HNML",
        "IFML",
        "IVML",
        "JNML",
        "JPML",
        "KSML",
        "LCML",
        "LFML",
        "LPML",
        "LSML",
        "MOML",
        "NFML",
        "NLML",
        "NOML",
        "ORML",
        "PFML",
        "PRML",
        "RVML",
        "SFML",
        "SPML",
        "TDML",
        "VGML",
        "VJML",
        "VLML",
        "VOML",
        "VRML",
    ]
)
MEDICAL = frozenset(
    [
        "BLND",
        "BDGR",
        "BDGP",
        "DEAF",
        "DPNA",
        "ESAN",
        "LEGB",
        "LEGL",
        "LEGR",
        "MAAS",
        "MEDA",
        "MEDI",
        "MEQT",
        "OXYG",
        "PPOC",
        "PRGN",
        "STCR",
        "SVAN",
        "WCBD",
        "WCBW",
        "WCHC",
        "WCHP",
        "WCHR",
        "WCHS",
        "WCLB",
        "WCMP",
        "WCOB",
    ]
)
TEXTS = frozenset(["OTHS", "CKIN", "OSI", "RMKS", "RMKX", "RMKC"])


class TooLoose(ValueError):
    """A caller asked to keep what the default takes out."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What the filter keeps. `DEFAULT` is as wide as it gets.

    headings: numbers of Annex I whose columns are kept.
    roles: capacities whose holders are kept.
    dropped: codes of service requests that are counted and left, beside all that the grammar
    does not know as permitted.
    """

    headings: frozenset[int] = HEADINGS
    roles: frozenset[Kind] = frozenset(Kind)
    dropped: frozenset[str] = field(default_factory=frozenset)

    def tightened(
        self,
        *,
        headings: frozenset[int] | None = None,
        roles: frozenset[Kind] | None = None,
        dropped: frozenset[str] = frozenset(),
    ) -> "Policy":
        """A narrower policy.

        Raises:
            TooLoose: a heading or role that this policy does not keep.
        """
        wanted = self.headings if headings is None else frozenset(headings)
        kept = self.roles if roles is None else frozenset(roles)
        beyond = sorted(wanted - self.headings)
        if beyond:
            raise TooLoose(f"Headings {beyond} are not kept by this policy and cannot be added.")
        if kept - self.roles:
            raise TooLoose("A role that this policy leaves out cannot be added.")
        return replace(self, headings=wanted, roles=kept, dropped=self.dropped | dropped)

    def __post_init__(self) -> None:
        """Refuse a heading that Annex I does not have."""
        if self.headings - HEADINGS:
            raise TooLoose(f"Annex I has no headings {sorted(self.headings - HEADINGS)}.")


DEFAULT = Policy()


def kinds_of_codes() -> dict[str, Filtered]:
    """What the count of a code that is left out is called; a code not here is a service."""
    return {
        **dict.fromkeys(MEALS, Filtered.MEAL),
        **dict.fromkeys(MEDICAL, Filtered.MEDICAL),
        **dict.fromkeys(TEXTS, Filtered.TEXT),
    }
