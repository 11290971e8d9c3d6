"""An edition of the report beside its receipts: each figure says what its receipt says."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from vijfluik import __version__
from vijfluik.accountability.evidence import naming
from vijfluik.accountability.evidence.arithmetic import Checked
from vijfluik.accountability.evidence.faults import Fault, require
from vijfluik.accountability.evidence.shown_parts import hides_parts, says_a_cell, says_a_part
from vijfluik.accountability.figures import wording
from vijfluik.accountability.figures.hedges import HedgeError, holds, parse_phrase
from vijfluik.accountability.figures.hedges_numbers import Number, plain
from vijfluik.accountability.reports.describing import written_files
from vijfluik.accountability.reports.formats import FileFormat
from vijfluik.accountability.reports.parts import base_of
from vijfluik.core.documents.inline import Figure
from vijfluik.core.documents.plain_reading import PlainError, from_json
from vijfluik.core.documents.structure import Document, Language, ReceiptAnnex, blocks_of
from vijfluik.core.documents.validation import DocumentError, check, figures_of

_SUPPLIED = re.compile(r" \((?:opgegeven door|supplied by) .*\)\Z")


def read_edition(
    language: str, *, files: Mapping[str, bytes], receipts: Mapping[str, Checked]
) -> Document:
    """The document of an edition, all of whose figures are those of their receipts.

    Raises:
        Fault: the first figure that is not, or a document that cannot be read.
    """
    path = naming.report_path(language=language, kind=str(FileFormat.JSON))
    require(path in files, file=path, message="this edition of the report is missing")
    try:
        document = from_json(files[path])
        check(document)
    except (PlainError, DocumentError) as error:
        raise Fault(path, str(error)) from None
    require(document.language == language, file=path, message="it is in another language")
    _check_annex(document, receipts=receipts, path=path)
    for figure in figures_of(document):
        _check_figure(figure, receipts=receipts, language=document.language, path=path)
    return document


def _check_annex(document: Document, *, receipts: Mapping[str, Checked], path: str) -> None:
    rows = [
        row
        for block in blocks_of(document.blocks)
        if isinstance(block, ReceiptAnnex)
        for row in block.receipts
    ]
    for row in rows:
        found = receipts.get(row.key)
        if found is None:
            raise Fault(path, f"the annex names a receipt {row.key!r} that is not in the bundle")
        agree = (row.figure, row.sha256) == (found.definition.id, found.sha256)
        require(agree, file=path, message=f"the annex says something else of receipt {row.key}")
        said = {found.facts["text"][document.language], *_exact(found, language=document.language)}
        unit = found.definition.unit.in_language(document.language)
        known = said | {f"{each} {unit}" for each in said}
        # Editions made earlier wrote the unit behind who stated the number.
        value = _SUPPLIED.sub("", row.value.removesuffix(f" {unit}")).removesuffix(f" {unit}")
        whole = found.facts["text"][document.language]
        require(
            value in known
            or _SUPPLIED.sub("", row.value) in known
            or hides_parts(value, said=whole),
            file=path,
            message=f"the annex gives {row.figure} as {row.value!r}, its receipt does not",
        )


def _check_figure(
    figure: Figure, *, receipts: Mapping[str, Checked], language: Language, path: str
) -> None:
    found = receipts.get(figure.receipt)
    if found is None:
        raise Fault(path, f"{figure.key} names a receipt {figure.receipt!r} that is not here")
    require(
        found.definition.id == base_of(figure.key),
        file=path,
        message=f"{figure.key} names the receipt of {found.definition.id}",
    )
    if base_of(figure.key) != figure.key:
        require(
            says_a_part(figure, found=found, language=language),
            file=path,
            message=f"{figure.key} reads {figure.text!r}, which its receipt does not say of it",
        )
        return
    if says_a_cell(figure, found=found, language=language):
        return
    number = found.valued.number
    value = "" if number is None else plain(number)
    require(
        figure.value == value,
        file=path,
        message=f"{figure.key} has the value {figure.value!r}, its receipt gives {value!r}",
    )
    require(
        _says(figure.text, found=found, number=number, language=language),
        file=path,
        message=f"{figure.key} reads {figure.text!r}, which its receipt does not say",
    )


def _says(text: str, *, found: Checked, number: Number | None, language: Language) -> bool:
    """Whether a text is that of the receipt, or a softened number that is true of its value."""
    shown = _SUPPLIED.sub("", text)
    known = {found.facts["text"][language], *_exact(found, language=language)}
    if shown in known or shown[:1].lower() + shown[1:] in known:
        return True
    if number is None:
        said = found.facts["text"][language]
        return shown.lower() == wording.NO_DATA[language] or hides_parts(shown, said=said)
    try:
        return holds(parse_phrase(shown, language=language), value=Decimal(number))
    except HedgeError:
        return False


def _exact(found: Checked, *, language: Language) -> list[str]:
    if found.valued.number is None or found.definition.official:
        return []
    exact = wording.exact_text(found.valued, language=language)
    return [exact] if exact else []


def check_files(
    document: Document, *, manifest: Mapping[str, Any], files: Mapping[str, bytes], same: bool
) -> None:
    """Write the edition again in every format and compare.

    Args:
        document: as the bundle holds it for programs.
        manifest: of the bundle.
        files: of the bundle.
        same: whether the software is that of the bundle; otherwise only what needs no writing.

    Raises:
        Fault: a file does not hold this document.
    """
    kinds = tuple(FileFormat)
    for kind in kinds:
        path = naming.report_path(language=str(document.language), kind=str(kind))
        require(path in files, file=path, message="this format of the report is missing")
    if not same:
        return
    again = written_files(
        document, slug=str(manifest["report"]), kinds=kinds, base_url=str(manifest["site"])
    )
    differ = [
        kind
        for kind, content in again.items()
        if files[naming.report_path(language=str(document.language), kind=str(kind))] != content
    ]
    # The description holds the checksums of all others as they were. When it and another differ
    # from what the document gives, the document was altered and not they.
    described = FileFormat.DCAT in differ and (
        len(differ) > 1
        or _only_of_json(
            files[naming.report_path(language=str(document.language), kind=str(FileFormat.DCAT))],
            again[FileFormat.DCAT],
        )
    )
    where = FileFormat.JSON if described else next(iter(differ), None)
    if where is not None:
        path = naming.report_path(language=str(document.language), kind=str(where))
        told = ", ".join(f"report.{kind}" for kind in differ)
        raise Fault(path, f"report.json and other formats hold different documents: {told}")


def _only_of_json(told: bytes, again: bytes) -> bool:
    """Whether two descriptions differ in nothing but the checksum and size of report.json."""
    plain = []
    for content in (told, again):
        try:
            found = json.loads(content)
            for part in found["dcat:distribution"]:
                if str(part["dct:format"]["@id"]).endswith("/JSON"):
                    del part["spdx:checksum"], part["dcat:byteSize"]
        except (ValueError, KeyError, TypeError):
            return False
        plain.append(found)
    return bool(plain[0] == plain[1])


def same_software(manifest: Mapping[str, Any], *, writers: Mapping[str, str]) -> bool:
    """Whether this installation writes the same bytes as the one that made the bundle."""
    return (manifest["software"], manifest["writers"]) == (__version__, dict(writers))
