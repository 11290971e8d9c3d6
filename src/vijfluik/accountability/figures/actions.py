"""Writing receipts, and recomputing them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.computing import compute
from vijfluik.accountability.figures.events import FIGURES_ISSUED, FIGURES_VERIFIED
from vijfluik.accountability.figures.library import in_force, library
from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.accountability.figures.receipts import Content, content_of
from vijfluik.accountability.figures.verdicts import Verdict
from vijfluik.accountability.figures.verifying import verify
from vijfluik.core.access.gate import acting_now, require
from vijfluik.core.journal.recording import record
from vijfluik.core.versions.moments import close

THING = "figures"
# Written out, because Django names every column of a row, and issued_at is not the writer's to
# fill. Somebody else may issue the same at the same time; then theirs is as good as ours.
_INSERT = (
    "INSERT INTO figure_receipt (key, definition_id, definition_sha256, as_of, content, sha256,"
    " fingerprints, issued_by_id) VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"
)


@dataclass(frozen=True, kw_only=True)
class Issued:
    """A computed figure with the content of its receipt."""

    figure: Computed
    content: Content

    @property
    def receipt(self) -> str:
        """The key of the receipt."""
        return self.content.key


def issue(*, figures: Sequence[str] | None = None, as_of: dt.datetime) -> list[Issued]:
    """Compute figures as of a closed moment and keep a receipt of each.

    The same figure of the same moment has one receipt, however often it is issued.

    Args:
        figures: ids of definitions; every figure when None.
        as_of: the moment; `core.versions.moments` gives the latest closed one.

    Raises:
        Refused: the actor may not read figures.
        UnknownFigure: an id has no definition.
        NotClosed: somebody may still write at the moment.
    """
    require(thing=THING, action="read")
    close(as_of, longest_wait=0)
    names = list(library()) if figures is None else figures
    definitions = [in_force(name, as_of=as_of) for name in names]
    issued = [
        Issued(figure=figure, content=content_of(figure))
        for figure in compute(definitions, as_of=as_of)
    ]
    _keep(issued, as_of=as_of)
    return issued


def _keep(issued: Sequence[Issued], *, as_of: dt.datetime) -> None:
    """Store the receipts that are not stored yet, in one act of the journal."""
    rows = FigureReceipt.objects.all()
    known = set(
        rows.filter(key__in=[each.receipt for each in issued]).values_list("key", flat=True)
    )
    new = [each for each in issued if each.receipt not in known]
    if not new:
        return
    actor = acting_now().actor.key
    with connection.cursor() as cursor:
        cursor.executemany(
            _INSERT,
            [
                (
                    each.receipt,
                    each.figure.definition.key,
                    each.figure.definition.sha256,
                    as_of,
                    each.content.text,
                    each.content.sha256,
                    each.figure.fingerprints,
                    actor,
                )
                for each in new
            ],
        )
    record(
        action=FIGURES_ISSUED,
        object_type="figures.receipt",
        details={
            "figures": len(new),
            "receipts": [each.receipt for each in new],
            "as_of": as_of,
        },
    )


def verify_receipts(*, figure: str | None = None) -> list[Verdict]:
    """Recompute every receipt, or those of one figure, and journal that it was done.

    Raises:
        Refused: the actor may not verify figures.
    """
    require(thing=THING, action="verify")
    receipts = FigureReceipt.objects.select_related("definition").order_by("as_of", "key")
    if figure is not None:
        receipts = receipts.filter(definition__figure=figure)
    verdicts = verify(receipts)
    record(
        action=FIGURES_VERIFIED,
        object_type="figures.receipt",
        details={
            "receipts": len(verdicts),
            "differing": sum(not verdict.reproduced for verdict in verdicts),
        },
    )
    return verdicts
