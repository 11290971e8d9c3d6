"""The rows on accounting to Parliament, bills and resolutions: X-04, X-09, X-10, VV-07, VK-44."""

import datetime as dt
from typing import Any

import pytest
from tests.browser.reading import filled, read
from tests.registers.examples import made
from tests.site.people import browser, somebody

from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.registry import register_named
from vijfluik.core.registers.seen import token_of

pytestmark = pytest.mark.usefixtures("platform")
OFFICER = "anouk"


def recorded(register: Register, *, reference: str, **changes: object) -> Any:
    """A record with these values, made by the officer."""
    who = somebody(OFFICER)
    record = made(register, who=who, reference=reference)
    return corrected(register, record=record, **changes) if changes else record


def corrected(register: Register, *, record: Any, **changes: object) -> Any:
    who = somebody(OFFICER)
    with acting(who):
        seen = token_of(register, key=record.key)
    return actions.correct(
        register, who=who, key=record.key, changes=changes, reason="Proef", seen=seen
    )


def seen_at(address: str, **asked: str) -> str:
    """A page as the officer sees it, in words."""
    return read(browser(OFFICER).get(address, asked)).text


@pytest.mark.serves("X-04.2")
def test_motions_and_commitments_have_an_owner_a_deadline_and_a_state() -> None:
    record = recorded(register_named("undertakings"), reference="T-7", item="X-04")
    for shown in ("JENV", "31 dec 2030", "open"):
        assert shown in seen_at("/toezeggingen/", zoek="T-7")
    assert record.title in seen_at("/toezeggingen/bijlage/")
    assert "Uiterlijk 31 december 2030." in seen_at("/toezeggingen/bijlage/")


@pytest.mark.serves("X-09.1")
def test_a_paper_is_kept_with_dossier_number_day_subject_and_item() -> None:
    papers = register_named("papers")
    recorded(papers, reference="KST-7")
    listed = seen_at("/kamerstukken/", zoek="KST-7")
    for shown in ("29754", "436", "X-09", "Voortgang integrale aanpak"):
        assert shown in listed
    with pytest.raises(Invalid) as caught:
        recorded(papers, reference="KST-8", dated_on=None, dossier="")
    assert {fault.field for fault in caught.value.faults} == {"dated_on", "dossier"}


@pytest.mark.serves("X-09.2")
def test_an_undertaking_has_a_deadline_that_no_correction_moves() -> None:
    register = register_named("undertakings")
    record = recorded(register, reference="T-8")
    assert "31 december 2030" in seen_at(f"/toezeggingen/{record.key}/")
    with pytest.raises(Invalid) as caught:
        corrected(register, record=record, due_on=dt.date(2031, 1, 31))
    # The database refuses it too; these are the words of the rule, with the step that moves it.
    (fault,) = caught.value.faults
    assert (fault.field, "afgesproken" in fault.wrong, bool(fault.right)) == ("due_on", True, True)


def posted(username: str, address: str, **told: object) -> Any:
    """The answer to a form of the register, filled in and sent."""
    visitor = browser(username)
    return visitor.post(address, filled(visitor.get(address), **told), follow=True)


@pytest.mark.serves("X-09.4")
def test_a_letter_goes_to_parliament_after_another_person_approved_it() -> None:
    letter = recorded(
        register_named("papers"), reference="KST-10", figures=("ror-trainings-2018",),
        figures_on=today() - dt.timedelta(days=2),
    )  # fmt: skip
    here = f"/kamerstukken/{letter.key}/"
    day = today().isoformat()
    early = posted(OFFICER, f"{here}behandeld/", handled_on=day)
    assert (early.status_code, "nog niet goedgekeurd" in read(early).text) == (422, True)
    posted(OFFICER, f"{here}voorleggen/", send_by=day)
    assert "Beslissen of het stuk" in read(browser("noor").get("/mijn-werk/")).text
    own = posted(OFFICER, f"{here}goedkeuren/", approved_on=day)
    assert "zelf voorgesteld" in read(own).text
    # What the second person reads stays as it is.
    with pytest.raises(Invalid) as caught:
        corrected(register_named("papers"), record=letter, figures=())
    assert {fault.field for fault in caught.value.faults} == {"figures"}
    posted("noor", f"{here}goedkeuren/", approved_on=day)
    assert "Goedgekeurd" in seen_at(here)
    posted(OFFICER, f"{here}behandeld/", handled_on=day)
    assert "Behandeld" in seen_at(here)


