"""The rows of knowledge products, with a publication of each item that has them."""

from typing import Any

import pytest
from tests.browser.reading import read
from tests.programme.knowledge import (
    EDITOR,
    OFFICER,
    days_ago,
    edition,
    evaluation,
    publication,
    reach,
    stepped,
)
from tests.programme.knowledge import published as out
from tests.serving import per_item
from tests.site.people import browser, somebody

from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.faults import Invalid
from vijfluik.programme.publications.models import Reach

pytestmark = pytest.mark.usefixtures("platform")
KINDS = {"X-02": "strategy", "X-03": "threat_assessment"}
FRAMES: dict[str, dict[str, Any]] = {
    "X-02": {"frame": "strategy", "valid_from": days_ago(300)},
    "X-03": {"frame": "threat", "number": 49},
}


def fields(caught: pytest.ExceptionInfo[Invalid]) -> set[str]:
    return {fault.field for fault in caught.value.faults}


def of(item: str, **content: Any) -> dict[str, Any]:
    """What a publication of an item says."""
    return {"item": item, "kind": KINDS.get(item, "guide"), **content}


def review_of(record: Any) -> list[object]:
    with acting(somebody(EDITOR)):
        due = Due.objects.filter(object_key=record.key, closed_at__isnull=True)
        return list(due.filter(kind="review").values_list("due_on", flat=True))


@pytest.mark.parametrize("item", per_item("P-KNOW.1"))
def test_its_versions_are_those_of_its_owner(item: str) -> None:
    made = publication(**of(item))
    frame = FRAMES.get(item, {})
    first = edition(made, title="Eerste", **frame)
    second = edition(made, title="Tweede", **{**frame, **({"number": 50} if frame else {})})
    assert first.organisation_id == second.organisation_id == made.organisation_id
    with pytest.raises(Invalid) as caught:
        edition(made, by=OFFICER, owner="ess", **frame)
    assert fields(caught) == {"publication"}


@pytest.mark.parametrize("item", per_item("P-KNOW.2"))
def test_it_is_a_draft_then_published_then_superseded_and_nothing_else(item: str) -> None:
    draft = publication(**of(item))
    assert draft.state == "draft"
    with pytest.raises(EdgeRefused):
        stepped("publications", draft, "supersede", by=EDITOR, ended_on=today())
    made = out(**of(item))
    assert made.state == "published"
    gone = stepped("publications", made, "supersede", by=EDITOR, ended_on=today())
    assert gone.state == "superseded"


@pytest.mark.parametrize("item", per_item("P-KNOW.3"))
def test_it_says_for_whom_it_is_and_to_whom_it_is_sent(item: str) -> None:
    made = publication(**of(item, audience=("police", "care"), distribution=("ess", "ror")))
    assert (made.audience, made.distribution) == (["police", "care"], ["ess", "ror"])
    with pytest.raises(Invalid) as caught:
        publication(**of(item, audience=()))
    assert fields(caught) == {"audience"}


@pytest.mark.parametrize("item", per_item("P-KNOW.4"))
def test_it_is_read_again_on_a_day_and_says_where_answers_go(item: str) -> None:
    made = out(**of(item, feedback="loket"))
    assert (made.feedback, review_of(made)) == ("loket", [made.review_on])


@pytest.mark.parametrize("item", per_item("P-KNOW.5"))
def test_it_appears_once_everybody_can_read_it_or_get_it_otherwise(item: str) -> None:
    for accessibility, field in (("untested", "accessibility"), ("partly", "feedback")):
        with pytest.raises(Invalid) as caught:
            out(accessibility=accessibility, **of(item))
        assert fields(caught) == {field}
    assert out(**of(item)).state == "published"
    assert out(accessibility="partly", feedback="loket", **of(item)).state == "published"


@pytest.mark.serves("X-02.1")
def test_a_version_of_the_strategy_has_its_validity() -> None:
    strategy = publication(**of("X-02"))
    told: dict[str, Any] = {
        "frame": "strategy",
        "valid_from": days_ago(90),
        "valid_until": days_ago(1),
    }
    made = edition(strategy, **told)
    assert (made.valid_from, made.valid_until) == (days_ago(90), days_ago(1))
    for wrong in ({"valid_from": None}, {"valid_until": days_ago(91)}):
        with pytest.raises(Invalid):
            edition(strategy, **{**told, **wrong})


def appeared(item: str, **content: Any) -> None:
    """An edition of it that everybody can read."""
    made = edition(out(**of(item)), **{**FRAMES[item], **content})
    stepped("editions", made, "publish", by=EDITOR, published_on=days_ago(20))


