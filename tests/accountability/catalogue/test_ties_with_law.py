"""Items and the law lead to each other."""

from django.test import Client
from tests.site import people

from vijfluik.accountability.catalogue.library import catalogue
from vijfluik.core.law.library import provisions_of


def test_every_ground_of_an_item_is_a_rule_with_provisions() -> None:
    rules = {rule for each in catalogue().described.values() for rule in each.ground}
    assert len(rules) > 30
    assert [rule for rule in sorted(rules) if not provisions_of(rule)] == []


def test_the_page_of_an_item_leads_to_its_provisions_and_back(platform: str) -> None:
    client: Client = people.browser(people.POLICY_OFFICER)
    item = client.get("/programma/onderdeel/vk-25/").content.decode()
    assert 'href="/recht/?regel=R5"' in item
    assert 'href="/recht/twbmt-4-1/' in client.get("/recht/?regel=R5").content.decode()
    provision = client.get("/recht/twbmt-4-1/").content.decode()
    assert 'href="/programma/onderdeel/vk-25/"' in provision
