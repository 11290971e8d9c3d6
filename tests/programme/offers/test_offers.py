"""The offer of all partners in one list, its forms, and trajectories that keep their order."""

import datetime as dt

import pytest
from django.apps import apps
from tests.browser.reading import filled, read
from tests.programme.offers.doing import a_round, offer, said, trajectory
from tests.site.people import ADVISER, MUNICIPALITY, POLICY_OFFICER, PROVIDER, browser, somebody

from vijfluik.core.access.gate import Refused
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.reading import record_detail
from vijfluik.core.registers.seen import token_of
from vijfluik.programme.offers.composing import Move, arrange, moved
from vijfluik.programme.offers.models import Offer, Trajectory
from vijfluik.programme.offers.registers import OFFERS, TRAJECTORIES
from vijfluik.programme.offers.taxonomy import forms, forms_on, parse

PARTNERS = ("ror", "jep", "ssv", "ess", "lse", "nji")
pytestmark = pytest.mark.usefixtures("platform")


@pytest.mark.serves("VK-07.2")
def test_the_offers_of_all_partners_stand_in_one_list_for_a_municipality() -> None:
    client = browser(POLICY_OFFICER)
    for partner in PARTNERS:
        form = filled(
            client.get("/aanbod/nieuw/"), organisation=partner, reference="P-1", kind="training",
            name=f"Aanbod van {partner}", themes=["polarisation"], audience=["municipality"],
            contact="loket", valid_from=today().isoformat(),
        )  # fmt: skip
        assert client.post("/aanbod/nieuw/", form).status_code == 302
    town = browser(MUNICIPALITY)
    every = read(town.get("/aanbod/", {"thema": "polarisation"})).text
    assert [partner for partner in PARTNERS if f"Aanbod van {partner}" in every] == [*PARTNERS]
    of_one = read(town.get("/aanbod/", {"aanbieder": "nji"})).text
    assert [partner for partner in PARTNERS if f"Aanbod van {partner}" in of_one] == ["nji"]


@pytest.mark.serves("VK-12.3")
def test_the_offer_is_found_by_theme_audience_and_form() -> None:
    offer(name="Over links en rechts", item="VK-12", forms=("left_wing", "right_wing"))
    offer(name="Voor de klas", item="VK-12", audience=("teachers",), themes=("inclusion",))
    client = browser(MUNICIPALITY)
    for narrowed, found in (
        ({"vorm": "left_wing"}, "Over links en rechts"),
        ({"publiek": "teachers"}, "Voor de klas"),
        ({"thema": "inclusion"}, "Voor de klas"),
    ):
        text = read(client.get("/aanbod/", {"onderdeel": "vk-12", **narrowed})).text
        both = "Over links en rechts" in text, "Voor de klas" in text
        assert both == (found == "Over links en rechts", found == "Voor de klas")


@pytest.mark.serves("VK-12.2")
def test_every_form_of_extremism_has_the_same_way_of_working() -> None:
    client = browser(POLICY_OFFICER)
    for number, form in enumerate(forms(), start=1):
        told = filled(
            client.get("/aanbod/nieuw/"), organisation="ror", reference=f"F-{number}",
            kind="training", name="Vorm", item="VK-12", themes=["extremism"], contact="loket",
            audience=["municipality"], forms=[form], valid_from=today().isoformat(),
        )  # fmt: skip
        page = read(client.post("/aanbod/nieuw/", told, follow=True))
        # None can be reviewed before it is offered, and then each can.
        with acting(somebody(POLICY_OFFICER)):
            key = Offer.objects.get(reference=f"F-{number}").key
        review = f"/aanbod/{key}/nalopen/"
        assert "kan nu niet" in read(client.get(review, follow=True)).text
        act = page.link("In het aanbod opnemen")
        assert client.post(act, filled(client.get(act))).status_code == 302
        assert client.post(review, filled(client.get(review))).status_code == 302
    with pytest.raises(EdgeRefused):
        actions.step(OFFERS, who=somebody(POLICY_OFFICER), key=key, edge="offer", changes={})


@pytest.mark.serves("VK-12.1")
def test_each_form_has_a_definition_in_the_same_sentence_with_its_source() -> None:
    offer(item="VK-12")
    text = read(browser(MUNICIPALITY).get("/aanbod/vormen/")).text
    held = forms_on(today())
    assert len(held) >= 4
    for form in held:
        assert form.definition("nl") in text
        assert form.source("nl") in text
        for language in ("nl", "en"):
            plain = form.definition(language).replace(form.appeals[language], "…")
            assert plain == held[0].definition(language).replace(held[0].appeals[language], "…")
    client = browser(MUNICIPALITY)
    client.cookies["vijfluik_taal"] = "en"
    english = read(client.get("/aanbod/vormen/")).text
    assert [form.code for form in held if form.source("en") not in english] == []
    assert "regels" not in english
    # As it was: of 2018 it is another list.
    before = {form.code for form in forms_on(dt.date(2018, 6, 1))}
    assert before < {form.code for form in held}
    assert "anti_institutional" not in before


