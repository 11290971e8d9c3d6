"""The page of one training, its steps, and two people at one record."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.browser import office
from tests.browser.reading import filled, read

from vijfluik.core.partners.queries import today
from vijfluik.programme.trainings.models import Training
from vijfluik.programme.trainings.register import REGISTER


@pytest.fixture(autouse=True)
def _inside(office_database: str, database: str) -> Iterator[None]:
    with office.entered(office_database, back_to=database):
        yield


def address(training: Training, step: str = "") -> str:
    """The page of a training, or of a step of it."""
    return f"/trainingen/{training.key}/" + (f"{step}/" if step else "")


def stored(training: Training) -> Training:
    """The record as it is now."""
    return office.found(key=training.key)


def test_the_page_tells_facts_what_is_due_and_what_can_be_done() -> None:
    training = office.requested()
    page = read(office.visitor("ruben").get(address(training)))
    assert training.reference in page.text
    assert "Aangevraagd" in page.text
    assert "Reageren op de aanvraag" in page.text
    assert page.link("Plannen") == address(training, "plannen")
    assert "Intrekken" not in page.links
    assert "Terugdraaien" not in page.links


def test_only_who_may_withdraw_is_offered_it() -> None:
    training = office.requested()
    assert "Intrekken" in read(office.visitor("noor").get(address(training))).links
    assert office.visitor("ruben").get(address(training, "intrekken")).status_code == 404


@pytest.mark.parametrize("account", ["sietske", "gijs", "lieke", "aukje"])
@pytest.mark.parametrize("step", ["", "wijzigen", "plannen", "annuleren", "intrekken"])
def test_a_record_of_somebody_else_answers_as_one_that_is_not_there(
    account: str, step: str
) -> None:
    training = office.requested()
    visitor = office.visitor(account)
    theirs = visitor.get(address(training, step))
    absent = visitor.get(address(Training(key=uuid.uuid4()), step))
    assert (theirs.status_code, absent.status_code) == (404, 404)
    assert read(theirs).text == read(absent).text
    assert visitor.post(address(training, step), {"reason": "x"}).status_code in {404, 405}


def test_a_record_asks_few_questions_of_the_database() -> None:
    training, ruben = office.held(), office.visitor("ruben")
    ruben.get(address(training))
    with CaptureQueriesContext(connection) as asked:
        ruben.get(address(training))
    assert len(asked) <= 20, [query["sql"] for query in asked]


def test_a_training_goes_from_request_to_result_by_its_pages() -> None:
    training, ruben = office.requested(), office.visitor("ruben")
    yesterday = today() - dt.timedelta(days=1)
    form = filled(ruben.get(address(training, "plannen")), planned_on=yesterday.isoformat())
    assert ruben.post(address(training, "plannen"), form).status_code == 302
    form = filled(ruben.get(address(training, "vastleggen")), participants="14")
    assert form["held_on"] == [yesterday.isoformat()]
    ruben.post(address(training, "vastleggen"), form)
    assert (stored(training).state, stored(training).participants) == ("held", 14)
    page = read(ruben.get(address(training)))
    assert "Als gegeven vastgelegd" in page.text
    assert page.text.index("Als gegeven vastgelegd") < page.text.rindex("Gepland op ")


def test_a_step_that_is_not_right_is_told_at_its_field_and_writes_nothing() -> None:
    training, ruben = office.planned(), office.visitor("ruben")
    later = today() + dt.timedelta(days=2)
    form = filled(
        ruben.get(address(training, "vastleggen")), held_on=later.isoformat(), participants="9"
    )
    answer = ruben.post(address(training, "vastleggen"), form)
    assert answer.status_code == 422
    assert "deze dag moet nog komen" in read(answer).text
    assert stored(training).state == "planned"


def test_a_step_that_came_too_late_says_so_beside_what_can_be_done() -> None:
    training, ruben = office.planned(), office.visitor("ruben")
    answer = ruben.get(address(training, "plannen"), follow=True)
    assert "kan nu niet: de stand is gepland" in read(answer).text


def test_every_act_of_the_register_has_a_page() -> None:
    ruben, noor = office.visitor("ruben"), office.visitor("noor")
    cases: dict[str, Callable[[], Training]] = {
             "plan": office.requested, "replan": office.planned, "hold": office.planned,
             "cancel": office.requested, "withdraw": office.requested}  # fmt: skip
    for name, make in cases.items():
        visitor = noor if name == "withdraw" else ruben
        answer = visitor.get(address(make(), REGISTER.act(name).word))
        assert answer.status_code == 200, name


def test_a_cancellation_offers_the_way_back() -> None:
    training, ruben = office.requested(), office.visitor("ruben")
    form = filled(ruben.get(address(training, "annuleren")), reason="Te weinig aanmeldingen")
    page = read(ruben.post(address(training, "annuleren"), form, follow=True))
    back = page.link("Terugdraaien")
    ruben.post(back, filled(ruben.get(back), reason="Toch genoeg"))
    assert stored(training).state == "requested"


def test_withdrawing_asks_once_more_and_needs_a_reason() -> None:
    training, noor = office.requested(), office.visitor("noor")
    asked = noor.get(address(training, "intrekken"))
    assert "Weet u zeker" in read(asked).text
    assert noor.post(address(training, "intrekken"), filled(asked)).status_code == 422
    noor.post(address(training, "intrekken"), filled(asked, reason="Dubbel vastgelegd"))
    assert stored(training).state == "withdrawn"
    page = read(noor.get(address(training, "wijzigen"), follow=True))
    assert "daaraan wordt niets meer gewijzigd" in page.text


def test_a_correction_shows_old_and_new_and_can_be_taken_back() -> None:
    training, ruben = office.held(), office.visitor("ruben")
    form = filled(ruben.get(address(training, "wijzigen")), participants="15", reason="Nageteld")
    page = read(ruben.post(address(training, "wijzigen"), form, follow=True))
    assert "De wijziging is bewaard." in page.text
    assert "was 12 → werd 15" in page.text
    assert "“Nageteld”" in page.text
    back = page.link("Terugdraaien")
    form = filled(ruben.get(back))
    assert form["participants"] == ["12"]
    ruben.post(back, form)
    assert stored(training).participants == 12


def test_a_correction_without_a_reason_or_without_a_change_is_refused() -> None:
    training, ruben = office.held(), office.visitor("ruben")
    opened = ruben.get(address(training, "wijzigen"))
    nameless = ruben.post(address(training, "wijzigen"), filled(opened, participants="13"))
    assert nameless.status_code == 422
    nothing = ruben.post(address(training, "wijzigen"), filled(opened, reason="Zomaar"))
    assert "er is niets gewijzigd" in read(nothing).text
    assert stored(training).participants == 12


@pytest.mark.parametrize(("choice", "participants"), [("yours", 20), ("theirs", 15)])
def test_two_people_change_one_record_and_nothing_is_lost(choice: str, participants: int) -> None:
    training = office.held()
    ruben, noor = office.visitor("ruben"), office.visitor("noor")
    page = address(training, "wijzigen")
    ruben_opened, noor_opened = ruben.get(page), noor.get(page)
    ruben.post(page, filled(ruben_opened, participants="15", requester="Regio", reason="Lijst"))
    merge = noor.post(page, filled(noor_opened, participants="20", title="Beter", reason="Bron"))
    assert merge.status_code == 409
    text = read(merge).text
    assert "Ruben Oostra wijzigde dit terwijl u bezig was" in text
    assert "Het was: 12 Van u: 20 Van Ruben Oostra: 15" in text
    assert stored(training).participants == 15
    assert noor.post(page, filled(merge, keuze_participants=choice)).status_code == 302
    now = stored(training)
    assert (now.participants, now.title, now.requester) == (participants, "Beter", "Regio")


def test_changes_of_different_fields_are_joined() -> None:
    training = office.held()
    ruben, noor = office.visitor("ruben"), office.visitor("noor")
    page = address(training, "wijzigen")
    ruben_opened, noor_opened = ruben.get(page), noor.get(page)
    ruben.post(page, filled(ruben_opened, audience=["police", "teachers"], reason="Lijst"))
    merge = noor.post(page, filled(noor_opened, title="Beter", reason="Bron"))
    assert "u wijzigde andere velden" in read(merge).text
    noor.post(page, filled(merge))
    assert (stored(training).title, stored(training).audience) == ("Beter", ["police", "teachers"])


def test_a_third_change_while_choosing_asks_again() -> None:
    training = office.held()
    ruben, noor = office.visitor("ruben"), office.visitor("noor")
    page = address(training, "wijzigen")
    noor_opened = noor.get(page)
    ruben.post(page, filled(ruben.get(page), participants="15", reason="Een"))
    merge = noor.post(page, filled(noor_opened, participants="20", reason="Bron"))
    ruben.post(page, filled(ruben.get(page), participants="16", reason="Twee"))
    again = noor.post(page, filled(merge, keuze_participants="yours"))
    assert again.status_code == 409
    assert "Van Ruben Oostra: 16" in read(again).text
    assert stored(training).participants == 16


def test_a_step_on_a_record_that_changed_meanwhile_is_asked_again() -> None:
    training = office.planned(days=5)
    ruben, noor = office.visitor("ruben"), office.visitor("noor")
    opened = noor.get(address(training, "verzetten"))
    page = address(training, "wijzigen")
    ruben.post(page, filled(ruben.get(page), requester="Andere gemeente", reason="Lijst"))
    later = (today() + dt.timedelta(days=9)).isoformat()
    form = filled(opened, planned_on=later, reason="Zaal bezet")
    asked = noor.post(address(training, "verzetten"), form)
    assert "Ruben Oostra wijzigde dit terwijl u bezig was" in read(asked).text
    assert noor.post(address(training, "verzetten"), filled(asked)).status_code == 302
    assert stored(training).planned_on == today() + dt.timedelta(days=9)


def test_a_new_training_is_asked_for_and_a_reference_taken_twice_is_told() -> None:
    ruben = office.visitor("ruben")
    form = filled(ruben.get("/trainingen/nieuw/"), reference=f"F-{uuid.uuid4().hex[:8]}",
                  title="Met de hand", wanted_on=today().isoformat())  # fmt: skip
    assert form["provider"] == ["ror"]
    page = read(ruben.post("/trainingen/nieuw/", form, follow=True))
    assert "Volgende stap: een dag afspreken." in page.text
    again = ruben.post("/trainingen/nieuw/", form)
    assert again.status_code == 422
    assert "heeft al een training met kenmerk" in read(again).text


def test_a_provider_cannot_ask_for_another() -> None:
    ruben = office.visitor("ruben")
    form = filled(ruben.get("/trainingen/nieuw/"), provider="ssv", reference="X-1", title="X",
                  wanted_on=today().isoformat())  # fmt: skip
    assert ruben.post("/trainingen/nieuw/", form).status_code == 422
    with pytest.raises(Training.DoesNotExist):
        office.found(reference="X-1")


def test_the_source_is_a_link_for_who_read_it_in_and_words_for_another() -> None:
    old = office.found(reference="R-001")
    assert "oud.csv" in read(office.visitor("noor").get(address(old))).links
    page = read(office.visitor("ruben").get(address(old)))
    assert "oud.csv" not in page.links
    assert "ingelezen uit een bestand" in page.text


def test_what_is_done_from_elsewhere_leads_back_there_and_nowhere_outside() -> None:
    ruben = office.visitor("ruben")
    for onward, expected in (("/mijn-werk/", "/mijn-werk/"), ("https://elders.example/", None)):
        training = office.requested()
        page = address(training, "plannen") + f"?verder={onward}"
        answer = ruben.post(page, filled(ruben.get(page)))
        assert answer["Location"] == (expected or address(training))
