"""The report in all its formats: one content, the same bytes twice, described for catalogues."""

import datetime as dt
import hashlib
import json

import page as validator
import pytest
from tests.accountability.reports.editions import SITE, built
from tests.accountability.reports.past import whole_past
from tests.core.documents.comparing import compare
from tests.core.documents.reading import READERS, of_html
from tests.sizes import part

from vijfluik.accountability.figures.reading import DefinitionError
from vijfluik.accountability.reports import dcat_rows
from vijfluik.accountability.reports.formats import FORMATS, WRITTEN, FileFormat
from vijfluik.accountability.reports.library import DEFAULT
from vijfluik.accountability.reports.parts import base_of
from vijfluik.cli.commands import report as command
from vijfluik.core.documents.pdf import table_shapes
from vijfluik.core.documents.row_headers import CellCount, count_cells
from vijfluik.core.documents.structure import Language
from vijfluik.core.versions.loading import PastVersion


@pytest.fixture(scope="module")
def past_of_module() -> list[PastVersion]:
    """Records behind every figure."""
    return list(whole_past())


@pytest.mark.parametrize("language", part(list(Language), quick=1))
def test_all_formats_say_the_same_and_are_the_same_bytes_twice(
    looking: str, language: Language
) -> None:
    kinds = tuple(FileFormat)
    first, again = (built(language=language).files(kinds, base_url=SITE) for _ in range(2))
    assert first == again
    web = of_html(first[FileFormat.HTML])
    assert {base_of(key) for key, _ in web.figures} == set(built(language=language).report.figures)
    for kind in WRITTEN:
        if kind is not FileFormat.HTML:
            compare(web, READERS[str(kind)](first[kind]), kind=str(kind))
    document = built(language=language).document
    shapes = table_shapes(document)
    assert count_cells(first[FileFormat.PDF]) == CellCount(
        headers=first[FileFormat.HTML].count(b"<th "),
        cells=first[FileFormat.HTML].count(b"<td"),
    )
    assert sum(shape.rows for shape in shapes) == sum(len(table) - 1 for table in web.tables)
    for profile in (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A):
        told = validator.validate_pdf_bytes(first[FileFormat.PDF], profile=profile)
        assert [str(failure) for failure in told.failures] == []


@pytest.mark.thorough
def test_the_description_names_every_file_with_its_size_and_checksum(looking: str) -> None:
    files = built().files(tuple(FileFormat), base_url=SITE)
    told = json.loads(files[FileFormat.DCAT])
    demanded = {
        *("dct:identifier", "dct:title", "dct:description", "dct:publisher", "dct:creator"),
        *("dcat:contactPoint", "dct:accessRights", "dcat:theme", "dcat:distribution"),
    }
    assert demanded <= told.keys()
    assert told["@type"] == "dcat:Dataset"
    assert told["dct:identifier"] == f"{DEFAULT}-2019-04-15-nl"
    assert "Verzonnen gegevens" in told["dct:description"]["@value"]
    parts = {each["dcat:downloadURL"]["@id"]: each for each in told["dcat:distribution"]}
    assert len(parts) == len(WRITTEN)
    for kind in WRITTEN:
        place = f"{SITE}/rapportages/{DEFAULT}/{kind}/?op=2019-04-15T21:59:59.999999Z&taal=nl"
        part = parts[place]
        assert part["dcat:byteSize"]["@value"] == str(len(files[kind]))
        digest = hashlib.sha256(files[kind]).hexdigest()
        assert part["spdx:checksum"]["spdx:checksumValue"]["@value"] == digest
        assert part["dcat:mediaType"]["@id"].endswith(FORMATS[kind].iana)
        assert {"dcat:accessURL", "dct:license", "dct:title", "dct:format"} <= part.keys()


def test_the_command_knows_every_format() -> None:
    assert tuple(FileFormat) == command.FORMATS


def test_licence_and_contact_are_dated_data_and_an_old_description_stays() -> None:
    text = dcat_rows.FILE.read_text(encoding="utf-8")
    later = text[text.index("[[rows]]") :].replace("2017-01-01", "2020-01-01")
    later = later.replace("http://creativecommons.org", "http://anders.example")
    rows = dcat_rows.parse(text + later)
    for day, licence in (
        (dt.date(2019, 4, 15), "creativecommons"),
        (dt.date(2020, 1, 1), "anders"),
    ):
        assert licence in dcat_rows.in_force(rows, on=day).licence
    assert dcat_rows.in_force(rows, on=dt.date(2000, 1, 1)) == rows[0]
    for wrong in (text + text[text.index("[[rows]]") :], text.replace("licence", "licentie"), ""):
        with pytest.raises(DefinitionError):
            dcat_rows.parse(wrong)
