"""Reading one run of prose: characters with their offsets in, nodes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vijfluik.accountability.figures.permalink import named_by
from vijfluik.accountability.reports.prose_errors import ProseError, error_at
from vijfluik.accountability.reports.prose_nodes import (
    Allowed,
    BoundFigure,
    Evidence,
    Linked,
    Node,
    Stress,
    Stressed,
    Words,
)

_BINDING = re.compile(r"(?P<key>[a-z0-9][a-z0-9-]*)(?: (?:als|as) (?P<phrase>\S.*))?")
# Characters that begin nothing, so that no mark has to be looked for at each of them.
_PLAIN = re.compile(r"[^\[{*\\]+")
_EVIDENCE = re.compile(r"effect:(?P<study>[A-Za-z0-9][A-Za-z0-9-]*)")


@dataclass(frozen=True, slots=True)
class Run:
    """The characters of one run and where each stands in the source."""

    text: str
    offsets: tuple[int, ...]


def read_run(run: Run, *, source: str) -> tuple[Node, ...]:
    """Return the nodes of ``run``. Raises ``ProseError`` at the first thing not understood."""
    return _Reader(run, source=source).read()


class _Reader:
    """A cursor over one run."""

    def __init__(self, run: Run, *, source: str) -> None:
        self._run = run
        self._source = source
        self._at = 0

    def read(self) -> tuple[Node, ...]:
        """Return all nodes."""
        return self._until("")

    def _until(self, closing: str) -> tuple[Node, ...]:
        """Return the nodes up to ``closing``, which is passed; "" reads to the end."""
        opened = self._at
        nodes: list[Node] = []
        characters: list[tuple[str, int]] = []
        while self._at < len(self._run.text):
            characters += self._plain()
            if self._at == len(self._run.text):
                break
            if closing and self._sees(closing):
                self._at += len(closing)
                return (*nodes, *_words(characters))
            node = self._special(inside=closing)
            if node is None:
                characters.append(self._character())
                continue
            nodes += [*_words(characters), node]
            characters = []
        if closing:
            raise self._error(
                opened - len(closing),
                dutch=f"{closing!r} is geopend en niet gesloten",
                english=f"{closing!r} is opened and not closed",
            )
        return (*nodes, *_words(characters))

    def _sees(self, mark: str) -> bool:
        return self._run.text.startswith(mark, self._at)

    def _plain(self) -> Iterator[tuple[str, int]]:
        """Return the characters up to the next that may begin something; passes them."""
        found = _PLAIN.match(self._run.text, self._at)
        if found is None:
            return iter(())
        self._at = found.end()
        return zip(found[0], self._run.offsets[found.start() : found.end()], strict=True)

    def _character(self) -> tuple[str, int]:
        """Return the next character; after a backslash the one behind it, as it is."""
        if self._sees("\\") and self._at + 1 < len(self._run.text):
            self._at += 1
        pair = self._run.text[self._at], self._run.offsets[self._at]
        self._at += 1
        return pair

    def _special(self, *, inside: str) -> Node | None:
        if self._sees("[["):
            return self._binding()
        if self._sees("{{"):
            return self._allowed()
        if self._sees("["):
            return self._link()
        if self._sees("**"):
            return self._stressed("**", Stress.STRONG, inside=inside)
        if self._sees("*"):
            return self._stressed("*", Stress.EMPHASIS, inside=inside)
        return None

    def _stressed(self, mark: str, stress: Stress, *, inside: str) -> Node:
        start = self._at
        self._at += len(mark)
        content = self._until(mark)
        if inside or not content:
            raise self._error(
                start,
                dutch="nadruk is leeg of staat binnen nadruk",
                english="stress is empty or stands inside stress",
            )
        return Stressed(stress=stress, content=content)

    def _enclosed(self, opening: str, closing: str) -> tuple[str, int]:
        """Return what stands between the marks, and where it starts; passes both marks."""
        start = self._at
        end = self._run.text.find(closing, start + len(opening))
        if end < 0:
            raise self._error(
                start,
                dutch=f"{opening!r} is niet gesloten met {closing!r}",
                english=f"{opening!r} is not closed with {closing!r}",
            )
        self._at = end + len(closing)
        return self._run.text[start + len(opening) : end], start + len(opening)

    def _binding(self) -> Node:
        start = self._at
        inner, _ = self._enclosed("[[", "]]")
        offset = self._run.offsets[start]
        evidence = _EVIDENCE.fullmatch(inner)
        if evidence:
            return Evidence(study=evidence["study"], offset=offset)
        match = _BINDING.fullmatch(inner)
        if match is None:
            raise self._error(
                start,
                dutch=f"'[[{inner}]]' is geen '[[id]]' en geen '[[id als ruim 4.800]]'",
                english=f"'[[{inner}]]' is no '[[id]]' and no '[[id as just over 4,800]]'",
            )
        return BoundFigure(
            key=match["key"], phrase=match["phrase"] or "", offset=offset, excerpt=f"[[{inner}]]"
        )

    def _allowed(self) -> Node:
        start = self._at
        inner, begins = self._enclosed("{{", "}}")
        text, bar, reason = inner.partition("|")
        if not bar or not text.strip() or not reason.strip():
            raise self._error(
                start,
                dutch="een uitzondering is '{{woorden|reden}}', met een reden",
                english="an exception is '{{words|reason}}', with a reason",
            )
        end = begins + len(text)
        words = Words(text=text, offsets=self._run.offsets[begins:end])
        return Allowed(words=words, reason=reason.strip(), offset=self._run.offsets[start])

    def _link(self) -> Node:
        start = self._at
        text, begins = self._enclosed("[", "]")
        words = Words(text=text, offsets=self._run.offsets[begins : begins + len(text)])
        if not self._sees("(") or not text.strip():
            raise self._error(
                start,
                dutch=r"een link is '[woorden](adres)'; een losse haak is '\['",
                english=r"a link is '[words](address)'; a bracket by itself is '\['",
            )
        url, _ = self._enclosed("(", ")")
        offset = self._run.offsets[start]
        named = named_by(url)
        if named is None:
            return Linked(words=words, url=url, offset=offset)
        # A paragraph that was taken along: its figures stay bound.
        return BoundFigure(
            key=named.figure, phrase=text.strip(), offset=offset, excerpt=f"[{text}](…/bewijs/…)"
        )

    def _error(self, at: int, *, dutch: str, english: str) -> ProseError:
        offset = self._run.offsets[max(at, 0)]
        return error_at(self._source, offset=offset, dutch=dutch, english=english)


def _words(characters: list[tuple[str, int]]) -> tuple[Words, ...]:
    if not characters:
        return ()
    text = "".join(character for character, _ in characters)
    return (Words(text=text, offsets=tuple(offset for _, offset in characters)),)
