"""What else is known of query and entry: it raises or lowers a score, and never decides alone."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

AGREES, CONTRADICTS = "agrees", "contradicts"

RAISES = {"document": 0.60, "dob": 0.30, "year": 0.12, "pob": 0.12, "nationality": 0.05}
"""The part of what is missing to a full score that an agreeing attribute gives back."""

LOWERS = {"document": 0.0, "dob": 0.06, "year": 0.10, "pob": 0.02, "nationality": 0.03}
"""The part of a score that a contradicting attribute takes. Documents are replaced, so another
number says nothing; all together take less than a fifth, so that no attribute filters."""

TELLS = {"document": 1.2, "dob": 0.9, "year": 0.25, "pob": 0.3, "nationality": 0.05}
"""What an agreeing attribute adds to the evidence, in rare names."""

YEARS_APART = 1
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True)
class Attributes:
    """Dates of birth as ISO dates or parts of them, places, nationalities, document numbers."""

    dob: tuple[str, ...] = ()
    pob: tuple[str, ...] = ()
    nationality: tuple[str, ...] = ()
    document: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is known."""
        return bool(self.dob or self.pob or self.nationality or self.document)


@dataclass(frozen=True)
class Comparison:
    """Which attributes agree and which contradict; those that are unknown say nothing."""

    states: Mapping[str, str] = field(default_factory=dict)

    def applied(self, score: float) -> float:
        """The score with every attribute taken into account, between 0 and 1."""
        missing, stays = 1.0, 1.0
        for name, state in self.states.items():
            if state == AGREES:
                missing *= 1 - RAISES[name]
            else:
                stays *= 1 - LOWERS[name]
        return (1 - (1 - score) * missing) * stays

    @property
    def tells(self) -> float:
        """What the agreeing attributes add to the evidence, in rare names."""
        return sum(TELLS[name] for name, state in self.states.items() if state == AGREES)

    def shown(self) -> dict[str, str]:
        """By attribute: agrees or contradicts; a year stands under `dob`."""
        return {("dob" if name == "year" else name): state for name, state in self.states.items()}


def lowest_name_score(threshold: float, known: Attributes) -> float:
    """The score by name from which agreeing attributes could still reach the threshold."""
    missing = 1.0
    for name in ("document", "pob", "nationality"):
        if getattr(known, name):
            missing *= 1 - RAISES[name]
    if known.dob:
        missing *= 1 - max(RAISES["dob"], RAISES["year"])
    return max(0.05, 1 - (1 - threshold) / missing)


def plain(text: str) -> str:
    """Small letters and digits only, without accents, for comparing places and documents."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in bare if letter.isalnum())


def compare_dates(one: Sequence[str], other: Sequence[str]) -> tuple[str, str] | None:
    """How dates of birth stand to each other: the best of all pairs; None when nothing is known.

    Full dates agree when they are the same; years when they differ by at most one. Year and month
    without a day count as a year.
    """
    best: tuple[str, str] | None = None
    for left in one:
        for right in other:
            a, b = DATE.match(left.strip()), DATE.match(right.strip())
            if a is None or b is None:
                continue
            if a[3] and b[3] and a[0] == b[0]:
                return "dob", AGREES
            near = abs(int(a[1]) - int(b[1])) <= YEARS_APART
            if near and a[3] and b[3]:
                # Another day in such a year is often a slip or a guess: it says nothing.
                continue
            state = ("year", AGREES if near else CONTRADICTS)
            if best is None or state[1] == AGREES:
                best = state
    return best


def compare_sets(one: Sequence[str], other: Sequence[str], *, within: bool) -> str | None:
    """Whether any value agrees (with `within` also as part of the other); None when one is
    unknown.
    """
    left = [made for value in one if (made := plain(value))]
    right = [made for value in other if (made := plain(value))]
    if not left or not right:
        return None
    for a in left:
        for b in right:
            if a == b or (within and min(len(a), len(b)) >= 4 and (a in b or b in a)):
                return AGREES
    return CONTRADICTS


def compare(query: Attributes, entry: Attributes) -> Comparison:
    """Compare what is known of a query with what is known of an entry."""
    states: dict[str, str] = {}
    dates = compare_dates(query.dob, entry.dob)
    if dates is not None:
        states[dates[0]] = dates[1]
    for name, within in (("pob", True), ("nationality", False), ("document", False)):
        one = getattr(query, name)
        other = getattr(entry, name)
        if name == "nationality":
            one, other = countries(one), countries(other)
        state = compare_sets(one, other, within=within)
        if state is not None and not (name == "document" and state == CONTRADICTS):
            states[name] = state
    return Comparison(states)


def countries(values: Sequence[str]) -> list[str]:
    """Countries by one name each, whether given as code or in words."""
    from vijfluik.engines.names.countries import by_word

    table = by_word()
    return [table.get(plain(value), plain(value)) for value in values]
