"""Words that were searched by: under a seal in addresses, and never silently left out."""

import re

import pytest
from django.urls import reverse
from tests.site import people

from vijfluik.ui.registers import sought

HERE = "/trainingen/"


def sealed_by(username: str, words: str) -> str:
    """The words as they stand in an address of somebody."""
    return sought.sealed_words(words, who=people.somebody(username))


@pytest.mark.parametrize("asked", ["onzin", "é", "AAAA", None])
def test_words_that_do_not_open_give_no_list_and_no_file_of_everything(
    platform: str, asked: str | None
) -> None:
    noor = people.browser("noor")
    words = sealed_by("gijs", "geheim") if asked is None else asked
    for path in (HERE, reverse("trainings:export", args=["csv"]), "/documenten/"):
        answer = noor.get(path, {"gezocht": words})
        assert answer.status_code == 400, path
        assert "Content-Disposition" not in answer.headers
        assert "Zoek opnieuw vanuit de lijst." in answer.content.decode()


def test_ones_own_words_open_and_plain_ones_go_on_under_a_seal(platform: str) -> None:
    noor = people.browser("noor")
    own = noor.get(HERE, {"gezocht": sealed_by("noor", "xyzzy")})
    assert own.status_code == 200
    assert 'value="xyzzy"' in own.content.decode()
    page = noor.get(HERE, {"zoek": "xyzzy", "stand": "requested"}).content.decode()
    assert 'value="xyzzy"' in page
    ways_on = re.findall(r'href="([^"]*)"', page)
    assert not [each for each in ways_on if "xyzzy" in each]
    assert any("gezocht=" in each for each in ways_on)
