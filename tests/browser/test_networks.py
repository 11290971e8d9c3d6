"""Networks of key figures as people work in them: by keyboard, narrow, dark, for everybody."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from tests.browser.test_accessible import faults
from tests.browser.test_workflows import tab_to
from tests.programme.networks.doing import OWN, meeting, member, network
from tests.site.people import somebody

from vijfluik.core.partners.acting import acting
from vijfluik.programme.networks.models import Member

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Visit = Callable[..., "Page"]


def test_a_member_is_recorded_and_withdrawn_with_the_keyboard_alone(visit: Visit) -> None:
    of = network(reference="N-71", name="Toetsenkring")
    page = visit("daan")
    page.goto(f"/netwerken/{of.key}/")
    tab_to(page, "Nieuw lid")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nieuw/**")
    for field, text in (("id_name", "Wobke Voorbeeld"), ("id_reference", "L-71"),
                        ("id_contact", "wobke@netwerk.example")):  # fmt: skip
        tab_to(page, field)
        page.keyboard.type(text)
    tab_to(page, "id_consent_how")
    page.keyboard.press("ArrowDown")
    tab_to(page, "id_consent_for_0")
    page.keyboard.press("Space")
    tab_to(page, "Vastleggen")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Wobke Voorbeeld").wait_for()
    tab_to(page, "Toestemming intrekken")
    page.keyboard.press("Enter")
    page.wait_for_url("**/toestemming-intrekken/")
    page.get_by_text("Er blijft een bewijs zonder naam").wait_for()
    # The button, not the last part of the path.
    tab_to(page, "id_reason")
    tab_to(page, "Toestemming intrekken")
    page.keyboard.press("Enter")
    page.get_by_text("gegevens vernietigd").wait_for()
    with acting(somebody(OWN)):
        assert not Member.objects.filter(network=of.key).exists()


@pytest.mark.parametrize(("width", "theme"), [(320, "dark"), (1280, "light")])
def test_its_pages_are_for_everybody(visit: Visit, width: int, theme: str) -> None:
    of = network(reference=f"N-{width}", assessed_on=None)
    open_to = network(reference=f"O-{width}")
    record = member(open_to, reference=f"L-{width}")
    met = meeting(of, reference=f"B-{width}")
    page = visit("daan", width=width, theme=theme)
    found = {}
    for address in (
        "/netwerken/", "/netwerken/hulp/", f"/netwerken/{of.key}/",
        f"/netwerken/{of.key}/informatieblad/", f"/netwerken/{open_to.key}/beeindigen/",
        "/netwerkbijeenkomsten/", f"/netwerkbijeenkomsten/{met.key}/",
        f"/netwerkleden/nieuw/?network={open_to.key}", "/netwerkleden/",
        f"/netwerkleden/{record.key}/", f"/netwerkleden/{record.key}/informatieblad/",
        f"/netwerkleden/{record.key}/wijzigen/", f"/netwerkleden/{record.key}/vernieuwen/",
        f"/netwerkleden/{record.key}/toestemming-intrekken/",
    ):  # fmt: skip
        page.goto(address)
        found[address] = faults(page)
    assert {name: each for name, each in found.items() if each} == {}
