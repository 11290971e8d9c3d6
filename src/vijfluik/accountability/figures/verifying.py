"""Recomputing receipts: nothing that is stored is trusted, row hashes least of all.

Of each receipt, in this order: its own hash; the definition and its hash; the SQL; the records,
whose row hashes are computed anew from their columns, and the root over them; then every cell, the
value and its text. The first difference is reported.
"""

import datetime as dt
from collections.abc import Iterable
from concurrent.futures import Executor, ThreadPoolExecutor

from django.db import connections
from django.db.backends.utils import CursorWrapper

from vijfluik import __version__
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.computing import REPORT, Batch
from vijfluik.accountability.figures.definition import Definition, definition_from
from vijfluik.accountability.figures.locating import Locator
from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.accountability.figures.reading import DefinitionError
from vijfluik.accountability.figures.receipts import facts_of, parsed
from vijfluik.accountability.figures.tree import fingerprints_of, leaves_of, root_of
from vijfluik.accountability.figures.verdicts import Difference, Verdict
from vijfluik.core.access.gate import acting_now
from vijfluik.core.facts import compiling
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.statements import canonical, moment_text, plain, sha256
from vijfluik.core.partners.acting import acting

LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
Facts = dict[str, object]
# Another version of the software may write other SQL for the same figure, which is no difference
# as long as all that follows from it is the same.
DEPENDS_ON_SOFTWARE = frozenset({"sql", "sql_sha256", "parameters"})


def verify(receipts: Iterable[FigureReceipt]) -> list[Verdict]:
    """Recompute receipts, each with its definition, in the order given.

    Raises:
        Refused: nobody acts.
    """
    with (
        acting(acting_now(), using=REPORT),
        connections[REPORT].cursor() as cursor,
        ThreadPoolExecutor(max_workers=1) as hashing,
    ):
        verifier = Verifier(cursor=cursor, hashing=hashing)
        return [verifier.verdict(receipt) for receipt in receipts]


class Verifier:
    """Recomputes receipts; record sets that several of them share are hashed once."""

    def __init__(self, *, cursor: CursorWrapper, hashing: Executor) -> None:
        self._cursor = cursor
        self._hashing = hashing
        self._batch = Batch(cursor=cursor, as_of=LONG_AGO, hashing=hashing)
        self._as_of = LONG_AGO
        self._leaves: dict[str, list[bytes]] = {}

    def verdict(self, receipt: FigureReceipt) -> Verdict:
        """Recompute one receipt."""
        note: list[str] = []
        return Verdict(
            receipt=receipt.key,
            figure=receipt.definition.figure,
            as_of=moment_text(receipt.as_of),
            difference=self._difference(receipt, note=note),
            note="; ".join(note),
        )

    def _difference(self, receipt: FigureReceipt, *, note: list[str]) -> Difference | None:
        if sha256(receipt.content) != receipt.sha256 or not receipt.sha256.startswith(receipt.key):
            return Difference(part="receipt", detail="the content does not fit its hash")
        self._turn_to(receipt.as_of)
        try:
            facts = _facts(receipt)
        except ValueError as error:
            return Difference(part="receipt", detail=f"the content is no receipt: {error}")
        definition = _definition_of(receipt, facts=facts)
        if isinstance(definition, Difference):
            return definition
        figure = self._batch.compute(definition)
        leaves = self._recomputed(definition, as_of=receipt.as_of)
        locator = Locator(
            cursor=self._cursor,
            definition=definition,
            as_of=receipt.as_of,
            leaves=leaves,
            fingerprints=bytes(receipt.fingerprints),
        )
        if root_of(leaves).hex() != facts.get("root"):
            return locator.difference()
        if fingerprints_of(leaves) != bytes(receipt.fingerprints):
            return Difference(part="receipt", detail="the fingerprints do not fit the root")
        if figure.root.hex() != facts.get("root"):
            return locator.stored_hash_altered()
        return _compared(facts, figure=figure, note=note)

    def _turn_to(self, as_of: dt.datetime) -> None:
        """Forget the record sets of the moment before; receipts come in the order of theirs."""
        if as_of == self._as_of:
            return
        self._as_of = as_of
        self._batch = Batch(cursor=self._cursor, as_of=as_of, hashing=self._hashing)
        self._leaves.clear()

    def _recomputed(self, definition: Definition, *, as_of: dt.datetime) -> list[bytes]:
        """The leaves of the records, from row hashes computed anew."""
        source = source_named(definition.query.source)
        statement = compiling.recomputed(definition.query, source=source, as_of=as_of)
        key = canonical([statement.sql, plain(statement.parameters)])
        if key not in self._leaves:
            self._cursor.execute(statement.sql, statement.bound())
            _, row_hashes = self._cursor.fetchone() or (0, None)
            self._leaves[key] = leaves_of(bytes(row_hashes or b""))
        return self._leaves[key]


def _facts(receipt: FigureReceipt) -> Facts:
    """What the receipt says.

    Raises:
        ValueError: it is no JSON object in its one canonical text, which numbers without end and
            half characters do not have.
    """
    try:
        facts = parsed(receipt.content)
        same = canonical(facts) == receipt.content
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not same:
        raise ValueError("it is not written canonically")
    return facts


def _definition_of(receipt: FigureReceipt, *, facts: Facts) -> Definition | Difference:
    stored = receipt.definition
    hashes = {sha256(stored.content), stored.sha256, receipt.definition_sha256}
    if hashes != {facts.get("definition_sha256")}:
        return Difference(
            part="definition", detail=f"the content of {stored.key} does not fit its hash"
        )
    try:
        return definition_from(parsed(stored.content), place=stored.key)
    except (DefinitionError, ValueError) as error:
        return Difference(part="definition", detail=str(error))


def _compared(facts: Facts, *, figure: Computed, note: list[str]) -> Difference | None:
    """The first fact that is not what it was."""
    software = str(facts.get("software"))
    again = facts_of(figure, software=software)
    if sha256(str(facts.get("sql"))) != facts.get("sql_sha256"):
        return Difference(part="sql", detail="the SQL does not fit its hash")
    for name, value in again.items():
        if canonical(facts.get(name)) == canonical(value):
            continue
        if name in DEPENDS_ON_SOFTWARE and software != __version__:
            note.append(f"{name} as written by version {software}")
            continue
        return Difference(part=name, detail=_told(name, before=facts.get(name), after=value))
    unknown = sorted(facts.keys() - again.keys())
    if unknown:
        return Difference(part="receipt", detail=f"unknown facts: {', '.join(unknown)}")
    return None


def _told(name: str, *, before: object, after: object) -> str:
    if name == "cells" and isinstance(before, list) and isinstance(after, list):
        changed = [cell for cell in before if cell not in after] or [
            cell for cell in after if cell not in before
        ]
        return f"first cell that differs: {canonical(changed[0])}" if changed else "other order"
    if name == "sql":
        return "the definition gives other SQL"
    return f"the receipt says {canonical(before)}, computed is {canonical(after)}"
