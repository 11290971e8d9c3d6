"""Making the evidence of a report: its files, receipts, definitions, SQL and record hashes."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

from vijfluik import __version__
from vijfluik.accountability.evidence import naming
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.leaves import leaves
from vijfluik.accountability.figures.receipts import content_of
from vijfluik.accountability.reports.actions import THING, named
from vijfluik.accountability.reports.building import Built, build
from vijfluik.accountability.reports.events import REPORT_BUNDLED
from vijfluik.accountability.reports.formats import FileFormat
from vijfluik.core.access.gate import require
from vijfluik.core.documents.packing import packed
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.columns import MANIFOLD
from vijfluik.core.facts.measures import Distinct
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.statements import moment_text
from vijfluik.core.journal.recording import record


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """A bundle. manifest_sha256: what the journal holds, and what whoever checks it asks for."""

    content: bytes
    sha256: str
    manifest_sha256: str
    files: int
    receipts: int


def make_bundle(
    slug: str,
    *,
    as_of: dt.datetime,
    base_url: str,
    demonstration: bool,
    languages: Sequence[Language] = tuple(Language),
) -> Bundle:
    """The evidence of a report as of a closed moment; the receipts of its figures are kept.

    Args:
        slug: of the report.
        as_of: a closed moment.
        base_url: where the links in its files lead.
        demonstration: whether every page says that the data are invented.
        languages: its editions.

    Raises:
        Refused: the actor may not build reports, or there is no such report.
        LintError, ProseError, NotClosed: see `reports.building.build`.
    """
    require(thing=THING, action="build")
    report = named(slug, action="build")
    editions = [
        build(report, language=each, as_of=as_of, keep=True, demonstration=demonstration)
        for each in languages
    ]
    files = _files(editions, as_of=as_of, base_url=base_url)
    manifest = _manifest(editions, files=files, base_url=base_url)
    content = packed([(naming.MANIFEST, manifest), *sorted(files.items())])
    made = Bundle(
        content=content,
        sha256=_hash(content),
        manifest_sha256=_hash(manifest),
        files=len(files) + 1,
        receipts=len(editions[0].figures),
    )
    record(
        action=REPORT_BUNDLED,
        object_type="reports.report",
        details={
            "report": slug,
            "as_of": as_of,
            "receipts": made.receipts,
            "manifest_sha256": made.manifest_sha256,
            "sha256": made.sha256,
        },
    )
    return made


def _files(editions: Sequence[Built], *, as_of: dt.datetime, base_url: str) -> dict[str, bytes]:
    """Every file but the manifest, by its path."""
    files = {naming.README: naming.EXPLAINED.encode()}
    for built in editions:
        for kind, content in built.files(tuple(FileFormat), base_url=base_url).items():
            path = naming.report_path(language=str(built.language), kind=str(kind))
            files[path] = content
    return files | evidence_of(editions[0].figures, as_of=as_of)


def evidence_of(figures: Sequence[Computed], *, as_of: dt.datetime) -> dict[str, bytes]:
    """What proves figures, by path: receipts, definitions, SQL and record hashes."""
    files: dict[str, bytes] = {}
    sets = leaves([each.definition for each in figures], as_of=as_of)
    for figure in figures:
        receipt = content_of(figure)
        lines = "".join(f"{leaf.hex()}\n" for leaf in sets[figure.definition.id])
        files |= {
            naming.receipt_path(receipt.key): receipt.text.encode(),
            naming.definition_path(figure.definition.key): figure.definition.content.encode(),
            naming.sql_path(receipt.key): figure.sql.encode(),
            naming.records_path(figure.root.hex()): lines.encode(),
        }
    return files


def _manifest(editions: Sequence[Built], *, files: dict[str, bytes], base_url: str) -> bytes:
    first = editions[0]
    return naming.sealed(
        {
            "format": naming.FORMAT,
            "notice": naming.NOTICE,
            "demonstration": first.document.demonstration,
            "report": first.report.slug,
            "as_of": moment_text(first.as_of),
            "site": base_url,
            "editions": [str(built.language) for built in editions],
            "software": __version__,
            "writers": {name: version(name) for name in naming.WRITERS},
            "figures": [told_of(figure) for figure in first.figures],
            "files": [
                {"path": path, "bytes": len(content), "sha256": _hash(content)}
                for path, content in sorted(files.items())
            ],
        }
    )


def told_of(figure: Computed) -> dict[str, object]:
    """What the manifest says of a figure."""
    receipt = content_of(figure)
    return {
        "id": figure.definition.id,
        "receipt": receipt.key,
        "receipt_sha256": receipt.sha256,
        "definition": figure.definition.key,
        "root": figure.root.hex(),
        "disjoint": _disjoint(figure),
    }


def _disjoint(figure: Computed) -> list[str]:
    """The breakdowns in which each record counts once, so that cells add up to the whole."""
    query = figure.definition.query
    source = source_named(query.source)
    # What is counted as different things is counted wherever it stands, whichever column names it.
    several = query.measure.columns if isinstance(query.measure, Distinct) else ()
    found = []
    for name in query.dimensions:
        column = source.dimension(name).column
        if column is None or not (column in several or source.column(column).type in MANIFOLD):
            found.append(name)
    return found


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
