"""Why a right of the policy is there, and the law on which it rests."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

FILE = Path(__file__).with_name("reasons.toml")
LANGUAGES = ("nl", "en")


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why, in sentences of the language that is asked for.

    Attributes:
        words: language → the sentences.
        law: ids of provisions of the law library.
        rests: what it rests on beside those, as it is cited; empty for nothing.
    """

    words: Mapping[str, str]
    law: tuple[str, ...]
    rests: str

    def __str__(self) -> str:
        return self.words.get((get_language() or "nl")[:2], self.words["nl"])


@cache
def told() -> dict[str, Any]:
    """The file as it stands."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def _grounds() -> Mapping[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for ground in told()["ground"]:
        for thing in ground["things"]:
            if thing in found:
                raise ValueError(f"{FILE.name}: two grounds for {thing!r}")
            found[thing] = ground
    return found


def reasoned_things() -> frozenset[str]:
    """The things that have a ground.

    Raises:
        ValueError: one of them has two.
    """
    return frozenset(_grounds())


@cache
def reason_of(*, role: str, thing: str) -> Reason:
    """Why this role may do anything to this thing.

    Raises:
        KeyError: nobody said why the role, or the thing, is there.
    """
    content = told()
    ground = _grounds()[thing]
    sentences = [content["role"][role], ground]
    special = content["right"].get(f"{role}.{thing}")
    if special is not None:
        sentences.append(special)
    return Reason(
        words={each: " ".join(said[each] for said in sentences) for each in LANGUAGES},
        law=tuple(ground.get("law", ())),
        rests=ground.get("rests", ""),
    )
