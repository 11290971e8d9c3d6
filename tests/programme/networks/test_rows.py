"""The rows of the catalogue that the room serves, and the way that people go through it."""

import html
import re

import pytest
from tests.browser.reading import read
from tests.programme.networks.doing import (
    CANARY,
    OTHER,
    OWN,
    correct,
    in_days,
    meeting,
    member,
    network,
    posted,
)
from tests.site.people import browser, somebody

from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers import actions
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.registry import register_named, registers
from vijfluik.programme.networks.members.terms import NOTICE_DAYS
from vijfluik.programme.networks.models import Member
from vijfluik.programme.networks.registers import MEETINGS, NETWORKS
from vijfluik.programme.networks.vocabulary import Use
from vijfluik.ui.registers.sought import UnreadableWords, words_of

pytestmark = pytest.mark.usefixtures("platform")
NEW_MEMBER: dict[str, object] = {
    "reference": "L-1", "name": f"Tjaldine {CANARY}", "contact": "t@quibb.example",
    "consent_how": "written", "consent_for": ["invite"], "wording": "2",
}  # fmt: skip


@pytest.mark.serves("VK-06.1")
def test_networks_are_registered_and_nobody_in_them_informs() -> None:
    visitor = browser(OWN)
    values: dict[str, object] = {
        "reference": "N-1", "name": "Kring Noord", "aim": "Elkaar kennen", "contact": "team buurt",
        "themes": ["living_together", "online"], "started_on": in_days(-90).isoformat(),
    }  # fmt: skip
    new = "/netwerken/nieuw/"
    for wrong in ({"aim": "bel 0612345678"}, {"name": "a@b.nl"}, {"reference": "Jan Jansen"}):
        assert posted(visitor, new, **{**values, **wrong}).status_code == 422, wrong
    page = posted(visitor, new, **values)
    assert page.status_code == 200
    text = read(page).text
    for told in ("Elkaar kennen", "team buurt", "Online leefwereld"):
        assert told.casefold() in text.casefold()
    assert "Kring Noord" in read(visitor.get("/netwerken/")).text
    assert "geen meldpunt" in read(visitor.get("/netwerken/hulp/")).text


@pytest.mark.serves("VK-06.2")
def test_a_member_consents_and_withdraws_in_one_act() -> None:
    visitor, of = browser(OWN), network()
    new = f"/netwerkleden/nieuw/?network={of.key}"
    refused = posted(visitor, new, **{**NEW_MEMBER, "consent_for": []})
    assert refused.status_code == 422
    page = read(posted(visitor, new, **NEW_MEMBER))
    assert "schriftelijk, ondertekend" in page.text
    assert "uitnodigen voor bijeenkomsten" in page.text
    with acting(somebody(OWN)):
        record = Member.objects.get()
    way = f"/netwerkleden/{record.key}/toestemming-intrekken/"
    answer = posted(visitor, way)
    assert "toestemming ingetrokken, gegevens vernietigd" in read(answer).text
    with acting(somebody(OWN)):
        assert not Member.objects.exists()


@pytest.mark.serves("VK-06.3")
def test_no_page_of_the_room_takes_a_word_about_anybody() -> None:
    visitor, of = browser(OWN), network()
    record, met = member(of), meeting(of)
    forms = {
        f"/netwerkleden/nieuw/?network={of.key}": {"reference", "name", "contact"},
        f"/netwerkleden/{record.key}/wijzigen/": {"reference", "name", "contact"},
        f"/netwerkleden/{record.key}/vernieuwen/": set(),
        f"/netwerkleden/{record.key}/toestemming-intrekken/": set(),
        f"/netwerkbijeenkomsten/nieuw/?network={of.key}": {"reference"},
        f"/netwerkbijeenkomsten/{met.key}/wijzigen/": {"reference"},
        f"/netwerkbijeenkomsten/{met.key}/intrekken/": set(),
    }
    for way, typed in forms.items():
        answer = visitor.get(way)
        assert answer.status_code == 200
        assert text_inputs(answer.content.decode()) == typed, way


def text_inputs(markup: str) -> set[str]:
    """The names of what can be typed in the form of a page, days and numbers left out."""
    from lxml import html

    tree = html.fromstring(markup)
    return {
        str(field.get("name"))
        for form in tree.forms
        if form.method == "POST" and form.get("action") is None
        for field in form.iter("input", "textarea")
        if field.tag == "textarea" or field.get("type", "text") in ("text", "search", "email")
    }


@pytest.mark.serves("VK-06.4")
def test_of_a_meeting_the_themes_are_kept_and_how_many_there_were() -> None:
    visitor, of = browser(OWN), network()
    values: dict[str, object] = {
        "reference": "B-1", "met_on": in_days(-3).isoformat(), "present": "14",
        "themes": ["resilience"],
    }  # fmt: skip
    new = f"/netwerkbijeenkomsten/nieuw/?network={of.key}"
    assert posted(visitor, new, **{**values, "themes": []}).status_code == 422
    assert posted(visitor, new, **{**values, "themes": ["wie er was"]}).status_code == 422
    assert posted(visitor, new, **{**values, "reference": "wie wat zei"}).status_code == 422
    text = read(posted(visitor, new, **values)).text
    assert "Weerbaarheid".casefold() in text.casefold()
    assert "14" in text
    # The network says by itself when it last met.
    assert read(visitor.get(f"/netwerken/{of.key}/")).text.count("Laatste bijeenkomst") == 1


