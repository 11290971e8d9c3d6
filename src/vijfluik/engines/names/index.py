"""The index of listed names: built from entries, kept in a folder, asked one name or a million."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vijfluik.engines.names.attributes import Attributes
from vijfluik.engines.names.entries import Entry, entry_from
from vijfluik.engines.names.listing import Listing, make_listing
from vijfluik.engines.names.policy import Policy
from vijfluik.engines.names.screening import Hit, Question, screen
from vijfluik.engines.names.searcher import Searcher
from vijfluik.engines.names.storage import read_arrays, write_arrays

VERSION = 2
META, ENTRIES, ARRAYS, CERTIFICATE = "index.json", "entries.jsonl", "arrays.npz", "certificate.json"


class IndexUnreadable(ValueError):
    """A folder is no index, or one of another version; the message says what to do."""


def silent(_: str) -> None:
    """Say nothing of the progress."""


class Index:
    """Listed names that can be searched.

    A search gives every pair at or above the threshold: nothing is cut off. Threads may search at
    the same time; each has a memory of its own, and the kernels release the interpreter lock.
    """

    def __init__(
        self, listing: Listing, lines: list[bytes], shown: NDArray[np.int32],
        shown_first: NDArray[np.int32], meta: Mapping[str, Any],
    ) -> None:  # fmt: skip
        """Put an index together from its parts; see `build` and `load`.

        Form f is written as the names `shown[shown_first[f]:shown_first[f + 1]]`: pairs of the
        place of an entry in `lines` and of a name in it.
        """
        self.listing = listing
        self.lines = lines
        self.shown = shown
        self.shown_first = shown_first
        self.meta = dict(meta)
        self.local = threading.local()

    @classmethod
    def build(
        cls, entries: Iterable[Entry], *, say: Callable[[str], None] = silent,
        meta: Mapping[str, Any] | None = None,
    ) -> Index:  # fmt: skip
        """Build an index of entries; `meta` (lists, versions, hashes) is kept with it.

        Names without a letter or digit cannot be found; their number stands in
        `meta["unreadable"]`.
        """
        texts: list[str] = []
        owners: list[tuple[int, int]] = []
        lines = []
        for number, entry in enumerate(entries):
            lines.append(json.dumps(entry.as_json(), ensure_ascii=False).encode("utf-8"))
            for place, name in enumerate(entry.names):
                texts.append(name.text)
                owners.append((number, place))
        say(f"{len(lines)} entries read")
        listing, form = make_listing(texts, say)
        order = np.argsort(form, kind="stable")
        order = order[form[order] >= 0]
        shown = np.array(owners, np.int32).reshape(-1, 2)[order]
        forms = len(listing.names.totals)
        shown_first = np.searchsorted(form[order], np.arange(forms + 1)).astype(np.int32)
        counts = {
            "version": VERSION, "entries": len(lines), "names": len(texts), "distinct": forms,
            "unreadable": int((form < 0).sum()),
        }  # fmt: skip
        return cls(listing, lines, shown, shown_first, {**(meta or {}), **counts})

    def save(self, folder: Path) -> None:
        """Write the index to a folder, which is made when it does not exist."""
        folder.mkdir(parents=True, exist_ok=True)
        write_arrays(folder / ARRAYS, self.listing, self.shown, self.shown_first)
        (folder / ENTRIES).write_bytes(b"\n".join(self.lines) + b"\n" if self.lines else b"")
        text = json.dumps(self.meta, ensure_ascii=False, indent=2)
        (folder / META).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Index:
        """Read an index from a folder.

        Raises:
            IndexUnreadable: the folder holds none, or one of another version.
        """
        try:
            meta = json.loads((folder / META).read_text(encoding="utf-8"))
            version = meta["version"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexUnreadable(
                f"{folder} is no index of names. Make one with: ./run names index build"
            ) from error
        if version != VERSION:
            raise IndexUnreadable(
                f"{folder} was made by another version of Vijfluik. Build the index anew."
            )
        try:
            listing, shown, shown_first = read_arrays(folder / ARRAYS)
            lines = (folder / ENTRIES).read_bytes().splitlines()
        except (OSError, ValueError, KeyError) as error:
            raise IndexUnreadable(f"{folder} is incomplete. Build the index anew.") from error
        return cls(listing, lines, shown, shown_first, meta)

    def entry(self, number: int) -> Entry:
        """One entry by its place in the index."""
        return entry_from(json.loads(self.lines[number]))

    def entries(self) -> Iterator[Entry]:
        """All entries, in the order in which they were read."""
        return (self.entry(number) for number in range(len(self.lines)))

    def searcher(self, *, everything: bool = False) -> Searcher:
        """This thread's searcher, with what it remembers of earlier queries."""
        kept: dict[bool, Searcher] = self.local.__dict__.setdefault("searchers", {})
        if everything not in kept:
            kept[everything] = Searcher(self.listing, everything=everything)
        return kept[everything]

    def forget(self) -> None:
        """Drop what this thread remembers of earlier queries."""
        self.local.__dict__.pop("searchers", None)

    def screen(
        self, queries: Sequence[str | Question], policy: Policy | None = None, *,
        everything: bool = False,
    ) -> list[list[Hit]]:  # fmt: skip
        """The hits of each query, best first: every pair of query and listed name that reaches the
        threshold of the policy.

        With `everything`, each listed name is scored without candidate search: slow, the same
        answer.
        """
        return list(screen(self, queries, policy or Policy(), everything=everything))

    def ask(self, name: str, policy: Policy | None = None, **known: tuple[str, ...]) -> list[Hit]:
        """The hits of one name; `known` are its attributes, as `dob=("1970-01-31",)`."""
        return self.screen([Question(name=name, attributes=Attributes(**known))], policy)[0]
