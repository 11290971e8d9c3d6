"""The watching itself: what counts as called, whose data it saw, and taking a rule out."""

from collections.abc import Callable

import pytest
from django.urls import get_resolver

from tests.accountability.catalogue.conftest import offering, offering_database  # noqa: F401
from tests.accountability.catalogue.trainings import held, requested
from tests.browser import office
from tests.serving import plugin
from tests.serving.recording import Recorder, function_of, named_item
from tests.serving.replacements import replacement, taken_out
from tests.site.test_addresses import routes
from vijfluik.accountability.catalogue.claims import Claim, Without
from vijfluik.accountability.catalogue.library import catalogue
from vijfluik.accountability.catalogue.records import way_to_item
from vijfluik.core.partners.models import Organisation
from vijfluik.core.registers.checking import check
from vijfluik.core.registers.faults import Invalid
from vijfluik.programme.trainings import actions
from vijfluik.programme.trainings.models import Course, Training, TrainingStep

ASK = "action:vijfluik.programme.trainings.actions:request_training"
HOLD = "action:vijfluik.programme.trainings.actions:hold"
CLAIMS = [demand.claim for demand in catalogue().demands.values() if demand.claim is not None]


def claim(rule: str, without: Without = Without.NOTHING) -> Claim:
    return Claim(
        row="VK-13.1",
        items=(),
        by=[ASK],
        rule=rule,
        without=without,
        programme=False,
        lacks=None,
        place="x:1",
    )


def test_everything_that_is_claimed_is_there() -> None:
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    spaces = {
        f"{space}:{name}"
        for space, (_prefix, resolver) in get_resolver().namespace_dict.items()
        for name in resolver.reverse_dict
        if isinstance(name, str)
    }
    assert len(list(routes(get_resolver()))) > 20
    assert len(CLAIMS) > 30
    for each in CLAIMS:
        for target in each.by:
            if target.startswith("route:"):
                assert target.removeprefix("route:") in names | spaces, each.place
            else:
                assert function_of(target), each.place
        assert function_of(each.rule).__code__.co_freevars == (), each.place
        assert replacement(each), each.place


@pytest.mark.usefixtures("offering")
def test_a_function_counts_when_it_ran_and_with_the_data_it_met() -> None:
    recorder = Recorder((ASK, HOLD))
    with recorder.recording():
        requested("VK-10")
    [call] = recorder.called()
    assert (call.target, set(call.items)) == (ASK, {"VK-10"})
    requested("VK-13")
    assert len(recorder.called()) == 1


@pytest.mark.usefixtures("offering")
def test_a_function_that_refused_has_run_too() -> None:
    recorder = Recorder((HOLD,))
    with recorder.recording(), pytest.raises(Invalid):
        held("VK-13", participants=None)
    assert [call.target for call in recorder.called()] == [HOLD]


@pytest.mark.usefixtures("offering")
def test_an_address_counts_with_the_records_it_read() -> None:
    training = requested("VK-09")
    visitor = office.visitor("noor")
    recorder = Recorder(())
    with recorder.recording():
        visitor.get(f"/trainingen/{training.key}/")
        visitor.get("/programma/onderdeel/vk-26/")
    found = {call.target: call.items for call in recorder.called()}
    assert found == {
        "route:trainings:detail": {"VK-09"},
        "route:catalogue:item": {"VK-26"},
    }


@pytest.mark.usefixtures("offering")
def test_data_that_were_made_outside_the_function_do_not_count() -> None:
    recorder = Recorder((HOLD,))
    who = office.acting_as("noor")
    with recorder.recording():
        requested("VK-10")
        training = requested("VK-14")
        actions.hold(who=who, key=training.key, held_on=training.wanted_on, participants=3)
    assert {call.target: call.items for call in recorder.called()} == {HOLD: {"VK-14"}}


def test_the_way_from_a_record_to_its_item_is_found() -> None:
    assert way_to_item(Course) == "item"
    assert way_to_item(Training) == "course__item"
    assert way_to_item(TrainingStep) is None
    assert way_to_item(Organisation) is None


def test_an_address_names_an_item_by_key_or_figure() -> None:
    assert named_item("vk-13") == "VK-13"
    assert named_item("ror-trainings-2018") == "VK-13"
    assert named_item("integrale-aanpak-2019") is None


def _ask(*values: object, **named: object) -> object:
    """Call the rule as nobody would who had it."""
    asked: Callable[..., object] = check
    return asked(*values, **named)


def test_a_rule_is_out_wherever_it_was_imported_and_back_afterwards() -> None:
    before = check.__code__
    with taken_out(claim("vijfluik.core.registers.checking:check", Without.EMPTY)):
        assert _ask("anything", nonsense=True) == ()
    assert check.__code__ is before
    with pytest.raises(TypeError):
        _ask()


def _fail_without_the_rule() -> None:
    with taken_out(claim("vijfluik.core.registers.checking:check", Without.TRUE)):
        assert _ask("anything") is True
        raise ZeroDivisionError


def test_a_rule_comes_back_when_the_test_fails() -> None:
    before = check.__code__
    with pytest.raises(ZeroDivisionError):
        _fail_without_the_rule()
    assert check.__code__ is before


@pytest.mark.parametrize(
    "rule",
    ["vijfluik.core.registers.checking:gone", "vijfluik.core.registers.checking:EARLIEST"],
)
def test_a_rule_that_is_no_function_is_told(rule: str) -> None:
    with pytest.raises(LookupError), taken_out(claim(rule)):
        pass


def test_a_claim_of_its_own_behaviour_needs_it_written() -> None:
    with pytest.raises(LookupError, match="x:1"):
        replacement(claim("vijfluik.core.registers.checking:check", Without.OTHER))


def test_a_seed_chooses_the_same_part_each_time_and_another_another() -> None:
    rows = [f"VK-{number:02}.1" for number in range(1, 41)]
    assert plugin.chosen(rows, asked="all") == set(rows)
    first = plugin.chosen(rows, asked="20:abc")
    assert len(first) == 2
    assert plugin.chosen(reversed(rows), asked="20:abc") == first
    others = {frozenset(plugin.chosen(rows, asked=f"20:{seed}")) for seed in range(9)}
    assert len(others) > 4
    assert len(plugin.chosen(rows[:3], asked="20:abc")) == 1


@pytest.mark.parametrize("asked", ["some", "0:a", "-1:a", ":a"])
def test_another_part_is_refused(asked: str) -> None:
    with pytest.raises(pytest.UsageError):
        plugin.chosen(["VK-13.1"], asked=asked)


class Marked:
    """A test as pytest collects it, with marks of ours."""

    nodeid = "tests/t.py::test_t"

    def __init__(self, *rows: object) -> None:
        self.rows = rows

    def iter_markers(self, name: str) -> list[pytest.Mark]:
        return [getattr(pytest.mark, name)(*self.rows).mark] if self.rows else []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (("VK-13.1", "VK-13.2"), "serves one row"),
        (("VK-13.99",), "there is no row"),
        (("P-TRAIN.2",), "there is no row"),
        (("VV-11.1",), "nothing claims to serve"),
    ],
)
def test_a_mark_that_means_nothing_stops_the_run(rows: tuple[str, ...], said: str) -> None:
    with pytest.raises(pytest.UsageError, match=said):
        plugin.row_of(Marked(*rows))  # type: ignore[arg-type]


def test_a_mark_names_its_row() -> None:
    assert plugin.row_of(Marked("VK-13/P-TRAIN.2")) == "VK-13/P-TRAIN.2"  # type: ignore[arg-type]
    assert plugin.row_of(Marked()) is None  # type: ignore[arg-type]
