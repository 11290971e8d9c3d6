"""From a link to a passkey, in a real browser with an authenticator that Chromium plays."""

import base64
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.browser import office
from tests.browser.test_accessible import faults
from tests.core.accounts.doing import (
    PASSWORD,
    administrator,
    code_now,
    invited,
    other,
    with_proof,
)

from vijfluik.core.accounts import recovery
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.models import Authenticator, Visit
from vijfluik.demo.people import key_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

pytestmark = pytest.mark.browser
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def proven(address: str) -> Iterator[str]:
    """The platform as outside the demonstration, by a name that a passkey can be bound to."""
    with with_proof():
        yield address.replace("127.0.0.1", "localhost")


def opened(browser: "Browser", *, at: str, script: bool = True, width: int = 1280) -> "Page":
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        base_url=at,
        locale="nl-NL",
        java_script_enabled=script,
    )
    context.set_default_timeout(15_000)
    return context.new_page()


def begun(page: "Page", *, word: str) -> bytes:
    """Take an account in use on the page of its link; answers the secret of the app."""
    page.goto(f"/begin/{word}/")
    shown = page.locator(".vijfluik-begin__secret").inner_text()
    secret = base64.b32decode(shown.replace(" ", ""))
    page.fill("#id_password", PASSWORD)
    page.fill("#id_again", PASSWORD)
    page.fill("#id_code", code_now(secret=secret))
    page.get_by_role("button", name="Account klaarmaken").click()
    page.wait_for_url("**/aanmelden/")
    return secret


def signed_in(page: "Page", *, username: str, secret: bytes) -> None:
    page.fill("#id_username", username)
    page.fill("#id_password", PASSWORD)
    # The code of now was taken by beginning; a clock may be half a minute ahead.
    page.fill("#id_code", code_now(ahead=1, secret=secret))
    page.get_by_role("button", name="Aanmelden", exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/aanmelden/"))


def test_a_passkey_is_made_used_and_removed(browser: "Browser", proven: str) -> None:
    page = opened(browser, at=proven)
    secret = begun(page, word=invited("sleutel").word)
    signed_in(page, username="sleutel", secret=secret)
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.goto("/mijn-account/")
    page.get_by_role("link", name="Toegangssleutel toevoegen").click()
    page.fill("#id_name", "laptop van het werk")
    page.get_by_role("button", name="Sleutel maken").click()
    page.wait_for_url("**/mijn-account/")
    assert page.get_by_text("laptop van het werk", exact=True).is_visible()
    page.goto("/aanmelden/")
    page.get_by_role("button", name="Aanmelden met toegangssleutel").click()
    page.wait_for_url(lambda url: not url.endswith("/aanmelden/"))
    page.goto("/mijn-account/")
    assert page.get_by_text("toegangssleutel.", exact=False).first.is_visible()
    Visit.objects.using("owner").update(proven_at=timezone.now() - LIMITS.fresh)
    page.goto("/bevestigen/?next=/mijn-account/")
    page.get_by_role("button", name="Bevestigen met toegangssleutel").click()
    page.wait_for_url("**/mijn-account/")
    page.get_by_role("link", name="Verwijderen").click()
    page.get_by_role("button", name="Verwijderen").click()
    page.goto("/aanmelden/")
    page.get_by_role("button", name="Aanmelden met toegangssleutel").click()
    page.get_by_text("Deze toegangssleutel is hier niet bekend.").wait_for()
    page.context.close()


@pytest.mark.parametrize(("script", "width"), [(True, 1280), (False, 360)])
def test_without_script_a_password_and_a_code_do_and_no_page_has_faults(
    browser: "Browser", proven: str, script: bool, width: int
) -> None:
    page = opened(browser, at=proven, script=script, width=width)
    username = f"zonder-{width}"
    given = invited(username)
    found: dict[str, list[str]] = {}
    page.goto(f"/begin/{given.word}/")
    if script:
        found["begin"] = faults(page)
    secret = begun(page, word=given.word)
    button = page.get_by_role("button", name="Aanmelden met toegangssleutel")
    assert button.is_visible() is script
    if script:
        found["sign in"] = faults(page)
    signed_in(page, username=username, secret=secret)
    for path in ("/mijn-account/", "/mijn-account/sleutel/", "/bevestigen/",
                 "/mijn-account/wachtwoord/", "/mijn-account/vervanging/"):  # fmt: skip
        page.goto(path)
        if script:
            found[path] = faults(page)
        assert page.locator("h1").inner_text()
    assert {name: each for name, each in found.items() if each} == {}
    page.context.close()


def test_a_visit_that_is_about_to_end_says_so_and_goes_on(browser: "Browser", proven: str) -> None:
    page = opened(browser, at=proven)
    secret = begun(page, word=invited("rustig").word)
    signed_in(page, username="rustig", secret=secret)
    page.clock.install()
    page.goto("/mijn-account/")
    visits = Visit.objects.using("owner").filter(professional__username="rustig")
    visits.update(seen_at=timezone.now() - LIMITS.idle / 2)
    told = page.get_by_role("alertdialog")
    page.clock.fast_forward("12:59")
    assert not told.is_visible()
    page.clock.fast_forward("00:02")
    told.get_by_text("Over 2 minuten wordt u afgemeld").wait_for()
    assert faults(page) == []
    with page.expect_response("**/mijn-account/verder/") as answer:
        page.keyboard.press("Enter")
    assert answer.value.status == 204
    assert not told.is_visible()
    assert visits.get().seen_at > timezone.now() - LIMITS.idle / 4
    page.clock.fast_forward("13:01")
    told.wait_for()
    page.context.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_form_that_the_end_of_the_visit_overtook_is_sent_after_signing_in(
    browser: "Browser", proven: str, script: bool
) -> None:
    training, username = office.held(), "ruben"
    page = opened(browser, at=proven, script=script)
    questions: list[str] = []

    def ask(asked: "Dialog") -> None:
        questions.append(asked.message)
        asked.accept()

    page.on("dialog", ask)
    recovery.propose(who=administrator(), key=key_of(username), reason="voor deze proef")
    secret = begun(page, word=recovery.approve(who=other(), key=key_of(username)).word)
    signed_in(page, username=username, secret=secret)
    page.goto(f"/trainingen/{training.key}/wijzigen/")
    page.fill("#id_participants", "31")
    page.fill("#id_reason", "Nageteld na de zitting")
    Visit.objects.using("owner").filter(professional__username=username).update(
        seen_at=timezone.now() - LIMITS.idle
    )
    page.get_by_role("button", name="Wijziging bewaren").click()
    page.get_by_role("heading", name="Aanmelden").wait_for()
    assert office.found(key=training.key).participants == 12
    # The codes of before count once more, so that nobody waits for the next.
    Authenticator.objects.using("owner").filter(professional=key_of(username)).update(last_step=0)
    signed_in(page, username=username, secret=secret)
    page.get_by_role("button", name="Versturen wat ik had ingevuld").click()
    page.get_by_text("De wijziging is bewaard.").wait_for()
    assert office.found(key=training.key).participants == 31
    page.goto(f"/trainingen/{training.key}/")
    assert page.get_by_text("Nageteld na de zitting").first.is_visible()
    # Nor did the browser ask, anywhere on the way, whether to leave a page.
    assert questions == []
    page.context.close()