@pytest.mark.serves("X-02.2")
def test_an_item_tells_the_strategy_of_a_day() -> None:
    appeared("X-02", title="Strategie van toen", valid_until=days_ago(10))
    for key in ("x-02", "vk-13"):
        asked = {days: {"dag": str(days_ago(days))} for days in (15, 5)}
        pages = [browser("daan").get(f"/programma/onderdeel/{key}/", asked[days]) for days in asked]
        assert ["Strategie van toen" in read(page).text for page in pages] == [True, False]


@pytest.mark.serves("X-03.1")
def test_an_edition_has_a_number_a_day_and_themes() -> None:
    assessment = publication(**of("X-03"))
    made = edition(assessment, frame="threat", number=49, themes=("jihadism", "online"))
    told = stepped("editions", made, "publish", by=EDITOR, published_on=days_ago(2))
    assert (told.number, told.published_on) == (49, days_ago(2))
    assert told.themes == ["jihadism", "online"]
    with pytest.raises(Invalid) as caught:
        edition(assessment, frame="threat")
    assert fields(caught) == {"number"}


@pytest.mark.serves("X-03.2")
def test_items_and_reports_carry_the_edition_of_their_day() -> None:
    appeared("X-03", title="DTN van nu")
    item = browser("daan").get("/programma/onderdeel/x-03/")
    report = browser(OFFICER).get("/rapportages/integrale-aanpak-2019/")
    assert ["DTN van nu" in read(page).text for page in (item, report)] == [True, True]


@pytest.mark.serves("X-03.3")
def test_a_threat_assessment_holds_no_data_of_a_person() -> None:
    with pytest.raises(Invalid) as caught:
        publication(**of("X-03", summary="Over BSN 111222333"))
    assert fields(caught) == {"summary"}
    assessment = publication(**of("X-03"))
    with pytest.raises(Invalid) as caught:
        edition(assessment, **FRAMES["X-03"], changes="Een man, geb. 12-03-1990")
    assert fields(caught) == {"changes"}
    assert edition(assessment, **FRAMES["X-03"], changes="De dreiging veranderde.").number == 49


@pytest.mark.serves("X-03.4")
def test_a_level_is_what_an_edition_states_and_nothing_where_it_states_none() -> None:
    appeared("X-03", title="DTN zonder niveau", themes=("jihadism", "online", "right_wing"))
    text = read(browser("daan").get("/programma/onderdeel/x-03/")).text
    assert "DTN zonder niveau (verschenen" in text
    made = edition(out(**of("X-03")), frame="threat", number=50, title="DTN met niveau", level="3")
    stepped("editions", made, "publish", by=EDITOR, published_on=today())
    text = read(browser("daan").get("/programma/onderdeel/x-03/")).text
    assert "DTN met niveau (niveau 3 aanzienlijk, verschenen" in text
    with pytest.raises(Invalid) as caught:
        edition(out(**of("X-02")), **FRAMES["X-02"], level="4")
    assert fields(caught) == {"level"}


def counted(item: str, **told: Any) -> str:
    """A measured count of a publication of an item, as its list tells it."""
    made = reach(out(**of(item)), **told)
    stepped(
        "reach", made, "measure", by=EDITOR, realised=4310, measured_on=today(), method="server"
    )
    assert told["subject"] not in read(browser(EDITOR).get("/bereik/", {"eenheid": "copies"})).text
    return read(browser(EDITOR).get("/bereik/", {"eenheid": told["unit"]})).text


@pytest.mark.serves("VK-05.2")
def test_downloads_of_the_guide_are_a_number_and_nobody_is_followed() -> None:
    assert "4.310" in counted("VK-05", unit="downloads", subject="Downloads van de handreiking")
    assert not own_columns() & {"visitor", "ip", "address", "account", "session", "user_agent"}


@pytest.mark.serves("VK-09.2")
def test_visits_to_the_platform_are_a_number_and_no_visitor_is_tracked() -> None:
    assert "4.310" in counted("VK-09", unit="visits", subject="Bezoeken aan het platform")
    assert not own_columns() & {"visitor", "ip", "address", "account", "session", "user_agent"}


def own_columns() -> set[str]:
    """What is kept of a count."""
    return {field.name for field in Reach._meta.concrete_fields}


@pytest.mark.serves("VD-02.1")
def test_the_guide_has_a_list_of_partners_that_get_it() -> None:
    made = out(**of("VD-02", distribution=("wolverdam", "ror")))
    page = read(browser(EDITOR).get(f"/publicaties/{made.key}/")).text
    assert "Gemeente Wolverdam" in page
    with pytest.raises(Invalid) as caught:
        publication(**of("VD-02", distribution=("bestaat-niet",)))
    assert fields(caught) == {"distribution"}


