"""Every page of the register and of work, for everybody: axe, narrow screens, both themes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser import office

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Visit = Callable[..., "Page"]


def addresses() -> dict[str, str]:
    """A page of each kind, by its name."""
    requested, planned, held = office.requested(), office.planned(days=-30), office.held()
    return {
        "list": "/trainingen/?zoek=R-0&onderdeel=vk-13",
        "nothing found": "/trainingen/?zoek=qqqq",
        "wrong filter": "/trainingen/?jaar=vorig",
        "help": "/trainingen/hulp/",
        "create": "/trainingen/nieuw/",
        "requested": f"/trainingen/{requested.key}/",
        "held": f"/trainingen/{held.key}/",
        "correct": f"/trainingen/{held.key}/wijzigen/",
        "plan": f"/trainingen/{requested.key}/plannen/",
        "hold": f"/trainingen/{planned.key}/vastleggen/",
        "cancel": f"/trainingen/{planned.key}/annuleren/",
        "withdraw": f"/trainingen/{planned.key}/intrekken/",
        "import": "/trainingen/inlezen/",
        "import help": "/trainingen/inlezen/hulp/",
        "work": "/mijn-werk/",
        "support": "/gemeenten/",
        "support of one": "/gemeenten/GM9001/",
        "law": "/recht/?op=2019-04-15&bekend=2019-04-15",
        "law, wrong day": "/recht/?op=gisteren",
        "provision": "/recht/twbmt-4-1/",
        "provision, not known then": "/recht/wpga-2/?bekend=2019-04-15",
        "first steps": "/eerste-stappen/",
        "what may be open": "/verwerkingen/open/",
        "statement": "/toegankelijkheid/",
        "not there": "/trainingen/00000000-0000-4000-8000-000000000000/",
    }


def faults(page: "Page") -> list[str]:
    """What axe reports, and whether the page scrolls sideways."""
    from axe_playwright_python.sync_playwright import Axe

    found = [
        f"{fault['id']}: {node['html'][:200]}"
        for fault in Axe().run(page).response["violations"]
        for node in fault["nodes"]
    ]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("scrolls sideways")
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_reports_nothing_and_no_page_scrolls_sideways(
    visit: Visit, theme: str, width: int
) -> None:
    page = visit("noor", width=width, theme=theme)
    found = {}
    for name, address in addresses().items():
        page.goto(address)
        found[name] = faults(page)
    assert {name: each for name, each in found.items() if each} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_of_an_import_and_of_errors_are_for_everybody(
    visit: Visit, tmp_path: Path, theme: str, width: int
) -> None:
    page = visit("noor", width=width, theme=theme)
    file = tmp_path / "lijst.csv"
    file.write_text(
        "kenmerk;aanbieder;titel;aangevraagd op;gewenste datum;gegeven op;deelnemers;kleur\n"
        f"A-{width}-{theme};ror;Goed;08-01-2018;15-03-2018;15-03-2018;14;x\n"
        f"B-{width}-{theme};ror;Fout;08-01-2018;15-03-2018;31-02-2018;twaalf;x\n"
        "R-001;ror;Anders;08-01-2018;15-03-2018;15-03-2018;99;x\n",
        "utf-8",
    )
    found = {}
    page.goto("/trainingen/inlezen/")
    page.get_by_role("button", name="Verder naar de controle").click()
    found["no file"] = faults(page)
    page.set_input_files("#id_file", file)
    page.get_by_role("button", name="Verder naar de controle").click()
    page.get_by_role("heading", name="Controleren en bevestigen").wait_for()
    found["check"] = faults(page)
    page.get_by_role("button", name="Dit bestand inlezen").click()
    page.get_by_role("heading", name="Resultaat").wait_for()
    page.goto(page.url)
    found["result"] = faults(page)
    page.get_by_role("link", name="Regel 3 verbeteren").click()
    found["row"] = faults(page)
    page.goto("/trainingen/nieuw/")
    page.get_by_role("button", name="Vastleggen", exact=True).click()
    found["wrong form"] = faults(page)
    assert page.evaluate("document.activeElement.id") == "foutoverzicht"
    assert {name: each for name, each in found.items() if each} == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_the_choice_between_two_changes_is_for_everybody(visit: Visit, width: int) -> None:
    training = office.held()
    page = visit("noor", width=width)
    page.goto(f"/trainingen/{training.key}/wijzigen/")
    seen = page.locator("input[name=seen]").get_attribute("value")
    page.get_by_label("Deelnemers", exact=False).first.fill("20")
    page.get_by_label("Reden").fill("Bron")
    office.corrected(training, seen=str(seen), participants=15)
    page.get_by_role("button", name="Wijziging bewaren").click()
    page.get_by_text("wijzigde dit terwijl u bezig was").wait_for()
    assert faults(page) == []


def test_no_page_holds_script_or_style_of_its_own(visit: Visit) -> None:
    page = visit("noor")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for address in addresses().values():
        page.goto(address)
        assert page.locator("style, script:not([src]), [style]").count() == 0, address
    assert [line for line in said if "Content Security" in line] == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_of_mandates_are_for_everybody(visit: Visit, theme: str, width: int) -> None:
    """Willemijn approves nothing here: the office is shared by the tests of the module."""
    waiting = office.mandate_of("lieke", approved=False)
    running = office.mandate_of("ruben", approved=True)
    page = visit("willemijn", width=width, theme=theme)
    found = {}
    for address in (
        "",
        "nieuw/",
        f"{waiting}/",
        f"{waiting}/goedkeuren/",
        f"{running}/",
        f"{running}/beoordelen/",
        f"{running}/beeindigen/",
    ):
        answer = page.goto(f"/beheer/mandaten/{address}")
        assert answer is not None
        assert answer.status == 200, address
        found[address] = faults(page)
    page.get_by_role("button", name="Beëindigen").click()
    page.locator("#foutoverzicht").wait_for()
    found["without a reason"] = faults(page)
    page.goto("/beheer/mandaten/nieuw/")
    page.get_by_role("button", name="Voorstellen").click()
    found["wrong form"] = faults(page)
    assert page.evaluate("document.activeElement.id") == "foutoverzicht"
    assert {name: each for name, each in found.items() if each} == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_the_year_of_a_municipality_is_for_everybody(visit: Visit, width: int) -> None:
    page = visit("daan", width=width, theme="dark")
    page.goto("/mijn-jaar/")
    found = {"year": faults(page)}
    page.get_by_role("button", name="Plan vastleggen").click()
    page.locator("#foutoverzicht").wait_for()
    found["wrong form"] = faults(page)
    assert page.evaluate("document.activeElement.id") == "foutoverzicht"
    assert {name: each for name, each in found.items() if each} == {}
