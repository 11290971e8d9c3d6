"""The filters and the order of a list in its address, and the words of its values."""

import datetime as dt
from decimal import Decimal

import pytest
from django import forms
from django.test import RequestFactory
from django.utils import translation

from vijfluik.core.registers.declaration import Mark, Value
from vijfluik.ui.registers.addresses import active_filters, with_query
from vijfluik.ui.registers.asking import capitalised
from vijfluik.ui.registers.columns import Column
from vijfluik.ui.registers.listing import heading
from vijfluik.ui.registers.requests import onward, page_number
from vijfluik.ui.registers.values import shown


class Filters(forms.Form):
    """A search and a choice."""

    zoek = forms.CharField(label="zoek", required=False)
    stand = forms.ChoiceField(
        label="stand", required=False, choices=[("", "alle"), ("open", "staat open")]
    )


COLUMN = Column(key="naam", label="naam", value=str, sort=("naam", "-naam"))


def test_each_filter_in_force_has_its_words_and_the_way_to_be_rid_of_it() -> None:
    request = RequestFactory().get("/lijst/?zoek=a+b&stand=open&sorteer=naam&pagina=3")
    form = capitalised(Filters(request.GET))
    assert form.is_valid()
    found = active_filters(request, form=form)
    assert [(each.label, each.url) for each in found] == [
        ("Zoek: a b", "/lijst/?stand=open&sorteer=naam"),
        ("Stand: staat open", "/lijst/?zoek=a+b&sorteer=naam"),
    ]


def test_a_filter_that_is_not_understood_is_not_in_force() -> None:
    request = RequestFactory().get("/lijst/?stand=geheim")
    form = Filters(request.GET)
    assert not form.is_valid()
    assert active_filters(request, form=form) == []


@pytest.mark.parametrize(
    ("query", "sorted_as", "url"),
    [
        ("", "", "/lijst/?sorteer=naam"),
        ("sorteer=naam&pagina=2", "ascending", "/lijst/?sorteer=-naam"),
        ("sorteer=-naam", "descending", "/lijst/?sorteer=naam"),
        ("zoek=x", "", "/lijst/?zoek=x&sorteer=naam"),
    ],
)
def test_a_heading_sorts_up_and_then_down_from_the_first_page(
    query: str, sorted_as: str, url: str
) -> None:
    found = heading(RequestFactory().get(f"/lijst/?{query}"), column=COLUMN)
    assert (found.sorted_as, found.url) == (sorted_as, url)


@pytest.mark.parametrize(
    ("sort", "query", "url"),
    [
        (("", ""), "", ""),
        (("naam", ""), "sorteer=naam", ""),
        (("", "-naam"), "", "/lijst/?sorteer=-naam"),
    ],
)
def test_a_way_in_which_a_list_cannot_sort_is_not_offered(
    sort: tuple[str, str], query: str, url: str
) -> None:
    column = Column(key="naam", label="naam", value=str, sort=sort)
    assert heading(RequestFactory().get(f"/lijst/?{query}"), column=column).url == url


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("woord", "woord"),
        (12345, "12.345"),
        (Decimal("8.2"), "8,2"),
        (dt.date(2026, 3, 1), "1 mrt 2026"),
    ],
)
def test_a_value_stands_in_the_language_of_the_page(value: Value, text: str) -> None:
    with translation.override("nl"):
        assert shown(value) == text


def test_a_day_on_a_page_of_its_own_is_written_in_full() -> None:
    with translation.override("nl"):
        assert shown(dt.date(2026, 3, 1), full=True) == "1 maart 2026"


def test_a_state_is_a_badge_with_its_word() -> None:
    badge = shown(Mark(label="gegeven", tone="positive"))
    assert "vijfluik-tone--positive" in badge
    assert "Gegeven" in badge


@pytest.mark.parametrize(
    ("word", "number"), [("3", 3), ("", 1), ("-2", 1), ("x", 1), ("9" * 30, 1), ("٣", 1)]
)
def test_a_page_number_is_a_number(word: str, number: int) -> None:
    assert page_number(RequestFactory().get("/lijst/", {"pagina": word})) == number


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/mijn-werk/", "/mijn-werk/"),
        ("https://elders.example/", "/terug/"),
        ("//elders.example/", "/terug/"),
        ("javascript:alert(1)", "/terug/"),
        ("", "/terug/"),
    ],
)
def test_the_way_on_never_leaves_the_site(target: str, expected: str) -> None:
    assert onward(RequestFactory().get("/x/", {"verder": target}), otherwise="/terug/") == expected


def test_an_address_without_a_query_has_no_question_mark() -> None:
    assert with_query("/lijst/", "") == "/lijst/"
    assert with_query("/lijst/", "a=b") == "/lijst/?a=b"
