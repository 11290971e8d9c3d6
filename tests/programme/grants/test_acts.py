"""The money step by step: by two people, with a plan above the threshold, and each euro once."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from tests.programme.grants import world
from tests.programme.grants.conftest import Keys
from tests.programme.grants.world import MINISTRY
from tests.programme.knowledge import stepped
from tests.site.people import browser, somebody

from vijfluik.core.access.gate import Refused
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers import actions
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.importing.writing import import_file
from vijfluik.programme.grants.actions import Verdict, assess
from vijfluik.programme.grants.models import Application, Assessment, Award, BudgetLine, Round
from vijfluik.programme.grants.queries import amounts
from vijfluik.programme.grants.queries.totals import added, totals
from vijfluik.programme.grants.registers import APPLICATIONS, AWARDS, BUDGET_LINES, INSTALMENTS

PLAN = "Doel, doelgroep en hoe het wordt gevolgd."


def step(register: Any, who: str, key: uuid.UUID, edge: str, **more: Any) -> Any:
    return actions.step(register, who=somebody(who), key=key, edge=edge, **more)


def application(keys: Keys, name: str = "programme waiting") -> Application:
    with acting(somebody("noor")):
        return Application.objects.get(key=keys[name])


def test_an_application_is_judged_on_every_criterion_or_not_at_all(keys: Keys) -> None:
    key = keys["programme waiting"]
    one = {1: Verdict(finding="meets", grounds="Past.")}
    with pytest.raises(Invalid) as caught:
        assess(who=somebody("hanneke"), key=key, verdicts=one)
    assert [fault.field for fault in caught.value.faults] == ["finding_2", "grounds_2"]
    with acting(somebody("noor")):
        assert not Assessment.objects.filter(application=key).exists()
    found = assess(
        who=somebody("hanneke"), key=key,
        verdicts=one | {2: Verdict(finding="fails", grounds="Staat er niet.")},
    )  # fmt: skip
    assert found.state == "assessed"
    with acting(somebody("noor")):
        rows = Assessment.objects.filter(application=key).order_by("number")
        assert [(row.criterion, row.finding) for row in rows] == [
            ("Past bij de aanpak.", "meets"), ("Het resultaat is te volgen.", "fails"),
        ]  # fmt: skip
    with acting(somebody("daan")):
        assert not Assessment.objects.filter(application=key).exists()


def test_the_applicant_reads_the_findings_once_it_is_decided(keys: Keys) -> None:
    page = browser("daan").get(f"/subsidieaanvragen/{keys['programme application']}/")
    assert "Motivering Samen" in page.content.decode()


@pytest.mark.parametrize("edge", ["award", "reject"])
def test_whoever_proposes_does_not_decide(keys: Keys, edge: str) -> None:
    key = keys["programme waiting"]
    world.judged(application(keys), desk=MINISTRY)
    proposal: dict[str, Any] = {"changes": {"proposed_cents": 100}} if edge == "award" else {}
    propose = {"award": "propose_award", "reject": "propose_rejection"}[edge]
    step(APPLICATIONS, "hanneke", key, propose, reason="R", **proposal)
    decision: dict[str, Any] = {"changes": {"decided_on": dt.date(2018, 2, 1)}, "reason": "R"}
    with pytest.raises(Invalid, match="vier ogen"):
        step(APPLICATIONS, "hanneke", key, edge, **decision)
    with pytest.raises(Refused):
        step(APPLICATIONS, "daan", key, edge, **decision)
    assert step(APPLICATIONS, "noor", key, edge, **decision).state in ("awarded", "rejected")


def test_an_applicant_neither_assesses_nor_makes_an_award(keys: Keys) -> None:
    verdicts = {number: Verdict(finding="meets", grounds="Goed.") for number in (1, 2)}
    with pytest.raises(Refused):
        assess(who=somebody("daan"), key=keys["programme waiting"], verdicts=verdicts)
    with pytest.raises(Refused):
        actions.create(AWARDS, who=somebody("daan"), owner="wolverdam", content={})


def above_the_threshold(keys: Keys, *, since: dt.date) -> None:
    """The round asks a plan above € 100.000 from a day on."""
    with acting(somebody("noor")):
        Round.objects.filter(key=keys["programme round"]).update(
            threshold_cents=100_000_00, threshold_from=since
        )


def test_above_the_dated_threshold_an_evaluation_plan_is_mandatory(keys: Keys) -> None:
    above_the_threshold(keys, since=world.DAY)
    with acting(somebody("noor")):
        line = BudgetLine.objects.get(key=keys["programme line"])
    asked = application(keys, "programme application")
    bare = world.prepared(asked, line=line, desk=MINISTRY)
    with pytest.raises(Invalid) as caught:
        world.signed(bare, desk=MINISTRY)
    assert [fault.field for fault in caught.value.faults] == ["evaluation_plan", ""]
    refused = pytest.raises(DatabaseError, match="evaluation plan")
    with acting(somebody("noor")), refused, transaction.atomic():
        Award.objects.filter(key=bare.key).update(state="awarded", awarded_on=world.DAY)
    planned = world.prepared(asked, line=line, desk=MINISTRY, evaluation_plan=PLAN)
    with pytest.raises(Invalid, match="geen evaluatie bij deze toekenning"):
        world.signed(planned, desk=MINISTRY)
    study = world.evaluated(planned, canvas=False)
    with pytest.raises(Invalid, match="geen ontwerpblad"):
        world.signed(planned, desk=MINISTRY)
    refused = pytest.raises(DatabaseError, match="needs its evaluation, with a canvas")
    with acting(somebody("noor")), refused, transaction.atomic():
        Award.objects.filter(key=planned.key).update(state="awarded", awarded_on=world.DAY)
    stepped("evaluations", study, "withdraw", by="hanneke", reason="Dubbel.")
    world.evaluated(planned)
    assert world.signed(planned, desk=MINISTRY).state == "awarded"


def test_an_award_of_before_the_threshold_needs_none(keys: Keys) -> None:
    above_the_threshold(keys, since=world.DAY + dt.timedelta(days=1))
    with acting(somebody("noor")):
        line = BudgetLine.objects.get(key=keys["programme line"])
    bare = world.prepared(application(keys, "programme application"), line=line, desk=MINISTRY)
    assert world.signed(bare, desk=MINISTRY).state == "awarded"


def test_an_award_goes_from_accounting_to_settlement_and_back(keys: Keys) -> None:
    key = keys["programme award"]
    step(AWARDS, "hanneke", key, "start")
    told = {"accounted_on": dt.date(2019, 3, 1), "spent_cents": 140_000_00, "results": "Gedaan."}
    with pytest.raises(Refused):
        step(AWARDS, "femke", key, "account", changes=told)
    assert step(AWARDS, "daan", key, "account", changes=told).state == "accounted"
    with pytest.raises(Refused):
        step(AWARDS, "daan", key, "settle")
    done = {"settled_on": dt.date(2019, 5, 1), "settled_cents": 300_000_00}
    with pytest.raises(Invalid, match="meer dan er is toegekend"):
        step(AWARDS, "noor", key, "settle", changes=done)
    step(AWARDS, "noor", key, "settle", changes=done | {"settled_cents": 140_000_00})
    with acting(somebody("noor")):
        whole = amounts.of_award(Award.objects.get(key=key))
    assert (whole.committed.cents, whole.paid.cents, whole.settled.cents) == (
        200_000_00, 150_000_00, 140_000_00,
    )  # fmt: skip
    page = browser("daan").get(f"/toekenningen/{key}/").content.decode()
    assert "€ 10.000 meer betaald dan vastgesteld" in page.replace("\xa0", " ")
    step(AWARDS, "noor", key, "reclaim", changes={"reclaimed_cents": 10_000_00}, reason="Te veel.")
    assert step(AWARDS, "noor", key, "recover").state == "recovered"


def test_an_award_of_unstated_amount_is_settled_without_one_and_totals_say_at_least(
    keys: Keys,
) -> None:
    noor, known = somebody("noor"), keys["programme award"]
    told = {"accounted_on": dt.date(2019, 3, 1), "results": "Gedaan."}
    done = {"settled_on": dt.date(2019, 5, 1)}
    step(AWARDS, "daan", known, "account", changes=told | {"spent_cents": 140_000_00})
    with pytest.raises(Invalid, match="ontbreekt") as caught:
        step(AWARDS, "noor", known, "settle", changes=done)
    assert [fault.field for fault in caught.value.faults] == ["settled_cents"]
    refused = pytest.raises(DatabaseError, match="award_settled_has_day_and_amount")
    with acting(noor), refused, transaction.atomic():
        Award.objects.filter(key=known).update(state="settled", **done)
    step(AWARDS, "noor", known, "settle", changes=done | {"settled_cents": 140_000_00})
    with acting(noor):
        line = BudgetLine.objects.get(key=keys["programme line"])
    silent = world.prepared(
        application(keys, "programme application"), line=line, desk=MINISTRY, amount_cents=None
    )
    world.signed(silent, desk=MINISTRY)
    step(AWARDS, "daan", silent.key, "account", changes=told)
    page = browser("noor").get(f"/toekenningen/{silent.key}/vaststellen/").content.decode()
    assert "Leeg is “niet vermeld”" in page
    settled = step(AWARDS, "noor", silent.key, "settle", changes=done)
    assert (settled.state, settled.settled_cents) == ("settled", None)
    assert AWARDS.due_of(settled) is None
    with acting(noor):
        assert amounts.of_award(settled).settled == amounts.Amount(cents=None, unstated=1)
        assert amounts.of_line(line).settled == amounts.Amount(cents=140_000_00, unstated=1)
        [total] = [each for each in totals() if each.scheme == "versterkingsgelden"]
    assert total.settled == amounts.Amount(cents=140_000_00, unstated=1)
    assert total.unsettled == 0
    page = browser("noor").get("/geld/").content.decode().replace("\xa0", " ")
    assert "ten minste € 140.000 (1 zonder bedrag)" in page


def test_a_recipient_changes_its_accounting_and_nothing_else(keys: Keys) -> None:
    with acting(somebody("daan")):
        rows = Award.objects.filter(key=keys["programme award"])
        for change in ({"amount_cents": 1}, {"state": "settled"}, {"conditions": "Geen."}):
            with pytest.raises(DatabaseError), transaction.atomic():
                rows.update(**change)


def test_an_instalment_is_of_its_awards_recipient(keys: Keys) -> None:
    content = {
        "title": "Voorschot", "reference": "I-9", "award": keys["programme award"],
        "amount_cents": 100, "planned_on": dt.date(2018, 7, 1),
    }  # fmt: skip
    with pytest.raises(Invalid) as caught:
        actions.create(INSTALMENTS, who=somebody("noor"), owner="duinmeer", content=content)
    assert [fault.field for fault in caught.value.faults] == ["award"]
    with acting(somebody("noor")), pytest.raises(DatabaseError), transaction.atomic():
        INSTALMENTS.model(
            recipient_id="duinmeer", state="planned", award_id=content.pop("award"), **content
        ).save(force_insert=True)


def test_what_a_record_belongs_to_fills_its_year_scheme_and_compartment(keys: Keys) -> None:
    with acting(somebody("noor")):
        for register, name in ((APPLICATIONS, "application"), (INSTALMENTS, "instalment")):
            record: Any = register.model._default_manager.get(key=keys[f"programme {name}"])
            assert (record.scheme, record.budget_year, record.compartment, record.item) == (
                "versterkingsgelden", 2018, "grants_programme", "VK-02",
            )  # fmt: skip


def test_a_line_that_counts_elsewhere_says_where_and_is_in_no_total(keys: Keys) -> None:
    line = {"title": "LSE", "reference": "L-LSE", "scheme": "familiesteun", "budget_year": 2018,
            "adopt_by": dt.date(2018, 1, 1), "amount_cents": 500_00}  # fmt: skip
    noor = somebody("noor")
    with pytest.raises(Invalid) as caught:
        actions.create(BUDGET_LINES, who=noor, owner="jenv",
                       content=line | {"part_of": keys["programme line"]})  # fmt: skip
    assert [fault.field for fault in caught.value.faults] == ["overlap"]
    paid_from = {"part_of": keys["programme line"], "overlap": "paid_from"}
    made = actions.create(BUDGET_LINES, who=noor, owner="jenv", content=line | paid_from)
    step(BUDGET_LINES, "noor", made.key, "adopt", changes={"adopted_on": dt.date(2018, 1, 1)})
    with acting(noor):
        assert [each.key for each in amounts.counted_elsewhere(keys["programme line"])] == [
            made.key
        ]
    with pytest.raises(Invalid, match="telt zelf al"):
        actions.create(BUDGET_LINES, who=noor, owner="jenv",
                       content=line | {"reference": "L-X", "overlap": "repeats",
                                       "part_of": made.key})  # fmt: skip
    page = browser("noor").get("/geld/").content.decode()
    assert "regeling=familiesteun" not in page
    own = browser("noor").get(f"/begrotingsregels/{keys['programme line']}/").content.decode()
    assert "Hierin telt al mee" in own


def test_a_total_over_a_gap_says_at_least_and_counts_it() -> None:
    whole = added([amounts.Amount(cents=100), amounts.Amount(cents=None, unstated=2)])
    assert (whole.cents, whole.unstated) == (100, 2)
    assert added([amounts.Amount(cents=None, unstated=1)]).cents is None


def test_nobody_applies_before_a_round_opens_and_what_is_late_is_told(keys: Keys) -> None:
    with acting(somebody("noor")):
        within = Round.objects.get(key=keys["programme round"])
    early = {"applied_on": dt.date(2017, 10, 1)}
    with pytest.raises(Invalid, match="vóór de opening"):
        world.applied(within, by="daan", owner="wolverdam", title="Te vroeg", **early)
    late = world.applied(
        within, by="daan", owner="wolverdam", title="Laat", applied_on=dt.date(2017, 12, 20)
    )
    page = browser("hanneke").get(f"/subsidieaanvragen/{late.key}/beoordelen/").content.decode()
    assert "5 dagen na sluiting" in page


def test_an_application_is_assessed_by_its_page(keys: Keys) -> None:
    from tests.browser.reading import filled

    visitor = browser("hanneke")
    page = visitor.get(f"/subsidieaanvragen/{keys['programme waiting']}/beoordelen/")
    form = filled(
        page, finding_1="meets", grounds_1="Past.", finding_2="partly", grounds_2="Deels."
    )
    answer = visitor.post(page.request["PATH_INFO"], form, follow=True)
    assert "is beoordeeld. Volgende stap" in answer.content.decode()
    with pytest.raises(EdgeRefused):
        assess(
            who=somebody("hanneke"), key=keys["programme waiting"],
            verdicts={number: Verdict(finding="meets", grounds="G") for number in (1, 2)},
        )  # fmt: skip


def test_where_a_list_would_be_too_long_the_reference_is_typed(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.browser.reading import filled

    monkeypatch.setattr("vijfluik.ui.registers.typing_record.LONGEST_LIST", 0)
    visitor = browser("noor")
    with acting(somebody("noor")):
        award = Award.objects.get(key=keys["programme award"])
    page = visitor.get(f"/termijnen/nieuw/?award={award.key}")
    assert f'value="{award.reference}"' in page.content.decode()
    assert "<datalist" in page.content.decode()
    assert world.SECRET not in page.content.decode()
    answers = {"onbekend": "Er is geen registratie", award.reference.upper(): "Vastgelegd als"}
    for typed, expected in answers.items():
        form = filled(page, award=typed, title="Rest", reference="I-10", amount_cents="100",
                      planned_on="2018-09-01")  # fmt: skip
        answer = visitor.post("/termijnen/nieuw/", form, follow=True)
        assert expected in answer.content.decode()


def test_an_award_begins_with_what_its_application_says(keys: Keys) -> None:
    from tests.browser.reading import filled

    page = browser("hanneke").get(
        f"/toekenningen/nieuw/?application={keys['programme application']}"
    )
    form: dict[str, Any] = filled(page)
    assert form["title"] == ["Samen"]
    assert form["amount_cents"][0].startswith("200000")
    assert form["budget_line"] == [str(keys["programme line"])]
    assert form["recipient"] == ["wolverdam"]


def test_where_there_are_many_municipalities_their_names_are_typed(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.browser.reading import filled

    monkeypatch.setattr("vijfluik.ui.registers.typing_record.LONGEST_LIST", 10)
    key = keys["programme award"]
    step(AWARDS, "hanneke", key, "start")
    visitor = browser("daan")
    page = visitor.get(f"/toekenningen/{key}/verantwoorden/")
    for typed, right in (("Oosterlo, Nergenshuizen", False), ("Oosterlo, Ravenstad", True)):
        form = filled(page, participants=typed, results="Gedaan.")
        visitor.post(f"/toekenningen/{key}/verantwoorden/", form, follow=True)
        with acting(somebody("daan")):
            award = Award.objects.get(key=key)
        assert (award.state == "accounted", len(award.participants)) == (right, 2 if right else 0)


@pytest.mark.parametrize("state", ["beoordeeld", "toegewezen"])
def test_a_file_of_the_applicant_judges_nothing(keys: Keys, state: str) -> None:
    with acting(somebody("daan")):
        within = Round.objects.get(key=keys["programme round"])
    header = "project;kenmerk;aanvrager;ronde;categorie;thema's;gevraagd;aangevraagd op;stand"
    row = f"P;A-FILE;wolverdam;{within.reference};netwerk;onderwijs;100;01-12-2017;{state}"
    outcome = import_file(
        APPLICATIONS, who=somebody("daan"), file_name="a.csv", content=f"{header}\n{row}".encode()
    )
    assert (outcome.added, len(outcome.examined.held)) == ((), 1)
    with acting(somebody("daan")), pytest.raises(DatabaseError), transaction.atomic():
        Application.objects.filter(key=keys["programme waiting"]).update(state="assessed")
