"""The rows of the catalogue that the money serves, each by what really serves it."""

import datetime as dt
from typing import Any

import pytest
from tests.browser.reading import filled, read
from tests.programme.grants import world
from tests.programme.grants.conftest import Keys
from tests.programme.grants.world import FUND, MINISTRY, Desk
from tests.programme.knowledge import days_ago, stepped
from tests.serving import per_item
from tests.site.people import browser, somebody

from vijfluik.core.access.gate import Refused
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Place
from vijfluik.core.registers import actions
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.walls import walled_off
from vijfluik.programme.evaluations.maturity import Rung
from vijfluik.programme.grants.models import (
    Application,
    Award,
    BudgetLine,
    Instalment,
    Round,
)
from vijfluik.programme.grants.queries.totals import totals
from vijfluik.programme.grants.registers import APPLICATIONS, AWARDS, BUDGET_LINES

# The items of the small world; X-07 lies across the schemes, so any of them is its.
DESKS = {
    "VK-02": ("programme", MINISTRY), "VK-35": ("fund", FUND), "X-07": ("programme", MINISTRY),
}  # fmt: skip
DECIDED = {"decided_on": dt.date(2018, 1, 20)}
SCHEMES = {
    "VK-02": "versterkingsgelden", "VK-32": "opensource-capaciteit", "VK-35": "fonds-tegengeluid",
    "VK-39": "cter-capaciteit", "VK-47": "capaciteitsopbouw", "X-07": "versterkingsgelden",
}  # fmt: skip


def desk_of(item: str) -> Desk:
    """Who works on the money of an item."""
    return DESKS.get(item, ("", MINISTRY))[1]


def chain(keys: Keys, item: str) -> tuple[Desk, Any, Any]:
    """The desk of an item, its budget line and its application that was awarded."""
    if item not in DESKS:
        line = world.line(holder="jenv", scheme=SCHEMES[item], reference=item, amount_cents=None)
        return MINISTRY, line, world.decided(applied(line), desk=MINISTRY)
    name, desk = DESKS[item]
    with acting(somebody(desk.proposes)):
        line = BudgetLine.objects.get(key=keys[f"{name} line"])
        return desk, line, Application.objects.get(key=keys[f"{name} application"])


def applied(line: Any) -> Any:
    """An application in a round of a line of the ministry."""
    within = world.round_of(line, desk=MINISTRY)
    return world.applied(within, by="daan", owner="wolverdam", title="Samen elders")


def recipient_of(item: str) -> str:
    """Who receives the money in these tests."""
    return "femke" if item == "VK-35" else "daan"


@pytest.mark.serves("VK-35.1")
def test_government_reads_totals_of_the_fund_and_opens_no_record(keys: Keys) -> None:
    roos, noor = somebody("roos"), somebody("noor")
    with acting(roos):
        award = access_record(AWARDS, who=roos, key=keys["fund award"])
    with acting(noor):
        assert [total.awards for total in totals() if total.walled] == [1]
        assert walled_off(AWARDS, record=award, who=noor, action="read")
        with pytest.raises(Refused):
            access_record(AWARDS, who=noor, key=award.key)
    assert browser("noor").get("/cijfers/fund-projects-2018/").status_code == 200


@pytest.mark.serves("VK-35.2")
def test_a_project_of_the_fund_has_themes_of_a_closed_list(keys: Keys) -> None:
    with acting(somebody("roos")):
        within = Round.objects.get(key=keys["fund round"])
    for themes, right in ((("stories", "education"), True), (("geloof",), False)):
        ask: dict[str, Any] = {
            "by": "femke",
            "owner": "duinmeer",
            "title": "Verhaal",
            "themes": themes,
        }
        if right:
            assert world.applied(within, **ask).themes == ["stories", "education"]
            continue
        with pytest.raises(Invalid) as caught:
            world.applied(within, **ask)
        assert [fault.field for fault in caught.value.faults] == ["themes"]


