"""Making the evidence of a report: the internal one, and the one that may be published."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from vijfluik import __version__
from vijfluik.accountability.disclosure.treating import Treatment
from vijfluik.accountability.evidence import naming
from vijfluik.accountability.evidence.redacting import hides, published_receipt
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.leaves import leaves
from vijfluik.accountability.figures.once import computed_once
from vijfluik.accountability.figures.receipts import content_of
from vijfluik.accountability.reports.actions import THING, named
from vijfluik.accountability.reports.building import Built, build
from vijfluik.accountability.reports.events import REPORT_BUNDLED
from vijfluik.accountability.reports.formats import FileFormat
from vijfluik.accountability.reports.source import ReportSource
from vijfluik.core.access.gate import require
from vijfluik.core.documents.packing import packed
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.columns import MANIFOLD
from vijfluik.core.facts.measures import Distinct
from vijfluik.core.facts.sources import source_named
from vijfluik.core.facts.statements import moment_text
from vijfluik.core.journal.recording import record

_PACKED = tuple(f".{kind}" for kind in (FileFormat.PDF, FileFormat.DOCX, FileFormat.ODT))
INTERNAL = "evidence"
"""What the policy calls having the evidence in which nothing is hidden."""


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
    """The internal evidence of a report as of a closed moment; its receipts are kept.

    It holds every cell of every figure, so it has a right of its own and is never published.

    Args:
        slug: of the report.
        as_of: a closed moment.
        base_url: where the links in its files lead.
        demonstration: whether every page says that the data are invented.
        languages: its editions.

    Raises:
        Refused: the actor may not have the evidence of reports, or there is no such report.
        LintError, ProseError, NotClosed: see `reports.building.build`.
    """
    require(thing=THING, action=INTERNAL)
    report = named(slug, action=INTERNAL)
    editions = _built(report, as_of=as_of, demonstration=demonstration, languages=languages)
    files = {naming.README: naming.EXPLAINED.encode()}
    files |= _written(editions, base_url=base_url)
    files |= evidence_of(editions[0].figures, as_of=as_of)
    return _told(
        _packed(editions, files=files, base_url=base_url, public=False), slug=slug, as_of=as_of
    )


def make_publication(
    slug: str,
    *,
    as_of: dt.datetime,
    base_url: str,
    demonstration: bool,
    languages: Sequence[Language] = tuple(Language),
) -> Bundle:
    """The evidence of a report that may be published; arguments as of `make_bundle`.

    Raises:
        Refused: the actor may not build reports, or there is no such report.
        LintError, ProseError, NotClosed: see `reports.building.build`.
    """
    require(thing=THING, action="build")
    report = named(slug, action="build")
    editions = _built(report, as_of=as_of, demonstration=demonstration, languages=languages)
    made = publication_of(editions, files=_written(editions, base_url=base_url), base_url=base_url)
    return _told(made, slug=slug, as_of=as_of)


def publication_of(
    editions: Sequence[Built], *, files: Mapping[str, bytes], base_url: str
) -> Bundle:
    """The evidence for publication of editions that were built already.

    Args:
        editions: of one report as of one moment.
        files: of the editions, by `naming.report_path`.
        base_url: where the links in the files lead.
    """
    first = editions[0]
    whole = {naming.README: naming.PUBLIC_EXPLAINED.encode(), **files}
    for figure in first.figures:
        whole |= public_evidence_of(figure, treatment=first.treatment)
    return _packed(editions, files=whole, base_url=base_url, public=True)


def _built(
    report: ReportSource,
    *,
    as_of: dt.datetime,
    demonstration: bool,
    languages: Sequence[Language],
) -> list[Built]:
    with computed_once():
        return [
            build(report, language=each, as_of=as_of, keep=True, demonstration=demonstration)
            for each in languages
        ]


def _packed(
    editions: Sequence[Built], *, files: dict[str, bytes], base_url: str, public: bool
) -> Bundle:
    manifest = _manifest(editions, files=files, base_url=base_url, public=public)
    # What is packed already is not packed again.
    stored = frozenset(path for path in files if path.endswith(_PACKED))
    content = packed([(naming.MANIFEST, manifest), *sorted(files.items())], stored=stored)
    return Bundle(
        content=content,
        sha256=_hash(content),
        manifest_sha256=_hash(manifest),
        files=len(files) + 1,
        receipts=len(editions[0].figures),
    )


def _told(made: Bundle, *, slug: str, as_of: dt.datetime) -> Bundle:
    """The bundle, of which the journal is told."""
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


def _written(editions: Sequence[Built], *, base_url: str) -> dict[str, bytes]:
    """Every file of the editions, by its path."""
    return {
        naming.report_path(language=str(built.language), kind=str(kind)): content
        for built in editions
        for kind, content in built.files(tuple(FileFormat), base_url=base_url).items()
    }


def public_evidence_of(figure: Computed, *, treatment: Treatment) -> dict[str, bytes]:
    """What proves one figure in public, by path: the receipt, or its public form."""
    receipt = content_of(figure)
    files = {
        naming.definition_path(figure.definition.key): figure.definition.content.encode(),
        naming.sql_path(receipt.key): figure.sql.encode(),
    }
    if hides(figure, treatment=treatment):
        shown = published_receipt(figure, treatment=treatment)
        return files | {naming.published_path(receipt.key): shown}
    return files | {naming.receipt_path(receipt.key): receipt.text.encode()}


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


def _manifest(
    editions: Sequence[Built], *, files: dict[str, bytes], base_url: str, public: bool
) -> bytes:
    first = editions[0]
    told = [told_of(figure) for figure in first.figures]
    if public:
        hidden = {
            figure.definition.id
            for figure in first.figures
            if hides(figure, treatment=first.treatment)
        }
        # Whoever knew the root could try small numbers until the hash of the receipt fits.
        told = [
            {name: value for name, value in each.items() if name != "root"}
            if each["id"] in hidden
            else each
            for each in told
        ]
    return naming.sealed(
        {
            "format": naming.PUBLIC if public else naming.FORMAT,
            "notice": naming.PUBLIC_NOTICE if public else naming.NOTICE,
            "demonstration": first.document.demonstration,
            "report": first.report.slug,
            "as_of": moment_text(first.as_of),
            "site": base_url,
            "editions": [str(built.language) for built in editions],
            "software": __version__,
            "writers": {name: version(name) for name in naming.WRITERS},
            "figures": told,
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
