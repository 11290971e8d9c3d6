"""From pairs of arrays to hits: entries, attributes, evidence, explanation."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from vijfluik.engines.names.abjad import shown as in_latin
from vijfluik.engines.names.attributes import Attributes, compare, lowest_name_score
from vijfluik.engines.names.likeness import REASONS
from vijfluik.engines.names.policy import Policy
from vijfluik.engines.names.scales import WEIGHT
from vijfluik.engines.names.searcher import BATCH, Pairs

if TYPE_CHECKING:
    from vijfluik.engines.names.index import Index

SUFFICIENT, INSUFFICIENT = "sufficient", "insufficient"


@dataclass(frozen=True, kw_only=True)
class Question:
    """A name to look up, and what else is known of who bears it."""

    name: str
    attributes: Attributes = field(default_factory=Attributes)


@dataclass(frozen=True, kw_only=True)
class Part:
    """Parts of query and listed name that belong together.

    `reason` is same, spelling, transliteration, initial, joined, form or cut; `likeness` lies
    between 0 and 1, `weight` is 1 for a rare name. A part that one side lacks has reason `missing`.
    """

    query: str
    listed: str
    reason: str
    likeness: float
    weight: float

    def as_json(self) -> dict[str, Any]:
        """The part as commands print it."""
        return {
            "query": self.query, "listed": self.listed, "reason": self.reason,
            "likeness": self.likeness, "weight": self.weight,
        }  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One query beside one listed name. `name_score` is the score before attributes."""

    entry: str
    name: str
    score: float
    evidence: str
    name_score: float
    tells: float
    parts: tuple[Part, ...]
    attributes: dict[str, str]

    def as_json(self) -> dict[str, Any]:
        """The hit as commands print it."""
        return {
            "entry": self.entry, "name": self.name, "score": self.score, "evidence": self.evidence,
            "parts": [part.as_json() for part in self.parts], "attributes": self.attributes,
        }  # fmt: skip


def screen(
    index: Index, queries: Sequence[str | Question], policy: Policy, *, everything: bool
) -> Iterator[list[Hit]]:
    """The hits of each query, in the order of the queries."""
    searcher = index.searcher(everything=everything)
    for start in range(0, len(queries), BATCH):
        questions = [
            Question(name=query) if isinstance(query, str) else query
            for query in queries[start : start + BATCH]
        ]
        lowest = np.array(
            [
                lowest_name_score(policy.threshold, question.attributes)
                if question.attributes
                else policy.threshold
                for question in questions
            ]
        )
        answers: list[list[Hit]] = [[] for _ in questions]
        for pairs in searcher.search([question.name for question in questions], lowest):
            add_hits(index, pairs, questions, policy, answers)
        for answer in answers:
            answer.sort(key=lambda hit: (-hit.score, hit.entry, hit.name))
            yield answer


def add_hits(
    index: Index, pairs: Pairs, questions: Sequence[Question], policy: Policy,
    answers: list[list[Hit]],
) -> None:  # fmt: skip
    """Turn pairs into hits, one for each listed name that is written so."""
    first = index.shown_first
    columns = zip(
        pairs.query.tolist(), pairs.name.tolist(), pairs.score.tolist(), pairs.told.tolist(),
        strict=True,
    )  # fmt: skip
    for place, (number, form, score, told) in enumerate(columns):
        question = questions[number]
        parts: tuple[Part, ...] | None = None
        for owner, which in index.shown[first[form] : first[form + 1]].tolist():
            entry = json.loads(index.lines[owner])
            tells = told / WEIGHT
            raised = score
            states: dict[str, str] = {}
            if question.attributes:
                comparison = compare(question.attributes, known_of(entry))
                raised = comparison.applied(score)
                tells += comparison.tells
                states = comparison.shown()
            if raised < policy.threshold:
                continue
            if parts is None:
                parts = parts_of(index, pairs, place, number, form)
            enough = raised >= policy.alert_threshold and tells >= policy.evidence
            answers[number].append(
                Hit(
                    entry=entry["id"],
                    name=entry["names"][which][0],
                    score=round(raised, 4),
                    evidence=SUFFICIENT if enough else INSUFFICIENT,
                    name_score=round(score, 4),
                    tells=round(tells, 3),
                    parts=parts,
                    attributes=states,
                )
            )


def known_of(record: dict[str, Any]) -> Attributes:
    """The attributes of an entry as it is kept in an index."""
    return Attributes(
        *(tuple(record.get(name, ())) for name in ("dob", "pob", "nationality", "document"))
    )


def listed_tokens(index: Index, form: int) -> list[tuple[str, float]]:
    """The tokens of a distinct name, in Latin letters, with their weights."""
    names, lexicon = index.listing.names, index.listing.vocabulary.lexicon
    return [
        (
            in_latin(lexicon.data[lexicon.offsets[token] : lexicon.offsets[token + 1]].tobytes()),
            int(names.weights[token]) / WEIGHT,
        )
        for token in names.tokens[names.first[form] : names.first[form + 1]].tolist()
    ]


def parts_of(index: Index, pairs: Pairs, place: int, number: int, form: int) -> tuple[Part, ...]:
    """The aligned parts of a pair in the order of the query, then what is missing on either
    side.
    """
    begin = int(pairs.tokens.first[number % BATCH])
    end = int(pairs.tokens.first[number % BATCH + 1])
    own = [in_latin(pairs.tokens.token(token)) for token in range(begin, end)]
    listed = listed_tokens(index, form)
    rows = pairs.parts[pairs.part_first[place] : pairs.part_first[place + 1]].tolist()
    made = []
    free, other_free = [True] * len(own), [True] * len(listed)
    for i, i2, j, j2, value, weight in sorted(rows):
        free[i:i2] = [False] * (i2 - i)
        other_free[j:j2] = [False] * (j2 - j)
        made.append(
            Part(
                query=" ".join(own[i:i2]),
                listed=" ".join(word for word, _ in listed[j:j2]),
                reason=REASONS[value & 15],
                likeness=(value >> 4) / 1000,
                weight=weight / WEIGHT,
            )
        )
    for word, is_free in zip(own, free, strict=True):
        if is_free:
            made.append(Part(query=word, listed="", reason="missing", likeness=0.0, weight=0.0))
    for (word, weight), is_free in zip(listed, other_free, strict=True):
        if is_free:
            made.append(Part(query="", listed=word, reason="missing", likeness=0.0, weight=weight))
    return tuple(made)
