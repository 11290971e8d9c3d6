"""Exports: typed, disarmed, marked as invented, and readable back without adding anything."""

import csv
import datetime as dt
import io
import json
import zipfile
from decimal import Decimal

import pytest
from django.conf import settings
from django.utils import translation
from lxml import etree
from tests.programme.trainings.doing import WORDS, export_trainings, import_file, wanted
from tests.programme.trainings.world import People, request

from vijfluik.core.access.gate import Refused
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.exporting.records import ExportFormat
from vijfluik.core.registers.importing.reading import read_file
from vijfluik.core.registers.words import KEY
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.models import Training


def some(people: People) -> None:
    held = actions.request_training(
        who=people.ror,
        provider="opleider",
        content=request(reference="E-1", title='=1+1; "hoi" & <zo>', course="basis"),
    )
    actions.hold(
        who=people.ror,
        key=held.key,
        held_on=dt.date(2018, 3, 15),
        participants=24,
        participants_primary=10,
        rating=Decimal("8.1"),
        rating_responses=20,
    )
    planned = actions.request_training(
        who=people.ror, provider="opleider", content=request(reference="E-2")
    )
    actions.plan(who=people.ror, key=planned.key, planned_on=dt.date(2019, 5, 1))
    gone = actions.request_training(
        who=people.ror, provider="opleider", content=request(reference="E-3")
    )
    actions.withdraw(who=people.officer, key=gone.key, reason="Dubbel")
    actions.request_training(
        who=people.ssv, provider="school", content=request(reference="S-1", requester="@Politie")
    )


@pytest.mark.parametrize("format_", [ExportFormat.CSV, ExportFormat.ODS])
def test_an_export_that_is_imported_adds_and_changes_nothing(
    people: People, format_: ExportFormat
) -> None:
    some(people)
    exported = export_trainings(who=people.officer, format=format_)
    outcome = import_file(
        who=people.officer, file_name=exported.file_name, content=exported.content
    )
    examined = outcome.examined
    assert (exported.rows, examined.rows, examined.known) == (3, 3, 3)
    assert outcome.added == ()
    assert [*examined.differing, *examined.held, *examined.unknown] == []


def test_withdrawn_records_come_only_when_asked_and_change_nothing(people: People) -> None:
    some(people)
    exported = export_trainings(
        who=people.officer, format=ExportFormat.CSV, filters=wanted(state="withdrawn")
    )
    outcome = import_file(who=people.officer, file_name="x.csv", content=exported.content)
    assert (exported.rows, outcome.examined.known) == (1, 1)


def test_csv_opens_by_a_double_click(people: People) -> None:
    some(people)
    exported = export_trainings(who=people.ror, format=ExportFormat.CSV)
    assert exported.content.startswith(b"\xef\xbb\xbf# verzonnen gegevens\r\n")
    lines = exported.content.decode("utf-8-sig").splitlines()
    rows = list(csv.DictReader(lines[1:], delimiter=";"))
    (held,) = [row for row in rows if row["kenmerk"] == "E-1"]
    assert held["titel"] == '\'=1+1; "hoi" & <zo>'
    assert (held["gegeven op"], held["waardering"], held["stand"]) == (
        "15-03-2018",
        "8,1",
        "gegeven",
    )
    assert "verzonnen" in exported.file_name


def test_ods_holds_typed_cells_and_its_type_comes_first(people: People) -> None:
    some(people)
    exported = export_trainings(who=people.ror, format=ExportFormat.ODS)
    with zipfile.ZipFile(io.BytesIO(exported.content)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        for name in ("content.xml", "META-INF/manifest.xml"):
            etree.fromstring(archive.read(name))
        assert b"verzonnen gegevens" in archive.read("content.xml")
    sheet = read_file(exported.content)
    rows = [dict(zip(sheet.header, row.cells, strict=True)) for row in sheet.rows]
    (held,) = [row for row in rows if row["kenmerk"] == "E-1"]
    assert held["titel"] == '=1+1; "hoi" & <zo>'
    assert held["gegeven op"] == dt.date(2018, 3, 15)
    assert (held["deelnemers"], held["waardering"]) == (24, 8.1)


def test_the_same_rows_give_the_same_ods(people: People) -> None:
    some(people)
    one, other = (
        export_trainings(who=people.ror, format=ExportFormat.ODS).content for _ in range(2)
    )
    assert one == other


def test_json_has_the_dutch_names(people: People) -> None:
    some(people)
    exported = export_trainings(who=people.ror, format=ExportFormat.JSON)
    content = json.loads(exported.content)
    assert content["melding"] == "verzonnen gegevens"
    (held,) = [row for row in content["trainingen"] if row["kenmerk"] == "E-1"]
    assert set(held) == {KEY.name, *(word.name for word in WORDS)}
    assert (held["gegevenOp"], held["doelgroepen"]) == ("2018-03-15", ["gemeente", "politie"])


def test_an_empty_export_is_whole(people: People) -> None:
    content = export_trainings(who=people.ror, format=ExportFormat.JSON).content
    assert json.loads(content)["trainingen"] == []


def test_the_words_are_dutch_on_an_english_page(people: People) -> None:
    some(people)
    with translation.override("en"):
        exported = export_trainings(who=people.ror, format=ExportFormat.CSV)
    assert "gegeven" in exported.content.decode("utf-8-sig")


def test_an_export_holds_what_the_person_may_see(people: People) -> None:
    some(people)
    assert export_trainings(who=people.ssv, format=ExportFormat.JSON).rows == 1
    with pytest.raises(Refused):
        export_trainings(who=people.privacy, format=ExportFormat.JSON)


def test_every_field_of_a_record_has_its_word() -> None:
    fields = {field.name for field in Training._meta.local_concrete_fields}
    assert {word.identifier for word in WORDS} == fields - {"key", "batch"}


def test_nothing_is_marked_as_invented_outside_the_demonstration(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "DEMONSTRATION", False)
    for format_ in ExportFormat:
        exported = export_trainings(who=people.ror, format=format_)
        assert "verzonnen" not in exported.file_name
    with acting(people.ror):
        assert b"verzonnen" not in exported.content
