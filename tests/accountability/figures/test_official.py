"""Official values: entered with their source, confirmed by a second person, never just changed."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from django.db import DatabaseError, connections, transaction
from django.test import Client
from tests.accountability.figures.conftest import Who, issued_as_of

from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.accountability.figures.official import actions
from vijfluik.accountability.figures.official.content import Content, Invalid
from vijfluik.accountability.figures.official.model import OfficialState, OfficialValue
from vijfluik.accountability.figures.official.wording import parts_in, place_in
from vijfluik.accountability.figures.presentation import shown, summary
from vijfluik.core.access.gate import Refused
from vijfluik.core.documents.structure import Language
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import acting
from vijfluik.core.versions.history import versions
from vijfluik.core.versions.moments import close

FIGURE = "liv-deployments"


def content(**changes: object) -> Content:
    """A right value of one figure."""
    values: dict[str, object] = {
        "figure": FIGURE,
        "supplied_by": "LIV",
        "document": "Rapportage",
        "place": "regels 202–204",
        "valid_from": dt.date(2017, 1, 1),
        "number": 20,
        "hedge": Hedge.JUST_OVER,
    }
    return Content(**(values | changes))  # type: ignore[arg-type]


def text_now(who: Who) -> str:
    moment = close(dt.datetime.now(dt.UTC), longest_wait=5)
    (issued,) = issued_as_of(who, moment, FIGURE)
    return issued.figure.text(Language.DUTCH)


def test_a_value_counts_when_a_second_person_has_confirmed_it(committed: str, who: Who) -> None:
    row = actions.propose(who=who("noor"), content=content())
    assert text_now(who) == "geen gegeven"
    with pytest.raises(EdgeRefused, match="collega"):
        actions.confirm(who=who("noor"), key=row.key)
    actions.confirm(who=who("hanneke"), key=row.key)
    assert text_now(who) == "ruim 20"
    with acting(who("noor")):
        history = list(versions(OfficialValue).filter(key=row.key).order_by("tx_from"))
    assert [each.state for each in history] == ["proposed", "confirmed"]


def test_a_correction_replaces_and_gives_its_reason(committed: str, who: Who) -> None:
    first = actions.propose(who=who("noor"), content=content())
    actions.confirm(who=who("hanneke"), key=first.key)
    with pytest.raises(Invalid, match="waarom"):
        actions.propose(who=who("hanneke"), content=content(number=23), replaces=first.key)
    better = actions.propose(
        who=who("hanneke"),
        content=content(number=23, hedge=Hedge.EXACT),
        replaces=first.key,
        reason="De bron telde opnieuw.",
    )
    assert text_now(who) == "ruim 20"
    actions.confirm(who=who("noor"), key=better.key)
    assert text_now(who) == "23"
    with acting(who("noor")):
        assert OfficialValue.objects.get(key=first.key).state == OfficialState.REPLACED
        (version,) = versions(OfficialValue).filter(key=better.key, state="proposed")
    assert version.reason == "De bron telde opnieuw."


def test_a_second_value_without_a_correction_is_not_confirmed(committed: str, who: Who) -> None:
    for number in (20, 21):
        row = actions.propose(who=who("noor"), content=content(number=number))
        if number == 20:
            actions.confirm(who=who("hanneke"), key=row.key)
    with pytest.raises(EdgeRefused, match="correctie"):
        actions.confirm(who=who("hanneke"), key=row.key)
    assert text_now(who) == "ruim 20"


def test_withdrawing_and_rejecting_need_a_reason_and_leave_no_value(
    committed: str, who: Who
) -> None:
    row = actions.propose(who=who("noor"), content=content())
    with pytest.raises(Invalid, match="waarom"):
        actions.reject(who=who("hanneke"), key=row.key, reason=" ")
    actions.confirm(who=who("hanneke"), key=row.key)
    with pytest.raises(EdgeRefused):
        actions.reject(who=who("hanneke"), key=row.key, reason="Te laat.")
    actions.withdraw(who=who("noor"), key=row.key, reason="De bron neemt het terug.")
    assert text_now(who) == "geen gegeven"
    other = actions.propose(who=who("noor"), content=content())
    actions.reject(who=who("hanneke"), key=other.key, reason="Staat er niet.")
    assert text_now(who) == "geen gegeven"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"figure": "ror-trainings-2018"}, "figure"),
        ({"figure": "nothing"}, "figure"),
        ({"number": None}, "number"),
        ({"number": -1}, "number"),
        ({"parts": {"a": 1}}, "parts"),
        ({"number": None, "parts": {"a": -1}}, "number"),
        ({"words_nl": "veel"}, "words_en"),
        ({"hedge_word_nl": "ruim"}, "hedge_word_en"),
        ({"hedge_word_nl": "circa", "hedge_word_en": "just over"}, "hedge_word_nl"),
        ({"supplied_by": " "}, "supplied_by"),
        ({"place": ""}, "place"),
        ({"valid_until": dt.date(2016, 1, 1)}, "valid_until"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    committed: str, who: Who, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        actions.propose(who=who("noor"), content=content(**changes))
    assert field in refused.value.faults
    with acting(who("noor")):
        assert not OfficialValue.objects.exists()


@pytest.mark.parametrize("name", ["ruben", "aukje", "fleur", "gijs"])
def test_others_enter_nothing(committed: str, who: Who, name: str) -> None:
    with pytest.raises(Refused):
        actions.propose(who=who(name), content=content())
    row = actions.propose(who=who("noor"), content=content())
    with pytest.raises(Refused):
        actions.confirm(who=who(name), key=row.key)
    with pytest.raises(Refused):
        actions.withdraw(who=who("noor"), key=uuid.uuid4(), reason="Bestaat niet.")


# What is tried, and what stops it.
ATTACKS: dict[str, tuple[str, str]] = {
    "own": (
        "state = 'confirmed', approved_by_id = proposed_by_id, approved_at = now()",
        "four_eyes",
    ),
    "nobody": ("state = 'confirmed'", "confirmed_by_another"),
    "another": (
        "state = 'confirmed', approved_at = now(), approved_by_id ="
        " (SELECT key FROM partners_professional WHERE username = 'hanneke')",
        "own name",
    ),
    "number": ("number = 99", "permission denied"),
    "back": ("state = 'withdrawn'", "does not go from proposed"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_database_holds_to_four_eyes_whatever_writes(
    committed: str, who: Who, attack: str
) -> None:
    actions.propose(who=who("noor"), content=content())
    change, stopped = ATTACKS[attack]
    with (
        pytest.raises(DatabaseError, match=stopped),
        acting(who("noor")),
        transaction.atomic(),
        connections["default"].cursor() as cursor,
    ):
        cursor.execute(f"UPDATE figure_official SET {change}")


@pytest.mark.serves("X-04.1")
def test_it_is_marked_as_supplied_wherever_it_stands(committed: str, who: Who) -> None:
    row = actions.propose(who=who("noor"), content=content())
    actions.confirm(who=who("hanneke"), key=row.key)
    moment = close(dt.datetime.now(dt.UTC), longest_wait=5)
    (issued,) = issued_as_of(who, moment, FIGURE)
    assert summary(issued)["source"] == "official"
    assert summary(issued)["value"] == 20
    assert '"supplied_by":"LIV"' in issued.content.text
    assert '"place":"regels 202–204"' in issued.content.text
    bound = shown(issued.figure, language=Language.DUTCH)
    assert (bound.words, bound.supplied) == ("ruim 20", "opgegeven door LIV")


def test_pages_lead_from_the_list_to_a_confirmed_value(
    committed: str, visit_as: Callable[[str], Client]
) -> None:
    noor, hanneke = visit_as("noor"), visit_as("hanneke")
    form = {
        "figure": FIGURE,
        "number": "20",
        "hedge": "just_over",
        "supplied_by": "LIV",
        "document": "Rapportage",
        "place": "regel 202",
        "valid_from": "2017-01-01",
    }
    wrong = noor.post("/cijfers/opgegeven/nieuw/", form | {"number": ""})
    assert wrong.status_code == 200
    assert "Noem een getal" in wrong.content.decode()
    made = noor.post("/cijfers/opgegeven/nieuw/", form)
    assert made.status_code == 302
    page = noor.get(made["Location"]).content.decode()
    assert "ruim 20" in page
    assert "/bevestigen/" not in page
    assert "/bevestigen/" in hanneke.get(made["Location"]).content.decode()
    asked = hanneke.get(f"{made['Location']}bevestigen/")
    assert "regel 202" in asked.content.decode()
    hanneke.post(f"{made['Location']}bevestigen/")
    listed = noor.get("/cijfers/opgegeven/").content.decode()
    assert "bevestigd" in listed
    correcting = noor.get(f"{made['Location']}corrigeren/")
    assert 'value="20"' in correcting.content.decode()
    close(dt.datetime.now(dt.UTC), longest_wait=5)
    figure = noor.get(f"/cijfers/{FIGURE}/").content.decode()
    assert "Opgegeven door LIV; niet berekend uit registraties." in figure
    csv = noor.get(f"/cijfers/{FIGURE}.csv").content.decode()
    assert "opgegeven door LIV" in csv


def test_recorded_words_are_english_in_an_english_edition() -> None:
    parts = {"meldplicht": 5, "onbekend": 2}
    assert dict(parts_in(parts, language=Language.ENGLISH)) == {"duty to report": 5, "onbekend": 2}
    assert parts_in(parts, language=Language.DUTCH) is parts
    assert place_in("regels 643–648", language=Language.ENGLISH) == "lines 643–648"
    for place in ("regels 643–648", "Kamerstuk"):
        assert place_in(place, language=Language.DUTCH) == place
