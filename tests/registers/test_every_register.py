"""What holds for every register that a room declares, whatever it is about.

A test goes through several properties of its register, one function for each: what takes long is
making the record that they are asked of, and whatever that record must belong to.
"""

import contextlib
import csv
import io
import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from tests.registers.examples import (
    content_for,
    file_of,
    keeper,
    made,
    outsider,
    owner_for,
    reason_for,
)
from tests.site.people import somebody

from vijfluik.cli.commands import records
from vijfluik.cli.errors import CommandFailed
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import Refused
from vijfluik.core.facts.sources import source_named
from vijfluik.core.items.register import items
from vijfluik.core.journal.queries import Filter, page_of_events
from vijfluik.core.journal.results import Result
from vijfluik.core.lifecycle.models import ApprovedStep, Due
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers import actions
from vijfluik.core.registers.access import access_record, access_records
from vijfluik.core.registers.contents import changed, content_of
from vijfluik.core.registers.counting import declare_source
from vijfluik.core.registers.declaration import CORRECT, Register
from vijfluik.core.registers.exporting.records import ExportFormat, export_records
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.core.registers.filtering import Wanted, sorts_of
from vijfluik.core.registers.importing.writing import import_file
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.kinds.plain import in_dutch
from vijfluik.core.registers.reading import record_detail, record_list
from vijfluik.core.registers.registry import registers
from vijfluik.core.registers.seen import token_of
from vijfluik.core.versions.history import versions
from vijfluik.demo.people import accounts


def told(key: object, *, result: Result = Result.DONE) -> list[str]:
    """The events of a record, the oldest first, without decisions."""
    found = page_of_events(wanted=Filter(object_key=str(key), result=result)).events
    return [each.action for each in reversed(found) if each.action != "access.decided"]


def seen(register: Register, who: Acting, key: uuid.UUID) -> str:
    with acting(who):
        return token_of(register, key=key)