@pytest.mark.serves("VK-02.3")
def test_above_the_amount_of_the_round_an_evaluation_is_mandatory(keys: Keys) -> None:
    desk, line, application = chain(keys, "VK-02")
    with acting(somebody("noor")):
        Round.objects.filter(key=keys["programme round"]).update(
            threshold_cents=100_000_00, threshold_from=world.DAY
        )
    bare = world.prepared(application, line=line, desk=desk)
    with pytest.raises(Invalid):
        world.signed(bare, desk=desk)
    planned = world.prepared(application, line=line, desk=desk, evaluation_plan="Een nulmeting.")
    with pytest.raises(Invalid):
        world.signed(planned, desk=desk)
    world.evaluated(planned)
    assert world.signed(planned, desk=desk).state == "awarded"


@pytest.mark.serves("VK-11.4")
def test_above_the_amount_the_canvas_of_the_toolkit_is_a_step_that_cannot_be_left_out(
    keys: Keys,
) -> None:
    desk, line, application = chain(keys, "VK-02")
    with acting(somebody("noor")):
        Round.objects.filter(key=keys["programme round"]).update(
            threshold_cents=100_000_00, threshold_from=world.DAY
        )
    award = world.prepared(application, line=line, desk=desk, evaluation_plan="Een nulmeting.")
    world.evaluated(award, canvas=False, item="VK-11")
    with pytest.raises(Invalid, match=r"heeft nog geen ontwerpblad.*zoals de toolkit vraagt"):
        world.signed(award, desk=desk)
    world.evaluated(award, item="VK-11")
    assert world.signed(award, desk=desk).state == "awarded"


@pytest.mark.parametrize("item", per_item("P-GRANT.4"))
def test_a_project_is_accounted_for_and_evaluated(keys: Keys, item: str) -> None:
    desk, line, application = chain(keys, item)
    award = world.signed(world.prepared(application, line=line, desk=desk), desk=desk)
    told = {"accounted_on": dt.date(2019, 3, 1), "spent_cents": award.amount_cents}
    recipient = somebody(recipient_of(item))
    actions.step(AWARDS, who=recipient, key=award.key, edge="account", changes=told)
    study = world.evaluated(award, desk=desk, kind="process", item=item)
    for edge, changes in (
        ("start", {"started_on": days_ago(90)}),
        ("deliver", {"delivered_on": days_ago(20)}),
        (
            "publish",
            {"published_on": days_ago(1), "maturity": "tested", "conclusions": "Het ging."},
        ),
    ):
        stepped("evaluations", study, edge, by=desk.proposes, **changes)
    page = read(browser(desk.decides).get(f"/toekenningen/{award.key}/")).text
    assert f"Hoe ver het evalueren is {str(Rung.PROCESS.label).capitalize()}" in page


@pytest.mark.serves("VK-02.5")
def test_the_grant_to_the_support_centre_counts_with_the_others_or_apart(keys: Keys) -> None:
    world.line(
        holder="jenv", scheme="familiesteun", reference="L-LSE", amount_cents=300_000_00,
    )  # fmt: skip
    world.line(
        holder="jenv", scheme="versterkingsgelden", reference="L-V", amount_cents=6_000_000_00,
    )  # fmt: skip
    visitor = browser("noor")
    apart = read(visitor.get("/geld/")).text
    assert "Subsidie Landelijk Steunpunt Extremisme € 300.000" in apart
    together = read(visitor.get("/geld/?steunpunt=mee")).text
    assert "Subsidie Landelijk Steunpunt Extremisme €" not in together
    assert "Versterkingsgelden lokale aanpak ten minste € 6.300.000" in together


