"""What people come to do, in a real browser: with keys only, without script, and by htmx."""

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser import office

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Visit = Callable[..., "Page"]
HEADER = "kenmerk;titel;aangevraagd op;gewenste datum;gegeven op;deelnemers"


def focused(page: "Page") -> str:
    """The id of the element with the focus, or its words."""
    found: str = page.evaluate(
        "document.activeElement.id || document.activeElement.textContent.trim()"
    )
    return found


def wait_for_focus(page: "Page") -> None:
    """Wait until something has the focus; the page's policy lets no condition be evaluated."""
    for _ in range(100):
        if page.evaluate("document.activeElement !== document.body"):
            return
        page.wait_for_timeout(50)
    raise AssertionError("the focus is lost")


def tab_to(page: "Page", words: str) -> None:
    """Press Tab until the element with these words, or this id, has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if focused(page).startswith(words):
            return
    raise AssertionError(f"Tab never reaches {words!r}")


@pytest.mark.parametrize("script", [True, False])
def test_a_file_is_imported_and_a_wrong_row_put_right(
    visit: Visit, tmp_path: Path, script: bool
) -> None:
    good, bad = (f"B-{uuid.uuid4().hex[:8]}" for _ in range(2))
    file = tmp_path / "lijst.csv"
    file.write_text(
        f"{HEADER}\n{good};Goed;08-01-2018;15-03-2018;15-03-2018;14\n"
        f"{bad};Fout;08-01-2018;15-03-2018;15-03-2018;twaalf\n",
        "utf-8",
    )
    page = visit("ruben", script=script)
    page.goto("/trainingen/")
    page.get_by_role("link", name="Bestand inlezen").first.click()
    page.set_input_files("#id_file", file)
    page.get_by_role("button", name="Verder naar de controle").click()
    page.get_by_text("geen getal").first.wait_for()
    page.get_by_role("button", name="Dit bestand inlezen").click()
    page.get_by_role("heading", name="Resultaat").wait_for()
    if script:
        wait_for_focus(page)
    page.get_by_role("link", name="Regel 3 verbeteren").click()
    page.get_by_label("Deelnemers").fill("12")
    page.get_by_role("button", name="Regel vastleggen").click()
    page.get_by_text(f"Regel 3 is vastgelegd als {bad}.").wait_for()
    assert office.found(reference=bad).participants == 12
    assert office.found(reference=good).participants == 14


def test_a_large_file_is_imported_without_script_and_leads_to_its_result(
    visit: Visit, tmp_path: Path
) -> None:
    mark = uuid.uuid4().hex[:8]
    rows = [
        f"{mark}-{number};Signalen herkennen;08-01-2018;15-03-2018;15-03-2018;14"
        for number in range(2500)
    ]
    file = tmp_path / "groot.csv"
    file.write_text("\n".join([HEADER, *rows]))
    page = visit("ruben", script=False)
    page.goto("/trainingen/inlezen/")
    page.set_input_files("#id_file", file)
    page.get_by_role("button", name="Verder naar de controle").click()
    page.get_by_role("button", name="Dit bestand inlezen").click()
    page.get_by_role("heading", name="Resultaat").wait_for()
    page.get_by_text("2.500").first.wait_for()


def test_a_record_is_corrected_with_the_keyboard_alone(visit: Visit) -> None:
    training = office.held()
    page = visit("ruben")
    page.goto(f"/trainingen/?zoek={training.reference}")
    tab_to(page, "Nieuw gevraagd")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{training.key}/")
    tab_to(page, "Wijzigen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/wijzigen/")
    tab_to(page, "id_participants")
    page.keyboard.press("Control+a")
    page.keyboard.type("17")
    tab_to(page, "id_reason")
    page.keyboard.type("Nageteld")
    page.keyboard.press("Enter")
    page.get_by_text("De wijziging is bewaard.").wait_for()
    assert office.found(key=training.key).participants == 17


@pytest.mark.parametrize("script", [True, False])
def test_a_record_is_found_by_searching_sorting_and_paging(visit: Visit, script: bool) -> None:
    page = visit("noor", script=script)
    page.goto("/trainingen/")
    page.locator("#id_zoek").fill("R-0")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="55 trainingen").wait_for()
    assert "R-0" not in page.url
    assert ("gezocht=" in page.url) is script
    page.get_by_role("link", name="Kenmerk").click()
    page.wait_for_url("**sorteer=kenmerk**")
    page.get_by_role("link", name="Volgende").click()
    page.wait_for_url("**pagina=2**")
    page.get_by_role("cell", name="R-055").wait_for()
    page.get_by_role("link", name="Signalen herkennen 55").click()
    page.get_by_role("heading", name="Verloop").wait_for()


def test_the_focus_is_never_lost_in_a_swap(visit: Visit) -> None:
    page = visit("noor")
    page.goto("/trainingen/")
    kept = "window.keptFromBefore = true"
    page.evaluate(kept)
    page.locator("#id_zoek").fill("R-0")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="55 trainingen").wait_for()
    assert focused(page) == "id_zoek"
    page.locator("#sorteer-wanted_on").focus()
    page.keyboard.press("Enter")
    page.locator("[aria-sort=ascending] #sorteer-wanted_on").wait_for()
    wait_for_focus(page)
    assert focused(page) == "sorteer-wanted_on"
    page.get_by_role("link", name="Volgende").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**pagina=2**")
    wait_for_focus(page)
    assert focused(page) == "gevonden-kop"
    # Only a part of the page was replaced.
    assert page.evaluate("window.keptFromBefore === true")


def test_a_stale_correction_is_merged_by_choosing(visit: Visit) -> None:
    training = office.held()
    noor, ruben = visit("noor"), visit("ruben")
    for page, count in ((ruben, "15"), (noor, "20")):
        page.goto(f"/trainingen/{training.key}/wijzigen/")
        page.get_by_label("Deelnemers", exact=False).first.fill(count)
        page.get_by_label("Reden").fill("Lijst")
    for page in (ruben, noor):
        page.get_by_role("button", name="Wijziging bewaren").click()
    noor.get_by_label("Van Ruben Oostra: 15").check()
    noor.get_by_label("Van u: 20").check()
    noor.get_by_role("button", name="Wijziging bewaren").click()
    noor.get_by_text("De wijziging is bewaard.").wait_for()
    assert office.found(key=training.key).participants == 20


def test_work_is_done_in_one_click_and_a_form(visit: Visit) -> None:
    training = office.planned(days=-40)
    page = visit("ruben", width=360)
    page.goto("/mijn-werk/")
    page.locator(f'main a[href*="{training.key}/vastleggen"]').click()
    page.get_by_label("Deelnemers", exact=True).fill("9")
    page.get_by_role("button", name="Als gegeven vastleggen").click()
    page.get_by_text(f"{training.reference}: als gegeven vastgelegd.").wait_for()
    assert page.url.endswith("/mijn-werk/")


def test_a_print_button_stands_there_only_with_script(visit: Visit) -> None:
    training = office.held()
    for script in (True, False):
        page = visit("ruben", script=script)
        page.goto(f"/trainingen/{training.key}/")
        assert page.get_by_text("Afdrukken").is_visible() is script
