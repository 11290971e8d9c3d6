"""The official values of the demonstration: proposed by one, confirmed by another, with a past."""

import datetime as dt
import tomllib
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.accountability.figures.official.model import OfficialState, OfficialValue
from vijfluik.core.partners.models import Purpose
from vijfluik.core.versions.loading import PastVersion, load_history
from vijfluik.demo.owner import OWNER
from vijfluik.demo.people import NAMESPACE, key_of

FILE = Path(__file__).with_name("official.toml")
DOCUMENT = "Rapportage Integrale Aanpak Terrorisme (april 2019)"
PROPOSER, CONFIRMER = "noor", "hanneke"
PROPOSED = dt.datetime(2019, 3, 18, 9, 0, tzinfo=dt.UTC)
CONFIRMED = dt.datetime(2019, 3, 20, 13, 30, tzinfo=dt.UTC)
CORRECTED = dt.datetime(2019, 4, 4, 10, 15, tzinfo=dt.UTC)
APART = dt.timedelta(minutes=4)
# Stated first as the newspapers had it, and corrected when the evaluation itself was at hand.
STATED_FIRST: Mapping[str, int] = {"lse-individuals-supported": 35, "lse-families-supported": 75}
CORRECTION = "De pers telde begonnen trajecten; de evaluatie noemt de afgeronde."


@dataclass(frozen=True, kw_only=True)
class Stated:
    """One value of `official.toml`; field by field as `OfficialValue` has it."""

    figure: str
    supplied_by: str
    lines: tuple[int, ...]
    valid_from: dt.date
    valid_until: dt.date | None = None
    number: int | None = None
    parts: Mapping[str, int] | list[int] | None = None
    words_nl: str = ""
    words_en: str = ""
    hedge: Hedge = Hedge.EXACT
    hedge_word_nl: str = ""
    hedge_word_en: str = ""

    def saying(self, number: int) -> "Stated":
        """The same with another number, and no words that would contradict it."""
        return replace(self, number=number, words_nl="", words_en="")

    @property
    def place(self) -> str:
        """Where in the document it stands."""
        first, last = self.lines[0], self.lines[-1]
        return f"regel {first}" if first == last else f"regels {first}–{last}"


def read_official(file: Path = FILE) -> tuple[Stated, ...]:
    """The values as they stand in the table."""
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(_stated(figure, facts) for figure, facts in content.items())


def _stated(figure: str, facts: Mapping[str, object]) -> Stated:
    known = dict(facts)
    lines = known.pop("lines")
    hedge = Hedge(str(known.pop("hedge", Hedge.EXACT)))
    for name, field in (("words", "words"), ("hedge_word", "hedge_word")):
        words = known.pop(name, None)
        if isinstance(words, dict):
            known |= {f"{field}_nl": words["nl"], f"{field}_en": words["en"]}
    return Stated(
        figure=figure,
        lines=tuple(lines) if isinstance(lines, list) else (),
        hedge=hedge,
        **known,  # type: ignore[arg-type]
    )


def load_official(stated: Iterable[Stated]) -> int:
    """Write the values with their history; answers how many values now stand.

    In the transaction that the caller opened, through the owner's connection.
    """
    values = list(stated)
    versions = [version for at, each in enumerate(values) for version in _lives(each, at=at)]
    load_history(OfficialValue, versions, using=OWNER)
    return len(values)


def _lives(each: Stated, *, at: int) -> Iterator[PastVersion]:
    """The versions of a value, and of the one that it corrected if there was one."""
    pause = at * APART
    first = STATED_FIRST.get(each.figure)
    if first is None or each.number is None:
        yield from _life(each, proposed=PROPOSED + pause, confirmed=CONFIRMED + pause)
        return
    before = uuid.uuid5(NAMESPACE, f"official {each.figure} first")
    yield from _life(
        each.saying(first),
        key=before,
        proposed=PROPOSED + pause,
        confirmed=CONFIRMED + pause,
        replaced=CORRECTED + pause,
    )
    yield from _life(
        each,
        replaces=before,
        proposed=CORRECTED + pause - dt.timedelta(hours=2),
        confirmed=CORRECTED + pause,
    )


def _life(
    each: Stated,
    *,
    proposed: dt.datetime,
    confirmed: dt.datetime,
    replaced: dt.datetime | None = None,
    key: uuid.UUID | None = None,
    replaces: uuid.UUID | None = None,
) -> Iterator[PastVersion]:
    values = {
        "key": key or uuid.uuid5(NAMESPACE, f"official {each.figure}"),
        "figure": each.figure,
        "number": each.number,
        "parts": each.parts,
        "words_nl": each.words_nl,
        "words_en": each.words_en,
        "hedge": str(each.hedge),
        "hedge_word_nl": each.hedge_word_nl,
        "hedge_word_en": each.hedge_word_en,
        "supplied_by": each.supplied_by,
        "document": DOCUMENT,
        "place": each.place,
        "valid_from": each.valid_from,
        "valid_until": each.valid_until,
        "entered_on": proposed.date(),
        "proposed_by_id": key_of(PROPOSER),
        "proposed_at": proposed,
        "replaces_id": replaces,
    }
    approved = {"approved_by_id": key_of(CONFIRMER), "approved_at": confirmed}
    yield _version(
        values | {"state": OfficialState.PROPOSED.value},
        since=proposed,
        until=confirmed,
        by=PROPOSER,
        reason=CORRECTION if replaces else "",
    )
    yield _version(
        values | approved | {"state": OfficialState.CONFIRMED.value},
        since=confirmed,
        until=replaced,
        by=CONFIRMER,
    )
    if replaced is not None:
        yield _version(
            values | approved | {"state": OfficialState.REPLACED.value},
            since=replaced,
            until=None,
            by=CONFIRMER,
        )


def _version(
    values: dict[str, object],
    *,
    since: dt.datetime,
    until: dt.datetime | None,
    by: str,
    reason: str = "",
) -> PastVersion:
    return PastVersion(
        values=values,
        tx_from=since,
        tx_to=until,
        actor=key_of(by),
        purpose=Purpose.PROGRAMME.value,
        reason=reason,
    )
