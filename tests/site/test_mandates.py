"""The pages of mandates: propose, approve, review and end, each without a script."""

import re
import uuid

import pytest
from django.test import Client
from tests.core.mandates.test_actions import administrator, other, proposed
from tests.site import people

from vijfluik.core.mandates import actions
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Mandate, Purpose
from vijfluik.core.partners.queries import grants_of, today
from vijfluik.demo.people import key_of

LIST = "/beheer/mandaten/"


def filled(**changes: str) -> dict[str, str]:
    year = today().year
    return {
        "professional": str(key_of(people.OUTSIDER)),
        "role": "policy_officer",
        "organisation": "wolverdam",
        "purpose": "programme",
        "valid_from": today().isoformat(),
        "valid_until": f"{year + 1}-12-31",
        **changes,
    }


def text_of(client: Client, path: str) -> str:
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def test_two_administrators_give_somebody_a_right_and_take_it_away(committed: str) -> None:
    maarten = people.browser(people.ADMINISTRATOR)
    willemijn = people.browser(people.OTHER_ADMINISTRATOR)
    answer = maarten.post(f"{LIST}nieuw/", filled())
    assert answer.status_code == 302
    page = answer.headers["Location"]
    seen = text_of(maarten, page)
    assert "Voorgesteld. Het werkt zodra een andere beheerder het goedkeurt." in seen
    assert "U stelde dit zelf voor." in seen
    assert "goedkeuren/" not in seen
    assert "goedkeuren/" in text_of(willemijn, page)
    assert "Keurt u dit mandaat goed?" in text_of(willemijn, f"{page}goedkeuren/")
    assert grants_of(key_of(people.OUTSIDER)) == ()
    assert willemijn.post(f"{page}goedkeuren/").headers["Location"] == page
    assert len(grants_of(key_of(people.OUTSIDER))) == 1
    assert maarten.post(f"{page}beoordelen/").status_code == 302
    assert maarten.post(f"{page}beeindigen/", {"reason": ""}).status_code == 422
    assert maarten.post(f"{page}beeindigen/", {"reason": "Andere baan"}).status_code == 302
    assert grants_of(key_of(people.OUTSIDER)) == ()
    told = text_of(willemijn, page)
    for words in ("Voorgesteld", "Goedgekeurd", "Beoordeeld", "Beëindigd", "“Andere baan”"):
        assert words in told
    assert "beeindigen/" not in told


def test_the_list_says_what_waits_and_what_is_due(committed: str) -> None:
    seen = text_of(people.browser(people.ADMINISTRATOR), LIST)
    assert (
        "1 voorstel wacht op goedkeuring; 1 beoordeling is binnen een maand aan de beurt." in seen
    )
    assert seen.index("Lieke van Rossum") < seen.index("Jamila Benali") < seen.index("Ruben Oostra")
    assert "Beëindigd of verlopen" in seen


def test_what_waits_is_the_work_of_an_administrator_who_can_do_it(committed: str) -> None:
    mine = proposed()
    willemijn = text_of(people.browser(people.OTHER_ADMINISTRATOR), "/mijn-werk/")
    assert f"{LIST}{mine.key}/goedkeuren/" in willemijn
    assert "Mandaat beoordelen" in willemijn
    assert "Jamila Benali" in willemijn
    assert 'href="/mijn-werk/"' in willemijn
    maarten = text_of(people.browser(people.ADMINISTRATOR), "/mijn-werk/")
    assert str(mine.key) not in maarten
    assert "Jamila Benali" in maarten
    assert "Mandaat" not in text_of(people.browser(people.PROVIDER), "/mijn-werk/")


def test_ending_an_administrator_tells_when_too_few_are_left(committed: str) -> None:
    with acting(administrator()):
        keys = {
            username: Mandate.objects.get(
                professional=key_of(username), purpose=Purpose.ADMINISTRATION
            ).key
            for username in (people.ADMINISTRATOR, people.OTHER_ADMINISTRATOR)
        }
    maarten = people.browser(people.ADMINISTRATOR)
    usual = text_of(maarten, f"{LIST}{proposed().key}/beeindigen/")
    assert "Let op" not in usual
    other_one = f"{LIST}{keys[people.OTHER_ADMINISTRATOR]}/beeindigen/"
    assert "hierna is er nog maar één mandaatbeheerder" in text_of(maarten, other_one)
    assert maarten.post(other_one, {"reason": "Andere baan"}).status_code == 302
    own = text_of(maarten, f"{LIST}{keys[people.ADMINISTRATOR]}/beeindigen/")
    assert "hierna is er geen mandaatbeheerder meer" in own


def test_whoever_proposed_is_sent_back_and_nothing_happens(committed: str) -> None:
    made = proposed()
    maarten = people.browser(people.ADMINISTRATOR)
    for method in (maarten.get, maarten.post):
        answer = method(f"{LIST}{made.key}/goedkeuren/")
        assert answer.headers["Location"] == f"{LIST}{made.key}/"
    with acting(administrator()):
        assert Mandate.objects.get(key=made.key).approved_by_id is None


def test_an_act_that_came_too_late_says_so(committed: str) -> None:
    made = proposed()
    actions.approve(who=other(), key=made.key)
    seen = text_of(people.browser(people.OTHER_ADMINISTRATOR), f"{LIST}{made.key}/goedkeuren/")
    assert "Dit kan niet meer of nog niet: het mandaat is in werking." in seen


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"professional": str(key_of("maarten"))}, "professional"),
        ({"professional": "x"}, "professional"),
        ({"valid_until": "morgen"}, "valid_until"),
        ({"valid_until": "2020-01-01"}, "valid_until"),
        ({"purpose": "administration"}, "purpose"),
        ({"organisation": "\0"}, "organisation"),
        ({"role": "superuser"}, "role"),
    ],
)
def test_a_wrong_field_is_named_and_what_was_typed_stays(
    committed: str, change: dict[str, str], told: str
) -> None:
    client = people.browser(people.ADMINISTRATOR)
    answer = client.post(f"{LIST}nieuw/", filled(**change))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [told]
    assert 'value="wolverdam" selected' in answer.content.decode() or told == "organisation"


def test_unknown_mandates_and_acts_do_not_exist(committed: str) -> None:
    made = proposed()
    client = people.browser(people.ADMINISTRATOR)
    for path in (f"{LIST}{uuid.uuid4()}/", f"{LIST}{made.key}/verwijderen/"):
        assert client.get(path).status_code == 404
        assert client.post(path).status_code in (404, 405)


def test_an_overseer_looks_and_has_nothing_to_press(committed: str) -> None:
    seen = text_of(people.browser(people.AUDITOR), "/toezicht/mandaten/")
    assert "Wacht op goedkeuring" in seen
    assert "Mandaat voorstellen" not in seen
    assert LIST not in seen


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_holds_words_of_the_other_language(committed: str, language: str) -> None:
    made = proposed()
    client = people.browser(people.OTHER_ADMINISTRATOR)
    client.cookies["vijfluik_taal"] = language
    paths = [LIST, f"{LIST}nieuw/", f"{LIST}{made.key}/", f"{LIST}{made.key}/goedkeuren/"]
    dutch = ("goedkeur", "Voorgesteld", "Professional en", "beheerder")
    for path in paths:
        seen = text_of(client, path)
        words = re.sub(r"<[^>]*>", " ", seen)
        assert any(word in words for word in dutch) is (language == "nl"), path
