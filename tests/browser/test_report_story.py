"""A report as somebody new tries it: stopped, mended, published, rectified, explained."""

import datetime as dt
import html
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.browser import office
from tests.browser.test_accessible import faults
from tests.browser.test_workflows import tab_to

from vijfluik.core.partners.queries import today
from vijfluik.core.versions.moments import close

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Visit = Callable[..., "Page"]
FIGURE = "ror-participants-2018"
WRONG = f"In 2018 namen [[{FIGURE} als ruim 2.000]] professionals deel."
RIGHT = f"In 2018 namen [[{FIGURE}]] professionals deel."
ENGLISH = f"In 2018, [[{FIGURE}]] professionals took part."


def release_begun(page: "Page", *, reference: str, title: str) -> str:
    """The address of a new release; the form may hold something already."""
    page.get_by_label("Naam van de uitgave").fill(title)
    page.get_by_label("Kenmerk").fill(reference)
    page.get_by_label("Ministerie").select_option("jenv")
    page.locator("#id_report").select_option(index=1)
    page.get_by_label("Einde van de verslagperiode").fill((today() - dt.timedelta(1)).isoformat())
    page.get_by_role("button", name="Vastleggen").click()
    page.get_by_text(f"Vastgelegd als {reference}").wait_for()
    return page.url


def written(page: "Page", record: str, *, language: str, sentence: str) -> None:
    """Add a sentence at the end of the first part, with the keyboard."""
    page.goto(f"{record}tekst/{language}/")
    page.locator("ol.vijfluik-writing-parts a").first.click()
    field = page.locator("#id_text")
    field.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(f"\n\n{sentence}")
    tab_to(page, "Bewaren")
    page.keyboard.press("Enter")


def checked_and_published(noor: "Page", hanneke: "Page", record: str) -> None:
    """Decide what is hidden and have it signed, answer for the warnings, submit, adopt, publish."""
    noor.goto(f"{record}controlelijst/")
    decide = noor.get_by_role("button", name="Besluit wat deze uitgave niet toont")
    if decide.count():
        decide.click()
        noor.get_by_text("Besloten. Een collega stelt vast").wait_for(timeout=60_000)
        hanneke.goto(noor.url)
        hanneke.get_by_role("button", name="Stel dit patroon vast").click()
        hanneke.get_by_text("Dit patroon hoort nu bij de publicatie").wait_for()
        noor.goto(f"{record}controlelijst/")
    assert noor.get_by_role("heading", name=re.compile("^Fouten")).count() == 0
    boxes = noor.locator("input[name=warnings]")
    for at in range(boxes.count()):
        boxes.nth(at).check()
    if boxes.count():
        noor.get_by_label("Reden").fill("Nagegaan.")
        noor.get_by_role("button", name="Laten staan").click()
    noor.get_by_text("Er staat niets meer in de weg").or_(
        noor.get_by_text("De controlelijst is leeg")
    ).first.wait_for()
    for page, word, said in (
        (noor, "ter-controle", "Ter controle gegeven"),
        (hanneke, "vaststellen", "Vastgesteld"),
        (noor, "publiceren", "Gepubliceerd"),
    ):
        page.goto(f"{record}{word}/")
        page.locator("main form button[type=submit]").first.click(timeout=120_000)
        page.get_by_text(said).first.wait_for(timeout=120_000)


def pasted(page: "Page") -> str:
    """What was copied, as a person pastes it: the page itself may not read the clipboard."""
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'),"
                  " {id: 'geplakt'}))")  # fmt: skip
    page.locator("#geplakt").focus()
    page.keyboard.press("Control+V")
    found: str = page.locator("#geplakt").input_value()
    page.evaluate("document.getElementById('geplakt').remove()")
    return found