@contextlib.contextmanager
def undone() -> Iterator[None]:
    """What is done inside is taken back, so that the next property finds what this one found."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_each_serves_items_of_the_programme_and_is_countable() -> None:
    assert len(registers()) > 30
    for register in registers():
        assert register.items, register.thing
        assert set(register.items) <= set(items()), register.thing
        if register.persons:
            with pytest.raises(ValueError, match="never reads the row of a person"):
                declare_source(register)
        else:
            table = register.model._meta.db_table
            assert source_named(register.thing).table == table, register.thing


def test_each_keeps_four_eyes_by_its_steps_and_answers_its_terms_from_their_state() -> None:
    for register in registers():
        asked = [edge.name for edge in register.lifecycle.edges if edge.four_eyes]
        assert not asked or issubclass(register.steps, ApprovedStep), register.thing
        for term in register.terms:
            assert term.state in register.edge(term.answer).sources, (register.thing, term.kind)
            with override("en"):
                english = str(term.provision)
            assert english != in_dutch(term.provision), register.thing


@pytest.mark.usefixtures("platform")
def test_the_search_looks_in_every_line_of_text_of_each() -> None:
    for register in registers():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n"
                " ON n.oid = p.pronamespace WHERE n.nspname = 'search' AND p.proname = %s",
                [f"{register.model._meta.db_table}_write"],
            )
            ((text,),) = cursor.fetchall()
        kinds = kinds_of(register)
        lines = [kind.column for name, kind in kinds.items() if kind.searched and name != "state"]
        assert lines, register.thing
        missing = [column for column in lines if f'NEW."{column}"' not in text]
        assert missing == [], register.thing


@pytest.mark.usefixtures("kept")
def test_a_record_is_told_walled_and_corrected_with_its_versions(register: Register) -> None:
    who, other = keeper(register), outsider(register)
    record = made(register, who=who)
    is_a_row_a_step_a_version_and_an_event(register, who=who, record=record)
    is_not_there_without_an_actor(register)
    stays_with_its_owner(register, who=who, record=record)
    takes_no_step_in_anothers_name(register, who=who, other=other, record=record)
    is_nothing_to_an_outsider(register, who=who, other=other, record=record)
    is_corrected_with_a_version_a_step_and_an_event(register, who=who, record=record)


def is_a_row_a_step_a_version_and_an_event(register: Register, *, who: Acting, record: Any) -> None:
    with acting(who):
        step = register.steps._default_manager.get(**{register.step_link: record.key})
        assert step.to_state == record.state == register.lifecycle.initial
        assert versions(register.model).filter(key=record.key).count() == 1
        due = Due.objects.filter(register=register.thing, object_key=record.key)
        assert due.exists() == (register.due_of(record) is not None)
    assert told(record.key) == ["record.created"]


def is_not_there_without_an_actor(register: Register) -> None:
    with connection.cursor() as cursor:
        for table in (
            register.model._meta.db_table,
            f"{register.model._meta.db_table}_version",
            register.steps._meta.db_table,
        ):
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,), table


def stays_with_its_owner(register: Register, *, who: Acting, record: Any) -> None:
    elsewhere = "wolverdam" if register.owner_of(record) != "wolverdam" else "jenv"
    with acting(who), pytest.raises(DatabaseError), transaction.atomic():
        register.model._default_manager.filter(key=record.key).update(
            **{f"{register.scope}_id": elsewhere}
        )


def takes_no_step_in_anothers_name(
    register: Register, *, who: Acting, other: Acting, record: Any
) -> None:
    with acting(who):
        step = register.steps._default_manager.get(**{register.step_link: record.key})
        step.key = uuid.uuid4()
        step.taken_by_id = other.actor.key
        with pytest.raises(DatabaseError), transaction.atomic():
            step.save(force_insert=True)


def is_nothing_to_an_outsider(
    register: Register, *, who: Acting, other: Acting, record: Any
) -> None:
    edge = register.lifecycle.edges[0].name
    token = seen(register, who, record.key)
    with acting(other):
        assert not register.model._default_manager.exists()
        assert not register.steps._default_manager.exists()
        assert not versions(register.model).exists()
        with pytest.raises(Refused):
            access_record(register, who=other, key=record.key)
        with pytest.raises(Refused):
            access_records(register, who=other)
    owner = register.owner_of(record)
    with acting(who):
        content = content_for(register, reference="V-2", owner=owner)
    with pytest.raises(Refused):
        actions.create(register, who=other, owner=owner, content=content)
    with pytest.raises(Refused):
        actions.correct(
            register, who=other, key=record.key, changes={"reference": "X"}, reason="R", seen=token
        )
    with pytest.raises(Refused):
        actions.step(register, who=other, key=record.key, edge=edge)
    with pytest.raises(Refused):
        import_file(
            register, who=other, file_name="a.csv",
            content=file_of(register, references=["V-3"], owner=owner),
        )  # fmt: skip
    with pytest.raises(Refused):
        export_records(register, who=other, format=ExportFormat.CSV)
    assert told(record.key, result=Result.FAILED) == []
    assert told(record.key) == ["record.created"]


def is_corrected_with_a_version_a_step_and_an_event(
    register: Register, *, who: Acting, record: Any
) -> None:
    token = seen(register, who, record.key)
    changes, reason = {"reference": "A-2"}, reason_for(register, edge=CORRECT)
    actions.correct(register, who=who, key=record.key, changes=changes, reason=reason, seen=token)
    with acting(who):
        assert versions(register.model).filter(key=record.key).count() == 2
        found = record_detail(register, who=who, key=record.key)
    assert [moment.edge for moment in found.timeline] == ["correct", register.lifecycle.opening]
    assert found.timeline[0].before is not None
    now = content_of(register, record=found.record)
    assert changed(register, before=found.timeline[0].before, after=now) == ["reference"]
    assert told(record.key) == ["record.created", "record.changed"]
    with pytest.raises(Conflict):
        actions.correct(
            register, who=who, key=record.key, changes={"reference": "A-3"}, reason=reason,
            seen=token,
        )  # fmt: skip
    with pytest.raises(Invalid):
        actions.correct(
            register, who=who, key=record.key, changes={"reference": "A-3"}, reason=" ",
            seen=seen(register, who, record.key),
        )  # fmt: skip
    assert told(record.key, result=Result.FAILED) == ["record.changed", "record.changed"]


@pytest.mark.usefixtures("platform")
def test_a_reference_stands_once_and_every_order_and_filter_can_be_asked(
    register: Register,
) -> None:
    who = keeper(register)
    made(register, who=who)
    with undone():
        with pytest.raises(Invalid) as caught:
            made(register, who=who)
        assert [fault.field for fault in caught.value.faults] == ["reference"]
    with acting(who):
        for sort in [*sorts_of(register), "onzin"]:
            assert len(record_list(register, who=who, wanted=Wanted(), sort=sort).object_list) == 1
        for each in register.filters:
            value = 1999 if each.identifier.endswith("year") else "bestaat-niet"
            try:
                page = record_list(
                    register, who=who, wanted=Wanted(values={each.identifier: value})
                )
            except (ValueError, ValidationError):
                continue
            assert len(page.object_list) == 0, each.word
        assert record_list(register, who=who, wanted=Wanted(search="V-1")).object_list
        assert not record_list(register, who=who, wanted=Wanted(search="%")).object_list


@pytest.mark.usefixtures("platform")
def test_files_lose_nothing_are_read_back_and_lists_of_them_ask_few_questions(
    filed: Register,
) -> None:
    who = keeper(filed)
    owner = owner_for(filed, who)
    for part in (
        an_import_loses_no_row_and_doubles_none,
        an_export_is_read_back_without_a_change,
        a_list_asks_few_questions_whatever_its_length,
    ):
        with undone():
            part(filed, who=who, owner=owner)


def an_import_loses_no_row_and_doubles_none(register: Register, *, who: Acting, owner: str) -> None:
    content = file_of(register, references=["F-1", "F-2", "", "F-2"], owner=owner)
    for expected in (2, 0):
        outcome = import_file(register, who=who, file_name="a.csv", content=content)
        examined = outcome.examined
        assert len(outcome.added) == expected, [str(fault) for fault in examined.faults]
        assert examined.rows == 4
        assert len(examined.new) + examined.known + len(examined.held) == 4
        assert [fault.line for fault in examined.faults] == [4]
    with acting(who):
        steps = register.steps._default_manager.values_list(register.step_link, flat=True)
        assert {record.key for record in outcome.added} <= set(steps)
        assert register.model._default_manager.count() == 2


def an_export_is_read_back_without_a_change(register: Register, *, who: Acting, owner: str) -> None:
    content = file_of(register, references=["F-1", "F-2"], owner=owner)
    import_file(register, who=who, file_name="a.csv", content=content)
    file = export_records(register, who=who, format=ExportFormat.CSV)
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))
    assert file.rows == 2
    assert len(rows) == 4
    again = import_file(register, who=who, file_name="b.csv", content=file.content).examined
    assert (again.known, [str(fault) for fault in again.faults]) == (2, [])
    for kind in (ExportFormat.ODS, ExportFormat.JSON):
        assert export_records(register, who=who, format=kind).rows == 2


def a_list_asks_few_questions_whatever_its_length(
    register: Register, *, who: Acting, owner: str
) -> None:
    counts = []
    for references in (["F-1"], [f"G-{number}" for number in range(12)]):
        file = file_of(register, references=references, owner=owner)
        import_file(register, who=who, file_name=f"{len(references)}.csv", content=file)
        with acting(who), CaptureQueriesContext(connection) as asked:
            page = record_list(register, who=who, wanted=Wanted())
        counts.append(len([query for query in asked if "set_config" not in query["sql"]]))
    assert len(page.object_list) == 13
    assert counts[0] == counts[1] <= 4


def test_the_command_adds_a_file_to_each_register_that_people_bring_files_to(
    register: Register, platform: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A real file on disk; by the account that the command takes, where that role may."""
    who = keeper(register)
    owner = owner_for(register, who)
    file = tmp_path / "rijen.csv"
    file.write_bytes(file_of(register, references=["F-1"], owner=owner))
    words = ["add", register.thing, "--file", str(file)]
    if not register.filed:
        with pytest.raises(CommandFailed, match="takes no files"):
            records.run(words)
        return
    if reach(who=somebody("noor"), thing=register.thing, action="import").nowhere:
        words += ["--as", next(each for each in accounts() if somebody(each).actor == who.actor)]
    code = records.run(words)
    told = json.loads(capsys.readouterr().out)
    assert (code, told["rows"], told["added"]) == (0, 1, 1), told
