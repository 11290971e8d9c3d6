"""What an import would do, before it does anything."""

import datetime as dt
import hashlib
import uuid
from dataclasses import dataclass

from vijfluik.core.access.decisions import Reach
from vijfluik.core.access.gate import require_somewhere
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.importing.columns import UnknownColumn
from vijfluik.core.registers.importing.comparing import (
    Comparison,
    Differing,
    compare,
    recorded,
)
from vijfluik.core.registers.importing.confirming import token_of_differing
from vijfluik.core.registers.importing.interpreting import (
    Candidate,
    Held,
    Interpreted,
    interpret,
)
from vijfluik.core.registers.importing.progress import Tell, silent
from vijfluik.core.registers.importing.reading import read_file
from vijfluik.core.registers.importing.refusals import CellFault
from vijfluik.core.registers.importing.sheets import Sheet
from vijfluik.core.registers.importing.staging import access_staged
from vijfluik.core.registers.lookups import Lookups
from vijfluik.core.registers.models import ImportBatch, StagedFile
from vijfluik.core.registers.walls import reachable


@dataclass(frozen=True, kw_only=True)
class Examined:
    """A whole file against what is recorded; every row of it stands in exactly one of the lists."""

    statement: str
    rows: int
    new: tuple[Candidate, ...]
    same: tuple[Candidate, ...]
    repeated: tuple[int, ...]
    differing: tuple[Differing, ...]
    held: tuple[Held, ...]
    unknown: tuple[UnknownColumn, ...]

    @property
    def known(self) -> int:
        """Rows that add nothing: recorded already, or said twice."""
        return len(self.same) + len(self.repeated)

    @property
    def faults(self) -> list[CellFault]:
        """Every wrong cell, in the order of the file."""
        return [fault for row in self.held for fault in row.faults]


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What is shown before the import.

    `earlier` is the import in which this very file was read; `token` is what confirming sends
    along, so that nothing else is overwritten than was shown.
    """

    staged: StagedFile
    examined: Examined
    earlier: ImportBatch | None
    token: str


def preview(register: Register, *, who: Acting, key: uuid.UUID) -> Preview:
    """Say what importing a staged file would do; writes nothing.

    Raises:
        Refused: it may not be done, or the file is not there.
        FileRefused: a column is missing or stands there twice.
    """
    with acting(who):
        staged = access_staged(register, who=who, key=key)
        sheet = read_file(bytes(staged.content))
        examined = examine(register, sheet=sheet, owner=staged.owner, locked=False)
        earlier = earlier_batch(register, who=who, sha256=sha256_of(bytes(staged.content)))
        token = token_of_differing(register, differing=examined.differing)
    return Preview(staged=staged, examined=examined, earlier=earlier, token=token)


@dataclass(frozen=True, kw_only=True)
class Read:
    """The rows of a file as they read on a day to somebody who may import at these places."""

    reach: Reach
    day: dt.date
    rows: Interpreted


def read_rows(register: Register, *, sheet: Sheet, owner: str, tell: Tell = silent) -> Read:
    """Read every row of a file, which looks at no record yet. Call it inside `acting(…)`.

    Args:
        owner: for rows that name none; empty for none.
        tell: is told how far it is.

    Raises:
        FileRefused: a column is missing or stands there twice.
        Refused: the person may import nowhere.
    """
    reach = require_somewhere(thing=register.thing, action="import")
    lookups = _within(reach)
    day = today()
    rows = interpret(
        register, sheet=sheet, lookups=lookups, today=day, owner=owner or _only(lookups), tell=tell
    )
    return Read(reach=reach, day=day, rows=rows)


def examine(
    register: Register, *, sheet: Sheet, owner: str, locked: bool, read_before: Read | None = None
) -> Examined:
    """Sort every row of a file by what it would do. Call it inside `acting(…)`.

    Args:
        owner: for rows that name none; empty for none.
        locked: hold the records that the file is about until the transaction ends.
        read_before: the rows of this file, from an earlier transaction; they are read again when
            the person may import elsewhere by now, or another day has begun.

    Raises:
        FileRefused: a column is missing or stands there twice.
        Refused: the person may import nowhere.
    """
    reach = require_somewhere(thing=register.thing, action="import")
    lookups = _within(reach)
    day = today()
    if read_before is not None and (read_before.reach, read_before.day) == (reach, day):
        read = read_before.rows
    else:
        read = read_rows(register, sheet=sheet, owner=owner).rows
    every = register.model._default_manager.all()
    rows = reachable(register, rows=every, where=reach)
    if locked:
        rows = rows.select_for_update().order_by("key")
    comparison = compare(
        register,
        candidates=read.candidates,
        existing=recorded(register, rows=rows, candidates=read.candidates),
        lookups=lookups,
        today=day,
    )
    return Examined(
        statement=sheet.statement,
        rows=len(sheet.rows),
        new=comparison.new,
        same=comparison.same,
        repeated=read.repeated,
        differing=comparison.differing,
        held=_all_held(read.held, comparison=comparison),
        unknown=read.unknown,
    )


def earlier_batch(
    register: Register, *, who: Acting, sha256: str, locked: bool = False
) -> ImportBatch | None:
    """The import in which this person read this very file already.

    Args:
        locked: hold it until the transaction ends, for a change of the rows it holds back.
    """
    rows = ImportBatch.objects.filter(
        register=register.thing, imported_by_id=who.actor.key, sha256=sha256
    )
    if locked:
        rows = rows.select_for_update()
    return rows.first()


def sha256_of(content: bytes) -> str:
    """What a file is recognised by."""
    return hashlib.sha256(content).hexdigest()


def _within(reach: Reach) -> Lookups:
    """The lists, with only the organisations that the person may import for."""
    return Lookups(owners=None if reach.everywhere else reach.organisations)


def _only(lookups: Lookups) -> str | None:
    """The organisation for whom imports for one alone."""
    return next(iter(lookups.owners)) if len(lookups.owners) == 1 else None


def _all_held(held: tuple[Held, ...], *, comparison: Comparison) -> tuple[Held, ...]:
    barred = [
        Held(line=candidate.line, cells=candidate.cells, faults=(fault,))
        for candidate, fault in comparison.barred
    ]
    return tuple(sorted((*held, *barred), key=lambda row: row.line))
