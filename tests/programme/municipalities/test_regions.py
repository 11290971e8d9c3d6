"""Which municipality leads in which region, the houses with their partners, and no ranking."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction
from tests.browser.reading import read
from tests.programme.municipalities.test_year import award
from tests.site.people import MUNICIPALITY, POLICY_OFFICER, browser, somebody

from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Place, PlaceKind
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.programme.municipalities.regions.queries import regions
from vijfluik.programme.partnerships.registers import STRUCTURES

pytestmark = pytest.mark.usefixtures("platform")


def house(**values: Any) -> Any:
    """A care and safety house that Wolverdam keeps."""
    content: dict[str, Any] = {
        "name": "Veiligheidshuis Wolverland", "reference": "ZVH-1", "item": "VK-03",
        "kind": "house", "remit": "Overlegt op de grens van zorg en veiligheid.",
        "contact": "secretariaat", "members": ("wolverdam", "oosterlo"),
        "others": "GGZ Wolverland, reclassering", "confirmed_on": today(), **values,
    }  # fmt: skip
    return actions.create(
        STRUCTURES, who=somebody(POLICY_OFFICER), owner="wolverdam", content=content
    )


@pytest.mark.serves("VK-01.1")
def test_municipalities_stand_with_their_region_and_who_leads_it() -> None:
    award(2018)
    house(item="VK-01")
    text = read(browser(POLICY_OFFICER).get("/gemeenten/regios/?jaar=2018")).text
    assert "Wolverland Wolverdam Oosterlo , Ravenstad , Terwolde aan de Aa , Wolverdam" in text
    # As it was: two municipalities went into a third on 1 January 2019.
    assert "Noorderdiep – Lindevoort , Meerhage , Noordergat , Veenbroek" in text
    text = read(browser(POLICY_OFFICER).get("/gemeenten/regios/?jaar=2019")).text
    assert "Noorderdiep – Lindehage , Noordergat , Veenbroek" in text
    with acting(somebody(MUNICIPALITY)):
        (own,) = regions(year=2018)
        assert [each.name for each in own.municipalities] == ["Wolverdam"]


@pytest.mark.serves("VK-03.3")
def test_each_region_has_a_list_of_the_partners_of_its_house() -> None:
    house()
    text = read(browser(POLICY_OFFICER).get("/gemeenten/regios/")).text
    assert (
        "Veiligheidshuis Wolverland Gemeente Oosterlo, Gemeente Wolverdam, GGZ Wolverland,"
        " reclassering"
    ) in text
    # A municipality reads no structures, and is told of none.
    assert (
        "Veiligheidshuis Wolverland"
        not in read(browser(MUNICIPALITY).get("/gemeenten/regios/")).text
    )


@pytest.mark.serves("VK-01.5")
def test_nothing_is_ranked_and_no_place_is_finer_than_a_municipality() -> None:
    award(2018)
    house(item="VK-01")
    noor = browser(POLICY_OFFICER)
    # The one that got the money comes last, as its name does, whatever an address asks.
    for query in ("", "&sorteer=-toegekend"):
        text = read(noor.get(f"/gemeenten/regios/?jaar=2018{query}")).text
        assert "Oosterlo , Ravenstad , Terwolde aan de Aa , Wolverdam" in text
        text = read(noor.get(f"/gemeenten/?jaar=2018{query}")).text
        assert text.index("Zandwijk Geen van beide") > text.index("Wolverdam Trekt een regio")
        assert text.index("Oosterlo Geen van beide") < text.index("Wolverdam Trekt een regio")
    assert set(PlaceKind.values) == {"municipality", "safety_region", "province"}
    with pytest.raises(DatabaseError), transaction.atomic():
        Place.objects.create(code="W1", kind="district", name="Wijk", valid_from=today())