@pytest.mark.serves("VD-03.3")
def test_the_content_of_the_toolbox_has_its_versions() -> None:
    made = out(**of("VD-03", kind="toolbox"))
    for title in ("Uitgave van toen", "Uitgave van nu"):
        edition(made, title=title)
    page = read(browser(EDITOR).get(f"/publicaties/{made.key}/")).text
    assert ("Uitgave van toen" in page, "Uitgave van nu" in page) == (True, True)
    with pytest.raises(Invalid):
        edition(made, by=OFFICER, owner="ess")


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("VV-18", marks=pytest.mark.serves("VV-18.1")),
        pytest.param("VV-19", marks=pytest.mark.serves("VV-19.1")),
    ],
)
def test_good_practice_of_here_and_elsewhere_stands_in_one_library(item: str) -> None:
    out(item=item, kind="good_practice", title="Terug in de wijk")
    out(item=item, kind="report", title="Een verslag")
    text = read(browser(EDITOR).get("/publicaties/", {"soort": "good_practice"})).text
    assert ("Terug in de wijk" in text, "Een verslag" in text) == (True, False)


@pytest.mark.serves("VK-05.3")
def test_the_guide_to_networks_is_read_again_on_a_day() -> None:
    made = out(**of("VK-05"))
    assert review_of(made) == [made.review_on]


@pytest.mark.serves("VK-36.1")
def test_of_the_module_schools_are_counted_and_pupils_are_not() -> None:
    module = out(**of("VK-36", code="module"))
    counted: dict[str, Any] = {"realised": 143, "measured_on": today(), "method": "stated"}
    schools = reach(module, unit="schools")
    assert stepped("reach", schools, "measure", by=EDITOR, **counted).realised == 143
    pupils = reach(module, unit="pupils", potential=100_000)
    with pytest.raises(Invalid) as caught:
        stepped("reach", pupils, "measure", by=EDITOR, **counted)
    assert fields(caught) == {"realised"}


@pytest.mark.serves("VK-36.2")
def test_possible_and_reached_are_two_numbers_of_the_module() -> None:
    made = reach(out(**of("VK-36", code="module")), potential=900, unit="schools")
    day: dict[str, Any] = {"measured_on": today(), "method": "stated"}
    with pytest.raises(Invalid):
        stepped("reach", made, "measure", by=EDITOR, realised=901, **day)
    told = stepped("reach", made, "measure", by=EDITOR, realised=143, **day)
    assert (told.potential, told.realised) == (900, 143)
    page = read(browser(EDITOR).get(f"/bereik/{made.key}/")).text
    assert "Mogelijk bereik 900" in page
    assert "Gemeten bereik 143" in page


@pytest.mark.serves("VD-05.1")
def test_the_handbook_leads_to_what_it_replaced() -> None:
    before = out(**of("VD-05", title="Handreiking van eerst"))
    made = publication(**of("VD-05", predecessor=before.key, begun_on=days_ago(20)))
    page = read(browser(EDITOR).get(f"/publicaties/{made.key}/"))
    assert page.link("Handreiking van eerst") == f"/publicaties/{before.key}/"
    with pytest.raises(Invalid):
        publication(**of("VD-05", predecessor=made.key, begun_on=days_ago(50)))


@pytest.mark.serves("VB-07.1")
def test_the_campaign_has_its_versions_and_channels() -> None:
    made = out(**of("VB-07", kind="campaign", channel="sociale media"))
    edition(made, title="Tweede boodschap")
    page = read(browser(EDITOR).get(f"/publicaties/{made.key}/")).text
    assert "sociale media" in page
    assert "Tweede boodschap" in page
    with pytest.raises(Invalid):
        edition(made, by=OFFICER, owner="ess")


@pytest.mark.serves("VB-07.3")
def test_what_came_out_about_the_campaign_stands_with_it() -> None:
    made = out(**of("VB-07", kind="campaign"))
    evaluation(
        by=OFFICER, owner="jenv", item="VB-07", subject_item="", publication=made.key,
        title="Wat de campagne deed",
    )  # fmt: skip
    assert "Wat de campagne deed" in read(browser(OFFICER).get(f"/publicaties/{made.key}/")).text


@pytest.mark.serves("VB-07.4")
def test_the_campaign_can_be_stopped_and_started_again() -> None:
    made = out(**of("VB-07", kind="campaign"))
    with pytest.raises(EdgeRefused):
        stepped("publications", made, "restore", by=EDITOR, reason="Opnieuw")
    stopped = stepped(
        "publications", made, "retire", by=EDITOR, ended_on=today(), reason="Afgelopen"
    )
    assert stopped.state == "retired"
    again = stepped("publications", made, "restore", by=EDITOR, reason="Opnieuw")
    assert (again.state, again.ended_on) == ("published", None)
