"""The annex that goes with a report to Parliament: description, place, state of affairs."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from vijfluik.accountability.figures.computing import REPORT
from vijfluik.accountability.undertakings.models import Paper, Undertaking
from vijfluik.accountability.undertakings.models.paper import found_at
from vijfluik.accountability.undertakings.vocabulary import UndertakingKind, UndertakingState
from vijfluik.core.access.gate import acting_now, limited, listing
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.declaration import WITHDRAWN
from vijfluik.core.versions.history import as_of as versions_as_of
from vijfluik.ui import formatting
from vijfluik.ui.language import page_language

THING = "undertakings"


@dataclass(frozen=True, kw_only=True)
class AnnexRow:
    """One row: omschrijving, vindplaats, stand van zaken, and the record that they come from."""

    description: str
    found_at: str
    standing: str
    record: Any


@dataclass(frozen=True, kw_only=True)
class AnnexPart:
    """The rows of one kind that are finished, or in hand."""

    kind: UndertakingKind
    finished: bool
    rows: tuple[AnnexRow, ...]


def annex_as_of(moment: dt.datetime) -> tuple[AnnexPart, ...]:
    """The annex as known at a closed moment, over the records of every ministry.

    It goes with a report, so it is read as the report's figures are: as role report, from versions.

    Raises:
        Refused: nobody acts.
    """
    with acting(acting_now(), using=REPORT):
        rows = versions_as_of(Undertaking, moment=moment, using=REPORT)
        found = list(rows.exclude(state=WITHDRAWN).order_by("made_on", "key"))
        papers = versions_as_of(Paper, moment=moment, using=REPORT).filter(key__in=_keys(found))
        return arranged(found, papers={paper.key: paper for paper in papers})


def annex_parts() -> tuple[AnnexPart, ...]:
    """The annex as of now: motions and commitments, in hand and finished.

    Raises:
        Refused: the actor may see no undertakings.
    """
    with listing(thing=THING, object_type=Undertaking._meta.label_lower) as shown:
        rows = limited(Undertaking.objects.all(), where=shown.where, field="organisation")
        found = list(rows.exclude(state=WITHDRAWN).order_by("made_on", "key"))
        shown.showed(row.key for row in found)
    return arranged(found, papers=_papers(found))


def caption_of(part: AnnexPart) -> str:
    """What a part is called."""
    if part.kind == UndertakingKind.MOTION:
        return _("Moties afgerond") if part.finished else _("Moties in behandeling")
    return _("Toezeggingen afgerond") if part.finished else _("Toezeggingen in behandeling")


def arranged(rows: Iterable[Any], *, papers: Mapping[object, Any]) -> tuple[AnnexPart, ...]:
    """The parts of the annex, over records or versions; pure. `papers` by key, as far as seen."""
    known = list(rows)
    return tuple(
        AnnexPart(
            kind=kind,
            finished=finished,
            rows=tuple(
                _row(row, papers=papers)
                for row in known
                if row.kind == kind and (row.state == UndertakingState.SETTLED) is finished
            ),
        )
        for kind in UndertakingKind
        for finished in (False, True)
    )


def _papers(rows: Iterable[Undertaking]) -> dict[object, Paper]:
    keys = _keys(rows)
    return dict(Paper.objects.in_bulk(keys)) if keys else {}


def _keys(rows: Iterable[Any]) -> set[object]:
    """The keys of the papers that they name."""
    return {
        key
        for row in rows
        for key in (row.made_in_id, row.postponed_in_id, row.settled_in_id)
        if key is not None
    }


def _row(row: Any, *, papers: Mapping[object, Any]) -> AnnexRow:
    made_in = papers.get(row.made_in_id)
    return AnnexRow(
        description=row.title,
        found_at=row.found_at or (found_at(made_in) if made_in else ""),
        standing=standing_of(row, papers=papers),
        record=row,
    )


def standing_of(row: Any, *, papers: Mapping[object, Any]) -> str:
    """The state of affairs in a sentence or two: what was written, and what the record says."""
    language = page_language()
    said = [row.progress.strip()] if row.progress.strip() else []
    if row.state == UndertakingState.SETTLED and row.settled_on is not None:
        letter = papers.get(row.settled_in_id)
        place = f" ({found_at(letter)})" if letter else ""
        said.append(
            _("Afgedaan op %(day)s%(place)s.")
            % {"day": formatting.day(row.settled_on, language=language), "place": place}
        )
        return " ".join(said)
    said.append(_("Uiterlijk %(day)s.") % {"day": formatting.day(row.due_on, language=language)})
    if row.postponements:
        letter = papers.get(row.postponed_in_id)
        place = f" ({found_at(letter)})" if letter else ""
        words = _("%(count)d keer uitgesteld%(place)s.")
        said.append(words % {"count": row.postponements, "place": place})
    return " ".join(said)
