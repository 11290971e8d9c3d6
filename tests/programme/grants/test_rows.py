"""The rows of the catalogue that the money serves, each by what really serves it."""

import datetime as dt
from typing import Any

import pytest
from tests.browser.reading import read
from tests.programme.grants import world
from tests.programme.grants.conftest import Keys
from tests.programme.grants.world import FUND, MINISTRY, Desk
from tests.programme.knowledge import days_ago, stepped
from tests.serving import per_item
from tests.site.people import browser, somebody

from vijfluik.core.access.gate import Refused
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers import actions
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.walls import walled_off
from vijfluik.programme.evaluations.maturity import Rung
from vijfluik.programme.grants.models import Application, BudgetLine, Instalment, Round
from vijfluik.programme.grants.queries.totals import totals
from vijfluik.programme.grants.registers import AWARDS, BUDGET_LINES

DESKS = {"VK-02": ("programme", MINISTRY), "VK-35": ("fund", FUND)}


def chain(keys: Keys, item: str) -> tuple[Desk, Any, Any]:
    """The desk of an item, its budget line and its application that was awarded."""
    name, desk = DESKS[item]
    with acting(somebody(desk.proposes)):
        line = BudgetLine.objects.get(key=keys[f"{name} line"])
        return desk, line, Application.objects.get(key=keys[f"{name} application"])


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
    recipient = somebody("daan" if item == "VK-02" else "femke")
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
def test_a_decision_says_what_why_and_how_to_object(keys: Keys) -> None:
    _desk, _line, application = chain(keys, "VK-02")
    here = f"/subsidieaanvragen/{application.key}/"
    for username in ("noor", "daan"):
        visitor = browser(username)
        assert f"{here}besluit/" in visitor.get(here).content.decode()
        text = read(visitor.get(f"{here}besluit/")).text
        for said in ("Aan: Gemeente Wolverdam", "Uw aanvraag is toegewezen", "€ 200.000",
                     "Motivering Samen", "U kunt bezwaar maken", "Termijn voor bezwaar: …",
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
    recipient = somebody("daan" if item == "VK-02" else "femke")
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
        waiting = Application.objects.get(key=keys[f"{DESKS[item][0]} waiting"])
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
