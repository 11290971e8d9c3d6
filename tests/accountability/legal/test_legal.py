"""Templates change with the law, reviews are due, and nothing is designated before it may be."""

import datetime as dt
from typing import Any

import pytest
from tests.browser.reading import read
from tests.registers.examples import content_for
from tests.site.people import browser, somebody

from vijfluik.core.law.effects import effects
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.registry import register_named
from vijfluik.core.registers.work import due_work

OFFICER, COLLEAGUE = "anouk", "noor"
pytestmark = pytest.mark.usefixtures("platform")


def recorded(thing: str, **values: Any) -> Any:
    register, who = register_named(thing), somebody(OFFICER)
    reference = values.pop("reference", "N-1")
    with acting(who):
        content = content_for(register, reference=reference, owner="jenv")
    return actions.create(register, who=who, owner="jenv", content={**content, **values})


def step(thing: str, record: Any, edge: str, *, by: str = OFFICER, reason: str = "Reden",
         **changes: Any) -> Any:  # fmt: skip
    return actions.step(
        register_named(thing), who=somebody(by), key=record.key, edge=edge, changes=changes,
        reason=reason,
    )  # fmt: skip


def days(first: int, last: int) -> dict[str, Any]:
    return {
        "valid_from": today() + dt.timedelta(days=first),
        "valid_until": today() + dt.timedelta(days=last),
    }


def law_of(**content: Any) -> Any:
    """A bill that is law since ten days."""
    bill = recorded("bills", item="VV-07", **content)
    on = today() - dt.timedelta(days=10)
    step("bills", bill, "submit", submitted_on=on)
    step("bills", bill, "adopt_second", second_adopted_on=on)
    step("bills", bill, "adopt_first", first_adopted_on=on)
    step("bills", bill, "publish", published_on=on, published_in="Stb. 2026, 1")
    return step("bills", bill, "enter", in_force_on=on)


@pytest.mark.serves("X-10.2")
def test_what_changes_with_a_provision_counts_its_templates_terms_and_registers() -> None:
    made = recorded("templates", provisions=("twbmt-4-1", "twbmt-2-1"))
    page = read(browser(OFFICER).get("/recht/twbmt-4-1/")).text
    assert f"Sjabloon: {made.title} (1.0)" in page
    with acting(somebody(COLLEAGUE)):
        found = effects("twbmt-4-1", lapse_on=dt.date(2027, 2, 1))
    kinds: dict[str, set[str]] = {}
    for each in found.dependants:
        kinds.setdefault(str(each.kind), set()).add(each.key)
    assert str(made.key) in kinds["template"]
    assert {"template", "item"} <= set(kinds)
    bill = recorded("bills", item="X-10", provisions="twbmt-4-1")
    assert made.title in read(browser(OFFICER).get(f"/wetsvoorstellen/{bill.key}/")).text
    step("templates", made, "withdraw", by=COLLEAGUE)
    assert made.title not in read(browser(OFFICER).get("/recht/twbmt-4-1/")).text


def test_a_template_comes_into_use_by_another_and_on_law_that_works() -> None:
    use: dict[str, Any] = {"adopted_on": today(), "review_on": today() + dt.timedelta(days=30)}
    lapsed = recorded("templates", provisions=("sis-2006-20",))
    with pytest.raises(Invalid, match="geldt op die dag niet meer"):
        step("templates", lapsed, "adopt", by=COLLEAGUE, **use)
    made = recorded("templates", reference="N-2")
    with pytest.raises(Invalid, match="vier ogen"):
        step("templates", made, "adopt", **use)
    assert step("templates", made, "adopt", by=COLLEAGUE, **use).state == "in_use"


@pytest.mark.serves("X-10.4")
def test_a_provision_is_reviewed_on_its_day_by_its_owner() -> None:
    review = recorded("law_reviews", provision="twbmt-13", review_on=today(), item="X-10")
    with acting(who := somebody(OFFICER)):
        assert review.key in {each.record.key for each in due_work(who=who)}
    assert review.title in read(browser(OFFICER).get("/recht/twbmt-13/")).text
    with pytest.raises(Invalid) as caught:
        step("law_reviews", review, "review", reviewed_on=today())
    assert {fault.field for fault in caught.value.faults} == {"outcome", "findings"}
    step("law_reviews", review, "review", reviewed_on=today(), outcome="keep", findings="Voldoet.")
    with acting(who):
        assert review.key not in {each.record.key for each in due_work(who=who)}
    later = today() + dt.timedelta(days=300)
    again = step("law_reviews", review, "plan_again", review_on=later)
    assert (again.state, again.outcome, again.review_on) == ("planned", "", later)


@pytest.mark.serves("VV-07.2")
def test_nothing_is_designated_by_a_bill_before_it_is_law() -> None:
    bill = recorded("bills", item="VV-07")
    area = recorded("zones", bill=bill.key, provision="", item="VV-07")
    with pytest.raises(Invalid, match="niet in werking"):
        step("zones", area, "designate", **days(0, 90))
    law = law_of(reference="N-2")
    early = recorded("zones", reference="N-3", bill=law.key, provision="", item="VV-07")
    with pytest.raises(Invalid, match="niet in werking"):
        step("zones", early, "designate", **days(-11, 90))
    assert step("zones", early, "designate", **days(-10, 90)).state == "in_effect"


@pytest.mark.serves("VV-07.3")
def test_areas_and_consents_are_lists_with_a_first_and_a_last_day() -> None:
    law = law_of(reference="N-2")
    on: dict[str, Any] = {"bill": law.key, "provision": "", "item": "VV-07"}
    area = recorded("zones", **on)
    with pytest.raises(Invalid) as caught:
        step("zones", area, "designate", valid_from=today())
    assert {fault.field for fault in caught.value.faults} == {"valid_until"}
    area = step("zones", area, "designate", **days(0, 30))
    with pytest.raises(Invalid) as caught:
        recorded("zones", reference="N-4", kind="consent", **on)
    assert {fault.field for fault in caught.value.faults} == {"area", "holder"}
    consent = recorded(
        "zones", reference="N-5", kind="consent", title="Hulpverleners", area=area.key,
        holder="Hulpverleners", **on,
    )  # fmt: skip
    with pytest.raises(Invalid, match="niet aangewezen"):
        step("zones", consent, "designate", **days(0, 31))
    consent = step("zones", consent, "designate", **days(5, 30))
    register = register_named("zones")
    assert str(register.standing(consent).label) == "geldt nog niet"
    listed = read(browser(OFFICER).get("/aangewezen-gebieden/?soort=consent")).text
    assert "Hulpverleners" in listed
    assert area.title not in listed
    _term, last = register.due_of(area) or (None, None)
    assert last == area.valid_until