@pytest.mark.serves("VK-02.6")
def test_each_decision_says_what_why_and_until_when_to_object(keys: Keys) -> None:
    desk, line, application = chain(keys, "VK-02")
    here = f"/subsidieaanvragen/{application.key}/"
    noor, daan = browser("noor"), browser("daan")
    # Two lawyers have not confirmed what the law says: who opens the round is asked, and why.
    opening = f"/subsidierondes/{application.round_id}/openen/"
    silent = noor.post(opening, filled(noor.get(opening)))
    assert (silent.status_code, "niet bevestigd door twee juristen" in read(silent).text) == (
        422, True,
    )  # fmt: skip
    term = {"objection_weeks": "6", "objection_basis": "Onze algemene subsidieregeling, artikel 9"}
    assert noor.post(opening, filled(noor.get(opening), **term)).status_code == 302
    for visitor in (noor, daan):
        assert f"{here}besluit/" in visitor.get(here).content.decode()
        text = read(visitor.get(f"{here}besluit/")).text
        for said in ("Aan: Gemeente Wolverdam", "Uw aanvraag is toegewezen", "€ 200.000",
                     "Motivering Samen", "U kunt bezwaar maken", "binnen 6 weken na de datum",
                     "uiterlijk op", "berust op: Onze algemene subsidieregeling, artikel 9",
                     "niet bevestigd door twee juristen"):  # fmt: skip
            assert said in text, said
    # The letter is Dutch on an English page too; who waits has none, and another sees nothing.
    english = browser("noor")
    english.cookies["vijfluik_taal"] = "en"
    assert "Uw aanvraag is toegewezen" in read(english.get(f"{here}besluit/")).text
    waiting = keys["programme waiting"]
    assert browser("noor").get(f"/subsidieaanvragen/{waiting}/besluit/").status_code == 404
    assert browser("femke").get(f"{here}besluit/").status_code == 404
    fund = keys["fund application"]
    assert browser("noor").get(f"/subsidieaanvragen/{fund}/besluit/").status_code == 404
    # The award is a decision of its own, and so is its settlement: each when it is there.
    award = world.signed(world.prepared(application, line=line, desk=desk), desk=desk)
    there = f"/toekenningen/{award.key}/"
    assert daan.get(f"{there}vaststelling/").status_code == 404
    assert f"{there}beschikking/" in daan.get(there).content.decode()
    text = read(daan.get(f"{there}beschikking/")).text
    for said in ("Gemeente Wolverdam", "U krijgt subsidie", "Voorwaarden", "Besloten door:",
                 "U legt verantwoording af", "berust op: Onze algemene"):  # fmt: skip
        assert said in text, said
    assert browser("femke").get(f"{there}beschikking/").status_code == 404
    told = {"accounted_on": dt.date(2019, 3, 1), "spent_cents": 140_000_00, "results": "Gedaan."}
    actions.step(AWARDS, who=somebody("daan"), key=award.key, edge="account", changes=told)
    done = {"settled_on": dt.date(2019, 5, 1), "settled_cents": 140_000_00}
    actions.step(AWARDS, who=somebody("noor"), key=award.key, edge="settle", changes=done)
    text = read(daan.get(f"{there}vaststelling/")).text
    for said in ("Uw subsidie is vastgesteld", "legde u verantwoording af", "uiterlijk op"):
        assert said in text, said


@pytest.mark.serves("VK-39.2")
def test_planned_and_filled_posts_stand_on_the_line_of_the_capacity(keys: Keys) -> None:
    content = {
        "title": "CTER", "reference": "L-CTER", "scheme": "cter-capaciteit", "budget_year": 2018,
        "adopt_by": dt.date(2018, 1, 1), "amount_cents": 500_000_00, "fte_filled": 3,
    }  # fmt: skip
    with pytest.raises(Invalid):
        actions.create(BUDGET_LINES, who=somebody("noor"), owner="jenv", content=content)
    made = actions.create(
        BUDGET_LINES, who=somebody("noor"), owner="jenv", content=content | {"fte_planned": 4}
    )
    line = actions.step(
        BUDGET_LINES, who=somebody("noor"), key=made.key, edge="adopt",
        changes={"adopted_on": dt.date(2018, 1, 1), "fte_filled": 3},
    )  # fmt: skip
    assert (line.fte_planned, line.fte_filled, line.item) == (4, 3, "VK-39")


@pytest.mark.serves("X-07.2")
def test_money_that_another_line_repeats_counts_once(keys: Keys) -> None:
    noor = somebody("noor")
    content = {
        "title": "Herhaling", "reference": "L-H", "scheme": "versterkingsgelden",
        "budget_year": 2018, "adopt_by": dt.date(2018, 1, 1), "amount_cents": 700_00,
        "part_of": keys["programme line"],
    }  # fmt: skip
    with pytest.raises(Invalid):
        actions.create(BUDGET_LINES, who=noor, owner="jenv", content=content)
    made = actions.create(
        BUDGET_LINES, who=noor, owner="jenv", content=content | {"overlap": "repeats"}
    )
    actions.step(BUDGET_LINES, who=noor, key=made.key, edge="adopt",
                 changes={"adopted_on": dt.date(2018, 1, 1)})  # fmt: skip
    with acting(noor):
        (total,) = [each for each in totals() if each.scheme == "versterkingsgelden"]
    assert (total.lines, total.budgeted.cents, total.budgeted.unstated) == (1, None, 1)


