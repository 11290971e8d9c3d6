"""The switch of the theme works without script and leads nowhere else."""

import pytest
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from vijfluik.ui.context import THEME_COOKIE
from vijfluik.ui.pages import switch_theme


def switched(theme: str, target: str) -> HttpResponse:
    """The answer to choosing a theme on the page `target`."""
    return switch_theme(RequestFactory().post("/weergave/", {"theme": theme, "next": target}))


@pytest.mark.parametrize("theme", ["system", "light", "dark"])
def test_the_choice_is_kept_in_a_cookie_and_the_reader_returns(theme: str) -> None:
    answer = switched(theme, "/trainingen/?jaar=2018")
    assert answer.status_code == 302
    assert answer["Location"] == "/trainingen/?jaar=2018"
    cookie = answer.cookies[THEME_COOKIE]
    assert (cookie.value, cookie["samesite"], cookie["httponly"]) == (theme, "Lax", True)


@pytest.mark.parametrize("target", ["https://elders.example/", "//elders.example", ""])
def test_another_host_is_replaced_by_the_root(target: str) -> None:
    assert switched("dark", target)["Location"] == "/"


def test_a_word_that_is_no_theme_does_not_exist() -> None:
    with pytest.raises(Http404):
        switched("purple", "/")


def test_looking_does_not_switch() -> None:
    assert switch_theme(RequestFactory().get("/weergave/")).status_code == 405
