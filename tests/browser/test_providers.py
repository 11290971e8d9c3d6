"""There and back in a real browser: no policy of ours may stand in the way of a provider."""

from typing import TYPE_CHECKING

import pytest
from django.test import override_settings
from tests.core.accounts.doing import invited, with_proof
from tests.core.accounts.provider import Provider as Running
from tests.core.accounts.provider_started import agreed, running, started
from tests.site import people

from vijfluik.core.accounts.models import Visit
from vijfluik.core.accounts.providers.configured import Provider

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["agreed", "running", "started"]
pytestmark = pytest.mark.browser


def test_somebody_uses_a_link_by_a_provider_and_proves_it_again_there(
    browser: "Browser", address: str, running: Running, agreed: Provider
) -> None:
    running.back = f"{address}/aanmelden/via/rijk/terug/"
    with with_proof(), override_settings(PROVIDERS={"rijk": agreed}, ADDRESS=address):
        given = invited("via-rijk")
        context = browser.new_context(base_url=address, ignore_https_errors=True, locale="nl-NL")
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.goto(f"/begin/{given.word}/")
        page.get_by_role("button", name="Aanmelden via Rijkstoegang").click()
        # A mandate comes later: there is nothing to open yet but one's own.
        page.wait_for_url("**/mijn-account/")
        assert page.get_by_text("Rijkstoegang").is_visible()
        Visit.objects.using("owner").update(proven_at=None)
        page.goto("/bevestigen/?next=/mijn-account/vervanging/")
        page.get_by_role("button", name="Bevestigen via Rijkstoegang").click()
        page.wait_for_url("**/mijn-account/vervanging/")
        # Nobody whom the provider knows, and nobody here.
        running.subject = people.POLICY_OFFICER
        page.goto("/aanmelden/")
        page.get_by_role("button", name="Aanmelden via Rijkstoegang").click()
        page.get_by_text("hoort hier geen account").wait_for()
        context.close()