@pytest.mark.serves("X-10.1")
def test_a_legal_basis_has_its_validity_its_end_and_its_amendments() -> None:
    bill = recorded(register_named("bills"), reference="WV-7", item="X-10", provisions="twbmt-13")
    page = seen_at("/recht/twbmt-13/")
    for shown in ("tot 1 mrt 2027", "vanaf 1 mrt 2017", bill.title):
        assert shown in page


@pytest.mark.serves("X-10.2")
def test_a_bill_shows_what_changes_with_the_provisions_that_it_changes() -> None:
    bill = recorded(register_named("bills"), reference="WV-8", item="X-10", provisions="twbmt-4-1")
    page = seen_at(f"/wetsvoorstellen/{bill.key}/")
    assert "Twbmt, artikel 4(1)" in page
    assert "VK-25" in page


@pytest.mark.serves("VV-07.1")
def test_a_bill_is_followed_stage_by_stage() -> None:
    register, who = register_named("bills"), somebody(OFFICER)
    bill = recorded(register, reference="WV-9")
    with pytest.raises(Invalid):
        actions.step(register, who=who, key=bill.key, edge="submit")
    with pytest.raises(EdgeRefused):
        actions.step(register, who=who, key=bill.key, edge="publish")
    said = {"submitted_said": "begin 2019"}
    actions.step(register, who=who, key=bill.key, edge="submit", changes=said)
    page = seen_at(f"/wetsvoorstellen/{bill.key}/")
    assert "Ingediend" in page
    assert "begin 2019" in page


@pytest.mark.serves("VK-44.1")
def test_a_resolution_leads_to_its_obligation_and_to_the_item_that_carries_it_out() -> None:
    papers, obligations = register_named("papers"), register_named("obligations")
    resolution = recorded(
        papers, reference="RES-7", kind="resolution", title="Resolutie 2396", item="VK-44"
    )
    letter = recorded(papers, reference="KST-9")
    record = recorded(obligations, reference="VP-7", paper=resolution.key)
    page = seen_at(f"/verplichtingen/{record.key}/")
    assert "Resolutie 2396" in page
    assert "VW-06 Analyse van passagiersgegevens" in page
    with pytest.raises(Invalid):
        corrected(obligations, record=record, paper=letter.key)
    assert record.title in seen_at(f"/kamerstukken/{resolution.key}/")


@pytest.mark.serves("VK-44.2")
def test_how_far_an_obligation_is_stands_on_its_page() -> None:
    record = recorded(register_named("obligations"), reference="VP-9", item="VK-44")
    assert "Nog niet uitgevoerd" in seen_at(f"/verplichtingen/{record.key}/")


@pytest.mark.serves("VK-44.3")
def test_the_day_of_a_report_is_recorded_and_due() -> None:
    register, who = register_named("obligations"), somebody(OFFICER)
    record = recorded(register, reference="VP-10", item="VK-44")
    day = today() + dt.timedelta(days=60)
    changes = {"report_by": day}
    actions.step(register, who=who, key=record.key, edge="begin", changes=changes)
    with acting(who):
        due = Due.objects.get(object_key=record.key, closed_at__isnull=True)
        assert due.due_on == day
    assert "Verslag doen van de uitvoering" in seen_at(f"/verplichtingen/{record.key}/")