@pytest.mark.parametrize("item", per_item("P-GRANT.1"))
def test_no_money_is_awarded_that_stands_on_no_budget_line(keys: Keys, item: str) -> None:
    desk, line, application = chain(keys, item)
    assert world.prepared(application, line=line, desk=desk).budget_line_id == line.key
    with pytest.raises(Invalid) as caught:
        actions.create(
            AWARDS, who=somebody(desk.proposes), owner=application.applicant_id,
            content={
                "title": "Zonder regel", "reference": "T-LOS", "lead": application.lead_id,
                "amount_cents": 100, "prepared_on": world.DAY, "report_by": dt.date(2019, 4, 1),
            },
        )  # fmt: skip
    assert {fault.field for fault in caught.value.faults} == {"budget_line"}


@pytest.mark.parametrize("item", per_item("P-GRANT.4"))
def test_a_recipient_accounts_with_what_was_spent_and_what_came_of_it(
    keys: Keys, item: str
) -> None:
    desk, line, application = chain(keys, item)
    award = world.signed(world.prepared(application, line=line, desk=desk), desk=desk)
    recipient = somebody(recipient_of(item))
    actions.step(AWARDS, who=somebody(desk.proposes), key=award.key, edge="start")
    told = {"spent_cents": award.amount_cents, "results": "Twee netwerken zijn opgebouwd."}
    with pytest.raises(Invalid) as caught:
        actions.step(AWARDS, who=recipient, key=award.key, edge="account", changes=told)
    assert {fault.field for fault in caught.value.faults} == {"accounted_on"}
    done = actions.step(
        AWARDS, who=recipient, key=award.key, edge="account",
        changes=told | {"accounted_on": dt.date(2019, 3, 1)},
    )  # fmt: skip
    assert (done.state, done.spent_cents, bool(done.results)) == (
        "accounted", award.amount_cents, True,
    )  # fmt: skip


@pytest.mark.parametrize("item", per_item("P-GRANT.2"))
def test_an_award_follows_from_an_application_that_was_granted(keys: Keys, item: str) -> None:
    desk, line, application = chain(keys, item)
    made = world.prepared(application, line=line, desk=desk, conditions="Verantwoord het.")
    assert made.conditions
    with acting(somebody(desk.proposes)):
        within = Round.objects.get(key=application.round_id)
    ask: dict[str, Any] = {"by": recipient_of(item), "owner": application.applicant_id}
    waiting = world.applied(within, title="Nog niet besloten", **ask)
    with pytest.raises(Invalid, match="niet toegewezen"):
        world.prepared(waiting, line=line, desk=desk)


@pytest.mark.parametrize("item", per_item("P-GRANT.3"))
def test_an_award_is_paid_in_instalments_once_it_is_signed(keys: Keys, item: str) -> None:
    desk, line, application = chain(keys, item)
    award = world.prepared(application, line=line, desk=desk)
    with pytest.raises(Invalid, match="niet ondertekend"):
        world.instalment(award, desk=desk, cents=100)
    world.signed(award, desk=desk)
    assert world.instalment(award, desk=desk, cents=100).state == "paid"
    with acting(somebody(desk.proposes)):
        paid = Instalment.objects.filter(award=award.key, state="paid")
        assert [row.amount_cents for row in paid] == [100]