def test_consent_that_lapses_stands_in_my_work_and_is_answered_by_new_consent() -> None:
    visitor, of = browser(OWN), network()
    record = member(of, consent_on=in_days(-160), consent_months="6", wording="2")
    text = read(visitor.get("/mijn-werk/")).text
    assert "Toestemming vervalt: vraag of het lid mee wil blijven doen" in text
    way = f"/netwerkleden/{record.key}/vernieuwen/"
    # The same day again is no new consent, and nothing is longer for it.
    again = {"consent_on": in_days(-160).isoformat(), "consent_how": "oral",
             "consent_months": "24"}  # fmt: skip
    assert posted(visitor, way, **again).status_code == 422
    answer = posted(visitor, way, **{**again, "consent_on": in_days(0).isoformat()})
    assert "Opnieuw toegestemd" in read(answer).text
    with acting(somebody(OWN)):
        (due,) = Due.objects.filter(object_key=record.key, closed_at__isnull=True)
    assert due.due_on > in_days(700)


def test_consent_of_long_ago_or_to_words_of_later_is_none() -> None:
    of = network()
    for values in (
        {"consent_on": in_days(-400), "wording": "1"},
        {"consent_on": in_days(1)},
        {"consent_on": in_days(-700), "consent_months": "24"},
        {"consent_for": ()},
        {"network": network("femke").key},
    ):
        with pytest.raises(Invalid):
            member(of, **values)
    ended = actions.step(
        NETWORKS, who=somebody(OWN), key=of.key, edge="end", reason="doel bereikt",
        changes={"ended_on": in_days(0)},
    )  # fmt: skip
    with pytest.raises(Invalid):
        member(ended)


def test_a_network_that_nobody_looked_at_for_long_stands_out() -> None:
    network(reference="N-1", name="Oud", confirmed_on=in_days(-400))
    quiet = network(reference="N-2", name="Stil")
    met = network(reference="N-3", name="Vers")
    meeting(met)
    text = read(browser(OWN).get("/netwerken/")).text
    assert text.count("Verouderd") == 1
    assert text.count("Lang niet bijeen") == 1
    assert "Nalopen of doel" in read(browser(OWN).get("/mijn-werk/")).text
    assert quiet.last_met_on is None


def test_consent_is_no_slip_of_the_pen() -> None:
    """Only new consent changes it."""
    with pytest.raises(Invalid):
        correct(member(network()), consent_for=("share",))


def test_the_sheet_says_what_is_kept_why_until_when_and_how_to_withdraw() -> None:
    visitor, of = browser(OWN), network()
    record = member(of)
    text = read(visitor.get(f"/netwerkleden/{record.key}/informatieblad/")).text
    for told in (
        record.name, record.contact, "Buurtkring", "Gemeente Wolverdam", "team buurt",
        f"in de {NOTICE_DAYS} dagen daarna", "Autoriteit Persoonsgegevens", "geen meldpunt",
        "zonder te zeggen waarom",
    ):  # fmt: skip
        assert told in text, told
    assert text.count("☑") == 1
    blank = read(visitor.get(f"/netwerken/{of.key}/informatieblad/")).text
    assert record.name not in blank
    assert blank.count("☐") == len(Use)
    visitor.cookies["vijfluik_taal"] = "en"
    english = read(visitor.get(f"/netwerkleden/{record.key}/informatieblad/")).text
    assert "You do not have to say why" in english
    assert "without saying why" in english


def test_every_list_of_reasons_belongs_to_an_edge() -> None:
    for register in registers():
        edges = {edge.name for edge in register.lifecycle.edges} | {"correct"}
        assert set(register.reasons) <= edges
        if register.reasons:
            asked = {edge.name for edge in register.lifecycle.edges if edge.reason_asked}
            assert asked | {"correct"} <= set(register.reasons)
    assert MEETINGS.reason_kept("iets anders", edge="correct") == ""


@pytest.mark.serves("VK-05.1")
def test_the_guide_leads_to_the_networks() -> None:
    from tests.registers.examples import content_for

    register, who = register_named("publications"), somebody("jorrit")
    with acting(who):
        content = content_for(register, reference="P-1", owner="ess")
    guide = actions.create(register, who=who, owner="ess", content={**content, "item": "VK-05"})
    page = read(browser("jorrit").get(f"/publicaties/{guide.key}/"))
    assert page.link("Sleutelfigurennetwerken") == "/programma/onderdeel/vk-06/"
    # Who may not enter the register is not told of it.
    assert "/netwerken/" not in page.addresses


def test_a_member_is_sought_by_name_in_the_body_and_not_in_the_address(platform: str) -> None:
    of = network()
    found, other = member(of), member(of, reference="L-2", name="Iemand Anders")
    visitor = browser(OWN)
    page = visitor.post("/netwerkleden/", {"zoek": CANARY}).content.decode()
    assert str(found.key) in page
    assert str(other.key) not in page
    assert f"zoek={CANARY}" not in page
    assert "/netwerkleden/uitvoer/" not in page
    # What leads on carries the words under a seal, which opens for no other reader.
    sort = next(way for way in re.findall(r'href="([^"]+)"', page) if "sorteer=" in way)
    sort = html.unescape(sort)
    assert CANARY not in sort
    assert str(other.key) not in visitor.get(sort).content.decode()
    sealed = sort.partition("gezocht=")[2].partition("&")[0]
    assert words_of(sealed, who=somebody(OWN)) == CANARY
    with pytest.raises(UnreadableWords):
        words_of(sealed, who=somebody(OTHER))
    # In the address the word is none, and the form that asks for it posts.
    assert str(other.key) in visitor.get("/netwerkleden/?zoek=niemand").content.decode()
    assert '<form class="vijfluik-filter" method="post"' in page
