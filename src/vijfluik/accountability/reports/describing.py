"""A publication as a catalogue of data knows it: DCAT-AP-NL 3.0, written as JSON-LD.

The properties are those that the profile demands of a dataset and of each distribution; words are
in the language of the edition. Sources: DCAT 3 (W3C), DCAT-AP-NL 3.0 (Geonovum), the European
lists of file types, languages and themes, and the identifiers of checksums of SPDX.
"""

import hashlib
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from vijfluik.accountability.reports import dcat_rows
from vijfluik.accountability.reports.dcat_rows import in_force
from vijfluik.accountability.reports.formats import FORMATS, WRITTEN, FileFormat, write
from vijfluik.core.documents.plain import written
from vijfluik.core.documents.structure import Document, Language
from vijfluik.core.facts.statements import moment_text

_LIST = "http://publications.europa.eu/resource/authority"
_LANGUAGES = {Language.DUTCH: "NLD", Language.ENGLISH: "ENG"}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "spdx": "http://spdx.org/rdf/terms#",
    "adms": "http://www.w3.org/ns/adms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def address(document: Document, *, slug: str, base_url: str, part: str = "") -> str:
    """Where an edition or one of its files stands on the site."""
    moment = moment_text(document.as_of).replace("+00:00", "Z")
    path = f"/rapportages/{slug}/{f'{part}/' if part else ''}"
    return f"{base_url}{path}?op={moment}&taal={document.language}"


def description(
    document: Document, *, slug: str, files: Mapping[FileFormat, bytes], base_url: str
) -> bytes:
    """The description of an edition with its files as distributions.

    Args:
        document: the edition.
        slug: the name of its report.
        files: the content of each file, for its size and its checksum.
        base_url: put before paths of the site.
    """
    language = str(document.language)
    here = address(document, slug=slug, base_url=base_url)
    publisher = {
        "@id": f"{base_url}/#opsteller",
        "@type": "foaf:Agent",
        "foaf:name": _said(document.publisher, language=language),
    }
    day = document.as_of.date().isoformat()
    row = in_force(dcat_rows.written(), on=document.as_of.date())
    return written(
        {
            "@context": _CONTEXT,
            "@id": here,
            "@type": "dcat:Dataset",
            "dct:identifier": f"{slug}-{day}-{language}",
            "dct:title": _said(document.title, language=language),
            "dct:description": _said(_about(document), language=language),
            "dct:publisher": publisher,
            "dct:creator": {"@id": publisher["@id"]},
            "dcat:contactPoint": {
                "@id": f"{base_url}/#contact",
                "@type": "vcard:Organization",
                "vcard:fn": row.contact.in_language(document.language),
                "vcard:hasURL": {"@id": f"{base_url}{row.contact_path}"},
            },
            "dct:accessRights": {"@id": f"{_LIST}/access-right/PUBLIC"},
            "dcat:theme": [{"@id": f"{_LIST}/data-theme/{name}"} for name in ("JUST", "GOVE")],
            "dct:language": {"@id": f"{_LIST}/language/{_LANGUAGES[document.language]}"},
            "dct:issued": _typed(document.as_of.isoformat(), kind="dateTime"),
            "dct:modified": _typed(document.as_of.isoformat(), kind="dateTime"),
            "dcat:landingPage": {"@id": here},
            "adms:status": {"@id": f"{_LIST}/dataset-status/COMPLETED"},
            "dcat:distribution": [
                _distribution(
                    document,
                    kind=kind,
                    content=content,
                    licence=row.licence,
                    page=here,
                    file=address(document, slug=slug, base_url=base_url, part=str(kind)),
                )
                for kind, content in files.items()
            ],
        }
    )


def written_files(
    document: Document, *, slug: str, kinds: Sequence[FileFormat], base_url: str
) -> dict[FileFormat, bytes]:
    """A document in several formats, each written once; its description tells of all others.

    Args:
        document: what is written.
        slug: the name of its report.
        kinds: the formats, in the order of the answer.
        base_url: put before paths of the site.

    Raises:
        DocumentError, PdfError, TagTreeError: the document cannot be written.
    """
    described = FileFormat.DCAT in kinds
    wanted = WRITTEN if described else kinds
    made = _made(document, kinds=wanted, base_url=base_url)
    if described:
        made[FileFormat.DCAT] = description(document, slug=slug, files=made, base_url=base_url)
    return {kind: made[kind] for kind in kinds}


def _made(
    document: Document, *, kinds: Sequence[FileFormat], base_url: str
) -> dict[FileFormat, bytes]:
    """The files; that of the PDF beside the others, because its engine is no Python and is slow."""
    others = [kind for kind in kinds if kind is not FileFormat.PDF]
    if not others or len(others) == len(kinds):
        return {kind: write(document, kind=kind, base_url=base_url) for kind in kinds}
    with ThreadPoolExecutor(max_workers=1) as beside:
        paper = beside.submit(write, document, kind=FileFormat.PDF, base_url=base_url)
        made: dict[FileFormat, bytes] = {}
        for kind in others:
            made[kind] = write(document, kind=kind, base_url=base_url)
        made[FileFormat.PDF] = paper.result()
    return {kind: made[kind] for kind in kinds}


def _about(document: Document) -> str:
    words = [document.subject]
    words += [f"{term}: {text}" for term, text in document.details]
    if document.demonstration:
        words.append(
            "Verzonnen gegevens." if document.language is Language.DUTCH else "Invented data."
        )
    return ". ".join(each.rstrip(".") for each in words) + "."


def _distribution(
    document: Document, *, kind: FileFormat, content: bytes, licence: str, page: str, file: str
) -> dict[str, object]:
    told = FORMATS[kind]
    return {
        "@id": file,
        "@type": "dcat:Distribution",
        "dct:title": _said(f"{document.title} ({kind.upper()})", language=document.language),
        "dcat:accessURL": {"@id": page},
        "dcat:downloadURL": {"@id": file},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{told.iana}"},
        "dct:format": {"@id": f"{_LIST}/file-type/{told.kind}"},
        "dct:license": {"@id": licence},
        "dct:language": {"@id": f"{_LIST}/language/{_LANGUAGES[document.language]}"},
        "dcat:byteSize": _typed(str(len(content)), kind="nonNegativeInteger"),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": _typed(hashlib.sha256(content).hexdigest(), kind="hexBinary"),
        },
    }


def _said(text: str, *, language: str) -> dict[str, str]:
    return {"@language": str(language), "@value": text}


def _typed(text: str, *, kind: str) -> dict[str, str]:
    return {"@type": f"xsd:{kind}", "@value": text}
