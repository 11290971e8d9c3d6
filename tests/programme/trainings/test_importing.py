"""Importing files: what is added, what is held back and why, and that no row is lost."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.programme.trainings.doing import confirm, import_file, mending, preview, staging
from tests.programme.trainings.files import HEADINGS, csv_of, xlsx_of
from tests.programme.trainings.world import People, request

from vijfluik.core.access.gate import Refused
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.importing.quarantine import waiting_rows
from vijfluik.core.registers.importing.refusals import CellFault, FileRefused
from vijfluik.core.registers.importing.writing import Choice, Outcome
from vijfluik.core.registers.models import ImportBatch, StagedFile
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.models import Training, TrainingStep
from vijfluik.programme.trainings.vocabulary import State

ROOT = Path(__file__).resolve().parents[3]


# The same rows as text and as a workbook.
Made = Callable[..., bytes]
on_both = pytest.mark.parametrize("made", [csv_of, xlsx_of], ids=["CSV", "XLSX"])


def take_in(
    who: Acting,
    content: bytes,
    *,
    owner: str = "",
    choice: Choice = Choice.SKIP,
    reason: str = "",
) -> Outcome:
    name = "proef.xlsx" if content.startswith(b"PK") else "proef.csv"
    return import_file(
        who=who, file_name=name, content=content, owner=owner, choice=choice, reason=reason
    )


def only_fault(outcome: Outcome) -> CellFault:
    (fault,) = outcome.examined.faults
    return fault


def trainings(who: Acting) -> int:
    with acting(who):
        return Training.objects.count()


def test_a_good_row_becomes_a_record_with_its_steps(people: People) -> None:
    outcome = take_in(people.ror, csv_of({}))
    (added,) = outcome.added
    with acting(people.ror):
        training = Training.objects.get(key=added.key)
        steps = list(TrainingStep.objects.filter(training=training).order_by("business_date"))
    assert (training.state, training.participants) == (State.HELD, 12)
    assert training.audience == ["municipality", "police"]
    assert training.place is not None
    assert training.place.name == "Zeestad"
    assert [(step.edge, str(step.business_date)) for step in steps] == [
        ("request", "2018-01-08"),
        ("hold", "2018-03-15"),
    ]
    assert training.batch_id == outcome.batch.key


def test_an_open_request_gets_its_due_date(people: People) -> None:
    (added,) = take_in(people.ror, csv_of({"gegeven op": "", "deelnemers": ""})).added
    with acting(people.ror):
        due = Due.objects.get(object_key=added.key)
    assert (due.kind, str(due.due_on)) == ("respond", "2018-01-22")


@on_both
def test_the_same_file_twice_adds_nothing(people: People, made: Made) -> None:
    content = made({}, {"kenmerk": "A-2"}, {"kenmerk": "A-3", "deelnemers": "veel"})
    first = take_in(people.ror, content)
    again = take_in(people.ror, content)
    assert (len(first.added), len(again.added), again.examined.known) == (2, 0, 2)
    assert again.again
    assert again.batch.key == first.batch.key
    with acting(people.ror):
        assert ImportBatch.objects.count() == 1
        assert len(waiting_rows(ImportBatch.objects.get())) == 1


def test_the_same_rows_in_another_file_add_nothing(people: People) -> None:
    take_in(people.ror, csv_of({}))
    again = take_in(people.ror, csv_of({}) + b"\n\n")
    assert (len(again.added), again.examined.known) == (0, 1)


@on_both
@pytest.mark.parametrize(
    ("change", "column", "heading", "right"),
    [
        ({"deelnemers": "twaalf"}, "G", "deelnemers", "een heel getal"),
        ({"gegeven op": "31-02-2018"}, "F", "gegeven op", "dd-mm-jjjj"),
        ({"gegeven op": "15-03-2099"}, "F", "gegeven op", "een dag van 2000"),
        ({"doelgroepen": "gemeente, polite"}, "H", "doelgroepen", "politie"),
        ({"gemeente": "Zeestadt"}, "I", "gemeente", "Zeestad"),
        ({"gemeente": "Regio Zee"}, "I", "gemeente", "een van"),
        ({"aanbieder": "opleidr"}, "B", "aanbieder", "opleider"),
        ({"titel": ""}, "C", "titel", "een korte titel"),
        ({"kenmerk": "x" * 41}, "A", "kenmerk", "hoogstens 40"),
        ({"deelnemers": ""}, "G", "deelnemers", "het aantal deelnemers"),
        ({"gegeven op": ""}, "G", "deelnemers", "leeg"),
        ({"aangevraagd op": "8-1-18"}, "D", "aangevraagd op", "08-01-2018"),
    ],
)
def test_a_bad_cell_is_named(
    people: People, made: Made, change: dict[str, str], column: str, heading: str, right: str
) -> None:
    outcome = take_in(people.ror, made({"kenmerk": "goed"}, change))
    fault = only_fault(outcome)
    assert len(outcome.added) == 1
    assert (fault.line, fault.column, fault.heading) == (3, column, heading)
    assert fault.wrong
    assert right in fault.right


def test_a_municipality_is_that_of_the_day(people: People) -> None:
    early, late = {"gemeente": "Oudedorp"}, {"gemeente": "Oudedorp", "gegeven op": "02-01-2019"}
    assert take_in(people.ror, csv_of(early)).added
    assert "bestond niet" in only_fault(take_in(people.ror, csv_of(late))).wrong


def test_a_missing_column_refuses_the_file(people: People) -> None:
    with pytest.raises(FileRefused) as caught:
        take_in(people.ror, b"kenmerk;datum\nA;1\n")
    assert caught.value.code == "columns-missing"
    assert "titel" in caught.value.message


def test_a_column_that_stands_there_twice_refuses_the_file(people: People) -> None:
    with pytest.raises(FileRefused) as caught:
        take_in(people.ror, b"kenmerk;titel;aangevraagd op;referentie\nA;B;01-01-2018;C\n")
    assert caught.value.code == "columns-twice"


def test_an_unknown_column_is_named_and_skipped(people: People) -> None:
    outcome = take_in(people.ror, csv_of({}, headings=(*HEADINGS, "deelnemres")))
    (column,) = outcome.examined.unknown
    assert (column.letter, column.nearest) == ("J", "deelnemers")
    assert outcome.added


def test_a_row_that_repeats_another_counts_as_known(people: People) -> None:
    outcome = take_in(people.ror, csv_of({}, {}))
    assert (len(outcome.added), outcome.examined.repeated) == (1, (3,))


def test_a_row_that_contradicts_another_is_held_back(people: People) -> None:
    outcome = take_in(people.ror, csv_of({}, {"deelnemers": "13"}))
    assert len(outcome.added) == 1
    assert "regel 2" in only_fault(outcome).wrong


@on_both
def test_every_row_ends_somewhere(people: People, made: Made) -> None:
    take_in(people.ror, made({}, {"kenmerk": "A-2"}))
    content = made(
        {},
        {"kenmerk": "A-2", "titel": "Anders"},
        {"kenmerk": "A-3"},
        {"kenmerk": "A-3"},
        {"kenmerk": "A-4", "deelnemers": "?"},
    )
    examined = take_in(people.ror, content).examined
    parts = (examined.new, examined.same, examined.repeated, examined.differing, examined.held)
    assert [len(part) for part in parts] == [1, 1, 1, 1, 1]
    assert examined.rows == 5


def test_a_known_record_that_differs_is_shown_and_left_alone(people: People) -> None:
    (first,) = take_in(people.ror, csv_of({})).added
    outcome = take_in(people.ror, csv_of({"deelnemers": "15", "gemeente": ""}))
    (row,) = outcome.examined.differing
    shown = {(part.label, part.recorded, part.in_file) for part in row.differences}
    assert shown == {("deelnemers", "12", "15"), ("gemeente", "Zeestad", "leeg")}
    with acting(people.ror):
        assert Training.objects.get(key=first.key).participants == 12
    assert outcome.batch.skipped == 1


def test_a_known_record_that_differs_is_corrected_when_asked(people: People) -> None:
    (first,) = take_in(people.ror, csv_of({})).added
    outcome = take_in(
        people.ror, csv_of({"deelnemers": "15"}), choice=Choice.CORRECT, reason="Nageteld"
    )
    with acting(people.ror):
        assert Training.objects.get(key=first.key).participants == 15
        step = TrainingStep.objects.get(training=first.key, edge="correct")
    assert (step.reason, len(outcome.corrected)) == ("Nageteld", 1)


def test_correcting_needs_a_reason(people: People) -> None:
    with pytest.raises(Invalid):
        take_in(people.ror, csv_of({}), choice=Choice.CORRECT)


def test_a_column_that_is_not_in_the_file_says_nothing(people: People) -> None:
    take_in(people.ror, csv_of({}))
    few = tuple(heading for heading in HEADINGS if heading != "gemeente")
    assert take_in(people.ror, csv_of({}, headings=few)).examined.known == 1


def test_a_file_moves_a_request_on_to_given(people: People) -> None:
    (asked,) = take_in(people.ror, csv_of({"gegeven op": "", "deelnemers": ""})).added
    take_in(people.ror, csv_of({}), choice=Choice.CORRECT, reason="Maandlevering")
    with acting(people.ror):
        training = Training.objects.get(key=asked.key)
        edges = list(TrainingStep.objects.filter(training=asked.key).values_list("edge", flat=True))
        still_due = Due.objects.filter(object_key=asked.key, closed_at__isnull=True).exists()
    assert training.state == State.HELD
    assert sorted(edges) == ["hold", "request"]
    assert not still_due


def test_a_file_does_not_move_a_record_back(people: People) -> None:
    take_in(people.ror, csv_of({}))
    outcome = take_in(
        people.ror,
        csv_of({"gegeven op": "", "deelnemers": ""}),
        choice=Choice.CORRECT,
        reason="Oud bestand",
    )
    assert "gegeven" in only_fault(outcome).wrong
    assert not outcome.corrected


def test_a_provider_adds_nothing_for_another(people: People) -> None:
    fault = only_fault(take_in(people.ssv, csv_of({})))
    assert (fault.heading, fault.right) == (
        "aanbieder",
        "een van: school, Stichting School en Zorg",
    )


def test_who_works_for_one_provider_need_not_name_it(people: People) -> None:
    few = tuple(heading for heading in HEADINGS if heading != "aanbieder")
    (added,) = take_in(people.ssv, csv_of({}, headings=few)).added
    assert added.provider_id == "school"
    assert only_fault(take_in(people.officer, csv_of({}, headings=few))).heading == "aanbieder"
    assert take_in(people.officer, csv_of({}, headings=few), owner="opleider").added


def test_who_may_not_import_is_refused(people: People) -> None:
    with pytest.raises(Refused):
        take_in(people.privacy, csv_of({}))


def test_a_preview_writes_nothing(people: People) -> None:
    content = csv_of({}, {"kenmerk": "B", "deelnemers": "?"})
    staged = staging.stage(who=people.ror, file_name="map/proef.csv", content=content)
    shown = preview(who=people.ror, key=staged.key)
    assert (len(shown.examined.new), len(shown.examined.held), shown.earlier) == (1, 1, None)
    assert shown.staged.file_name == "proef.csv"
    assert trainings(people.ror) == 0


def test_a_confirmed_file_is_no_longer_staged(people: People) -> None:
    staged = staging.stage(who=people.ror, file_name="proef.csv", content=csv_of({}))
    seen = preview(who=people.ror, key=staged.key).token
    confirm(who=people.ror, key=staged.key, seen=seen)
    assert trainings(people.ror) == 1
    with acting(people.ror):
        assert not StagedFile.objects.exists()
    with pytest.raises(Refused):
        confirm(who=people.ror, key=staged.key, seen=seen)


def test_a_staged_file_is_its_uploaders_alone(people: People) -> None:
    staged = staging.stage(who=people.ror, file_name="proef.csv", content=csv_of({}))
    for other in (people.officer, people.ssv):
        with pytest.raises(Refused):
            preview(who=other, key=staged.key)
    with pytest.raises(Refused):
        staging.discard(who=people.officer, key=staged.key)
    staging.discard(who=people.ror, key=staged.key)


def test_a_file_that_cannot_be_read_is_not_staged(people: People) -> None:
    with pytest.raises(FileRefused):
        staging.stage(who=people.ror, file_name="x.csv", content=b"\0")
    with acting(people.ror):
        assert not StagedFile.objects.exists()


def test_only_the_latest_few_staged_files_are_kept(people: People) -> None:
    for number in range(7):
        staging.stage(who=people.ror, file_name=f"{number}.csv", content=csv_of({}))
    with acting(people.ror):
        assert StagedFile.objects.count() == 5


def test_a_held_row_is_put_right_in_a_form(people: People) -> None:
    content = csv_of({"deelnemers": "twaalf"})
    batch = take_in(people.ror, content).batch
    (row,) = waiting_rows(batch)
    with pytest.raises(Invalid) as caught:
        mending.put_right(who=people.ror, batch=batch.key, line=2, cells=dict(row.cells))
    assert caught.value.faults[0].field == "deelnemers"
    mended = mending.put_right(
        who=people.ror, batch=batch.key, line=2, cells={**row.cells, "deelnemers": "12"}
    )
    assert (mended.participants, mended.batch_id) == (12, batch.key)
    with acting(people.ror):
        assert not waiting_rows(ImportBatch.objects.get(key=batch.key))
    # Reading the same file again does not bring the row back.
    again = take_in(people.ror, content)
    assert not waiting_rows(again.batch)
    assert trainings(people.ror) == 1


def test_a_row_without_a_needed_column_is_put_right_by_filling_it_in(people: People) -> None:
    headings = [heading for heading in HEADINGS if heading != "gegeven op"]
    content = csv_of({"stand": "gegeven"}, headings=[*headings, "stand"])
    batch = take_in(people.ror, content).batch
    (row,) = waiting_rows(batch)
    missing = {fault.heading for fault in row.faults} - set(row.cells)
    assert missing, row.faults
    cells = {**row.cells, **dict.fromkeys(missing, "01-02-2024")}
    mended = mending.put_right(who=people.ror, batch=batch.key, line=2, cells=cells)
    assert mended.batch_id == batch.key


def test_a_held_row_may_be_dropped_once(people: People) -> None:
    batch = take_in(people.ror, csv_of({"deelnemers": "twaalf"})).batch
    mending.drop(who=people.ror, batch=batch.key, line=2)
    with pytest.raises(Refused):
        mending.drop(who=people.ror, batch=batch.key, line=2)


def test_held_rows_are_anothers_business(people: People) -> None:
    batch = take_in(people.ror, csv_of({"deelnemers": "twaalf"})).batch
    with pytest.raises(Refused):
        mending.waiting_as_csv(who=people.officer, batch=batch.key)


def test_held_rows_come_out_as_csv_with_what_is_wrong(people: People) -> None:
    batch = take_in(people.ror, csv_of({"deelnemers": "=1+1", "titel": "=cmd"})).batch
    text = mending.waiting_as_csv(who=people.ror, batch=batch.key).decode("utf-8-sig")
    notice, header, row = text.splitlines()
    assert notice == "# verzonnen gegevens"
    assert header.endswith(";fout")
    assert "G deelnemers: geen getal" in row
    assert ";'=cmd;" in row
    # Put right and handed in again, the column with the errors is no hindrance.
    mended = text.replace("'=1+1", "12").encode()
    (added,) = take_in(people.ror, mended).added
    assert added.title == "=cmd"


def test_two_imports_that_met_add_a_record_once(people: People) -> None:
    actions.request_training(who=people.ror, provider="opleider", content=request(reference="A-1"))
    outcome = take_in(people.ror, csv_of({}))
    assert not outcome.added
    assert [row.edge for row in outcome.examined.differing] == ["hold"]


def test_the_example_of_the_manual_is_right(people: People) -> None:
    manual = (ROOT / "docs/import/trainings.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```csv\n(.*?)```", manual, flags=re.DOTALL)
    content = example.replace(";ror;", ";opleider;").replace(";ssv;", ";school;").encode()
    outcome = take_in(people.officer, content)
    assert [training.state for training in outcome.added] == ["held", "held", "requested"]
    assert not outcome.examined.held
    assert not outcome.examined.unknown


def test_what_is_held_back_survives_as_json(people: People) -> None:
    batch = take_in(people.ror, csv_of({"deelnemers": "twaalf"})).batch
    with acting(people.ror):
        stored = ImportBatch.objects.get(key=batch.key).held_back
    assert json.loads(json.dumps(stored)) == stored
    assert stored[0]["line"] == 2