@pytest.mark.serves("VK-12.4")
def test_a_form_is_told_in_numbers_of_organisations_and_never_in_few() -> None:
    offer(item="VK-12", forms=("left_wing",))
    asked = a_round()
    said(asked, forms=("left_wing",))
    client = browser(MUNICIPALITY)
    assert "minder dan drie" in read(client.get("/aanbod/vormen/")).text
    for town in ("duinmeer", "oosterlo"):
        said(asked, owner=town, forms=("left_wing",))
    assert "minder dan drie" not in read(client.get("/aanbod/vormen/")).text
    # A form is a column of offers and needs; no table about people has one.
    with_forms = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.name in ("forms", "form")
    }
    assert with_forms == {"offers.Offer", "needs.Need"}


def test_a_form_of_which_something_lacks_is_refused() -> None:
    with pytest.raises(KeyError, match="source_nl"):
        parse('[x]\nnl="a"\nen="b"\nappeals_nl="c"\nappeals_en="d"\nfrom=2018-01-01\n')


def test_an_offer_says_no_form_before_the_list_had_it_and_names_nobody() -> None:
    with pytest.raises(Invalid) as caught:
        offer(
            forms=("anti_institutional",), valid_from=dt.date(2018, 1, 8),
            valid_until=dt.date(2019, 1, 8), contact="jan@voorbeeld.nl",
        )  # fmt: skip
    assert {fault.field for fault in caught.value.faults} == {"forms", "contact"}


def test_what_is_past_its_days_says_so_and_is_work_of_its_provider() -> None:
    made = offer()
    day = today() - dt.timedelta(days=3)
    actions.step(
        OFFERS, who=somebody(PROVIDER), key=made.key, edge="confirm",
        changes={"cost_cents": 0, "contact": "loket", "valid_until": None, "review_on": day},
    )  # fmt: skip
    page = read(browser(PROVIDER).get(f"/aanbod/{made.key}/")).text
    assert "Na te lopen" in page
    work = read(browser(PROVIDER).get("/mijn-werk/")).text
    assert "Nalopen of het aanbod nog klopt" in work
    assert "Nalopen of het aanbod nog klopt" not in read(browser(MUNICIPALITY).get("/")).text


def test_everybody_reads_an_offer_and_its_provider_alone_changes_it() -> None:
    made = offer(owner="ror")
    for reader in (MUNICIPALITY, ADVISER, PROVIDER):
        assert browser(reader).get(f"/aanbod/{made.key}/").status_code == 200
    for other in (MUNICIPALITY, ADVISER):
        with pytest.raises(Refused):
            actions.step(
                OFFERS, who=somebody(other), key=made.key, edge="end",
                changes={"ended_on": today()}, reason="R",
            )  # fmt: skip


@pytest.mark.parametrize(
    ("move", "part", "after"),
    [
        (Move.UP, "b", "bac"), (Move.UP, "a", "abc"), (Move.DOWN, "a", "bac"),
        (Move.DOWN, "c", "abc"), (Move.OUT, "b", "ac"), (Move.IN, "d", "abcd"),
        (Move.IN, "a", "abc"), (Move.UP, "x", "abc"),
    ],
)  # fmt: skip
def test_a_part_moves_one_place(move: Move, part: str, after: str) -> None:
    assert "".join(moved("abc", part=part, move=move)) == after


@pytest.mark.serves("VK-07.3")
def test_a_trajectory_keeps_its_order_and_each_earlier_one() -> None:
    first, second, third = (offer(name=name) for name in ("Eerst", "Dan", "Daarna"))
    made = trajectory(first, second)
    client, address = browser(ADVISER), f"/trajecten/{made.key}/"

    def sent(**move: object) -> str:
        with acting(somebody(ADVISER)):
            seen = token_of(TRAJECTORIES, key=made.key)
        form = {"gezien": seen, **move}
        return read(client.post(f"{address}volgorde/", form, follow=True)).text

    assert "Toegevoegd als deel 3" in sent(erbij=third.key)
    text = sent(omhoog=third.key)
    assert "plaats 2" in text
    assert text.index("1 Eerst") < text.index("2 Daarna") < text.index("3 Dan")
    with acting(somebody(ADVISER)):
        assert Trajectory.objects.get(key=made.key).parts == [first.key, third.key, second.key]
    # What somebody saw before is no ground to overrule what another did meanwhile.
    stale = client.post(
        f"{address}volgorde/", {"gezien": "999999", "eruit": first.key}, follow=True
    )
    with acting(somebody(ADVISER)):
        assert len(Trajectory.objects.get(key=made.key).parts) == 3, read(stale).text
    with pytest.raises(Invalid):
        arrange(who=somebody(ADVISER), key=made.key, parts=(first.key, first.key))
    with acting(somebody(ADVISER)):
        history = record_detail(TRAJECTORIES, who=somebody(ADVISER), key=made.key)
    assert sorted(each.edge for each in history.timeline) == ["arrange", "arrange", "compose"]