def test_a_number_is_written_stopped_mended_published_rectified_and_explained(
    visit: Visit,
) -> None:
    noor, hanneke, reader = visit("noor"), visit("hanneke"), visit("daan")
    noor.goto("/rapportage-uitgaven/nieuw/")
    first = release_begun(noor, reference="RU-V1", title="Proef van een nieuwe gebruiker")
    # A wrong "ruim" is stopped where it stands, with what is true; what was typed is not lost.
    written(noor, first, language="nl", sentence=WRONG)
    noor.get_by_text("Er is niets bewaard: verbeter eerst dit").wait_for()
    assert noor.evaluate("document.activeElement.id") == "uitkomst"
    assert noor.get_by_text("'ruim 2.000' klopt niet: de waarde is 1.540.").is_visible()
    assert WRONG in noor.locator("#id_text").input_value()
    stopped = faults(noor)
    field = noor.locator("#id_text")
    field.fill(field.input_value().replace(WRONG, RIGHT))
    noor.get_by_role("button", name="Nakijken zonder te bewaren").click()
    noor.get_by_text("De controle vond niets in dit onderdeel").wait_for()
    assert noor.locator(".vijfluik-writing-preview").get_by_text("ruim 1.500").is_visible()
    noor.get_by_role("button", name="Bewaren", exact=True).click()
    noor.get_by_text("De tekst is bewaard").wait_for()
    # One language is not enough: the checklist asks for the same figures in both.
    written(noor, first, language="en", sentence=ENGLISH)
    noor.get_by_text("De tekst is bewaard").wait_for()
    checked_and_published(noor, hanneke, first)
    key = first.rstrip("/").rpartition("/")[2]
    public = f"/rapportages/uitgave/{key}/"
    reader.goto(public)
    sentence = reader.get_by_text("professionals deel.").first
    assert sentence.inner_text() == "In 2018 namen ruim 1.500 professionals deel."
    # The paragraph is taken along with its figure, by the script and without it.
    reader.goto(f"{public}alineas/")
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    taken = reader.locator(".vijfluik-taken", has_text="professionals deel.")
    taken.get_by_role("button", name="Kopieer als alinea").click()
    taken.get_by_text("Gekopieerd.").wait_for()
    copied = pasted(reader)
    assert f"/cijfers/{FIGURE}/bewijs/" in copied
    plain = visit("daan", script=False)
    plain.goto(f"{public}alineas/")
    assert copied in html.unescape(plain.content())
    assert not plain.get_by_role("button", name="Kopieer als alinea").first.is_visible()
    receipt = taken.locator("a[data-figure]").get_attribute("href")
    assert receipt is not None
    # One training is put right, the release rectified; the old one says so and leads on.
    ruben = visit("ruben")
    ruben.goto(f"/trainingen/{office.found(reference='R-010').key}/wijzigen/")
    ruben.get_by_label("Deelnemers", exact=False).first.fill("150")
    ruben.get_by_label("Reden").fill("Nageteld")
    ruben.get_by_role("button", name="Wijziging bewaren").click()
    ruben.get_by_text("De wijziging is bewaard.").wait_for()
    # A release begins as of a closed moment, which is at least a second past.
    close(timezone.now(), longest_wait=5)
    noor.goto(first)
    noor.get_by_role("link", name="Rectificatie opstellen").click()
    for name in ("rectified_because", "changed"):
        noor.locator(f"#id_{name}").fill("Een training telde te weinig deelnemers.")
        noor.locator(f"#id_{name}_en").fill("A training counted too few participants.")
    second = release_begun(noor, reference="RU-V2", title="Proef, gerectificeerd")
    checked_and_published(noor, hanneke, second)
    reader.goto(public)
    reader.get_by_role("link", name="Naar de verbeterde uitgave RU-V2").click()
    reader.wait_for_url(f"**/{second.rstrip('/').rpartition('/')[2]}/**")
    sentence = reader.get_by_text("professionals deel.").first
    assert sentence.inner_text() == "In 2018 namen ruim 1.650 professionals deel."
    rectified = reader.url
    # And the sceptic: from the number that was quoted to why it moved.
    reader.goto(receipt)
    reader.get_by_text("Zojuist nagerekend: gelijk aan het bewijs").wait_for()
    reader.get_by_text("Nu zegt dit cijfer iets anders").wait_for()
    seen = {"receipt": faults(reader)}
    reader.get_by_role("link", name="Waarom veranderde dit cijfer?").first.click()
    reader.get_by_role("heading", name="Waarom veranderde dit cijfer?").wait_for()
    assert "140" in reader.locator("main").inner_text()
    assert "gecorrigeerde registratie" in reader.locator("main").inner_text()
    seen |= {"why": faults(reader), "stopped": stopped}
    for theme, width in (("light", 1280), ("dark", 320)):
        page = visit("noor", width=width, theme=theme)
        for address in (
            "/rapportages/",
            rectified,
            public,
            f"{public}alineas/",
            receipt,
            first,
            f"{second}controlelijst/",
            "/rapportage-opmerkingen/nieuw/",
            "/rapportages/integrale-aanpak-2019/",
            "/gemeentebladen/",
        ):
            page.goto(address)
            seen[f"{address} {theme}"] = faults(page)
    assert {name: each for name, each in seen.items() if each} == {}