def by_their_lists(row: str) -> list[Any]:
    """The items whose lists and pages show it; the figures of VK-02 are counted elsewhere."""
    return [each for each in per_item(row) if each.id != "VK-02"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("item", by_their_lists("P-GRANT.5"))
def test_lines_of_two_years_stand_apart(keys: Keys, item: str) -> None:
    holder = "fonds" if item == "VK-35" else "jenv"
    for year in (2018, 2019):
        world.line(
            holder=holder, scheme=SCHEMES[item], reference=f"J-{year}", amount_cents=None,
            budget_year=year,
        )  # fmt: skip
    visitor = browser("noor")
    asked = {"regeling": SCHEMES[item], "zoek": "Regel J-"}
    for year, other in ((2018, 2019), (2019, 2018)):
        text = read(visitor.get("/begrotingsregels/", {**asked, "jaar": str(year)})).text
        assert (f"Regel J-{year}" in text, f"Regel J-{other}" in text) == (True, False)


@pytest.mark.parametrize("item", by_their_lists("P-GRANT.6"))
def test_who_receives_and_who_is_reached_stand_apart_on_an_award(keys: Keys, item: str) -> None:
    desk, line, application = chain(keys, item)
    places = dict(Place.objects.using("owner").values_list("name", "pk"))
    with pytest.raises(Invalid) as caught:
        world.prepared(application, line=line, desk=desk, participants=(application.lead_id,))
    assert {fault.field for fault in caught.value.faults} == {"participants"}
    reached = (places["Oosterlo"], places["Veenbroek"])
    award = world.prepared(application, line=line, desk=desk, participants=reached)
    page = read(browser(desk.decides).get(f"/toekenningen/{award.key}/")).text
    assert "Penvoerende gemeente Wolverdam" in page
    assert "Oosterlo, Veenbroek" in page


@pytest.mark.serves("VK-02.1")
def test_an_application_goes_from_announced_to_settled_by_fixed_states(keys: Keys) -> None:
    money = world.line(holder="jenv", scheme="versterkingsgelden", reference="L-1", amount_cents=1)
    within = world.round_of(money, desk=MINISTRY)
    assert within.state == "announced"
    asked = world.applied(within, by="daan", owner="wolverdam", title="Van begin tot eind")
    assert asked.state == "applied"
    assert world.judged(asked, desk=MINISTRY).state == "assessed"
    refused = world.applied(within, by="daan", owner="wolverdam", title="Niet passend")
    world.judged(refused, desk=MINISTRY)
    for by, edge, changes in (("hanneke", "propose_rejection", {}), ("noor", "reject", DECIDED)):
        refused = actions.step(
            APPLICATIONS, who=somebody(by), key=refused.key, edge=edge, changes=changes,
            reason="Past niet bij de ronde.",
        )  # fmt: skip
    assert refused.state == "rejected"
    actions.step(
        APPLICATIONS, who=somebody("hanneke"), key=asked.key, edge="propose_award",
        changes={"proposed_cents": asked.asked_cents}, reason="Voldoet.",
    )  # fmt: skip
    asked = actions.step(
        APPLICATIONS, who=somebody("noor"), key=asked.key, edge="award", changes=DECIDED
    )
    assert asked.state == "awarded"
    award = world.signed(world.prepared(asked, line=money, desk=MINISTRY), desk=MINISTRY)
    settled = {"settled_on": days_ago(1), "settled_cents": award.amount_cents}
    with pytest.raises(EdgeRefused):
        actions.step(AWARDS, who=somebody("noor"), key=award.key, edge="settle", changes=settled)
    told = {"accounted_on": days_ago(9), "spent_cents": award.amount_cents}
    for by, edge, changes, state in (
        ("hanneke", "start", {}, "running"),
        ("daan", "account", told, "accounted"),
        ("noor", "settle", settled, "settled"),
    ):
        award = actions.step(AWARDS, who=somebody(by), key=award.key, edge=edge, changes=changes)
        assert award.state == state


@pytest.mark.serves("VK-35.3")
def test_the_fund_evaluates_its_projects_behind_its_wall(keys: Keys) -> None:
    with acting(somebody("roos")):
        award = Award.objects.get(key=keys["fund award"])
    world.evaluated(award, desk=FUND, item="VK-35", canvas=False, title="Wat het podium deed")
    here = f"/toekenningen/{keys['fund award']}/"
    page = read(browser("roos").get(here)).text
    assert f"Hoe ver het evalueren is {str(Rung.PLAN.label).capitalize()}" in page
    assert browser("noor").get(here).status_code == 404


@pytest.mark.serves("VK-39.1")
def test_capacity_stands_on_a_line_of_its_own(keys: Keys) -> None:
    for scheme, title in (("cter-capaciteit", "Vier plaatsen"), ("fec-tf", "Het project")):
        world.line(
            holder="jenv", scheme=scheme, reference=scheme, amount_cents=500_000_00, title=title,
            fte_planned=4,
        )  # fmt: skip
    text = read(browser("noor").get("/begrotingsregels/", {"regeling": "cter-capaciteit"})).text
    assert ("Vier plaatsen" in text, "Het project" in text) == (True, False)
    assert "500.000" in text


@pytest.mark.serves("VK-47.1")
def test_a_project_abroad_has_a_level(keys: Keys) -> None:
    desk, line, application = chain(keys, "VK-47")
    for level in ("international", "regional", "national"):
        world.prepared(application, line=line, desk=desk, level=level, title=f"Op {level}")
    visitor = browser("noor")
    for level in ("international", "regional", "national"):
        text = read(visitor.get("/toekenningen/", {"niveau": level})).text
        found = [each for each in ("international", "regional", "national") if f"Op {each}" in text]
        assert found == [level]


@pytest.mark.serves("VK-47.3")
def test_a_project_abroad_is_accounted_for_with_its_results(keys: Keys) -> None:
    desk, line, application = chain(keys, "VK-47")
    award = world.signed(
        world.prepared(application, line=line, desk=desk, level="regional"), desk=desk
    )
    told: dict[str, Any] = {"accounted_on": days_ago(2), "spent_cents": award.amount_cents}
    with pytest.raises(Invalid) as caught:
        actions.step(AWARDS, who=somebody("daan"), key=award.key, edge="account", changes=told)
    assert {fault.field for fault in caught.value.faults} == {"results"}
    told["results"] = "Vier gemeenschappen werken samen."
    actions.step(AWARDS, who=somebody("daan"), key=award.key, edge="account", changes=told)
    page = read(browser("noor").get(f"/toekenningen/{award.key}/")).text
    assert "Vier gemeenschappen werken samen." in page


@pytest.mark.serves("X-07.1")
def test_money_stands_per_line_and_year_one_off_or_structural_or_not_stated(keys: Keys) -> None:
    for number, (recurrence, cents) in enumerate(
        (("one_off", 100_00), ("structural", 200_00), ("", None))
    ):
        made = world.line(
            holder="jenv", scheme="fec-tf", reference=f"L-{number}", amount_cents=cents,
            recurrence=recurrence, budget_year=2031,
        )  # fmt: skip
        assert (made.recurrence, made.amount_cents) == (recurrence, cents)
    text = read(browser("noor").get("/geld/")).text
    assert "ten minste € 300 (1 zonder bedrag)" in text[text.index("2031") :]


@pytest.mark.serves("X-07.3")
def test_a_line_that_is_paid_from_another_counts_there_and_leads_to_it(keys: Keys) -> None:
    source = world.line(holder="jenv", scheme="fec-tf", reference="L-A", amount_cents=900_00)
    ask: dict[str, Any] = {"holder": "jenv", "scheme": "fec-tf", "amount_cents": 300_00}
    with pytest.raises(Invalid):
        world.line(reference="L-B", part_of=source.key, **ask)
    part = world.line(reference="L-B", part_of=source.key, overlap="paid_from", **ask)
    with acting(somebody("noor")):
        (total,) = [each for each in totals() if each.scheme == "fec-tf"]
    assert (total.lines, total.budgeted.cents) == (1, 900_00)
    page = read(browser("noor").get(f"/begrotingsregels/{part.key}/"))
    assert f"/begrotingsregels/{source.key}/" in page.addresses


@pytest.mark.serves("X-07.4")
def test_budgeted_committed_and_paid_are_amounts_apart(keys: Keys) -> None:
    text = read(browser("noor").get("/geld/")).text
    row = text[text.index("Versterkingsgelden lokale aanpak") :]
    assert row.startswith("Versterkingsgelden lokale aanpak niet vermeld € 200.000 € 150.000"), row[
        :120
    ]
