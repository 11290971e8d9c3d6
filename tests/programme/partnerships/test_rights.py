"""Nothing goes abroad without a check of human rights that two people decided on.

The rules refuse it in words; the database refuses it whoever forgets them.
"""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from tests.programme.partnerships.doing import COORDINATOR, OFFICER, correct, in_days, new, step
from tests.site.people import somebody

from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.faults import Invalid
from vijfluik.programme.partnerships.models import Delivery, Partner, RightsCheck, RightsCheckStep


@pytest.fixture
def abroad(platform: str) -> Any:
    """A foreign partner."""
    return new("partnership_partners", name="Voorbeelddienst", country="JO", reference="A-1")


def delivery(partner: Any, *, reference: str = "L-1", **values: Any) -> Any:
    given = {"partner": partner.key, "partnership": partner.partnership_id, **values}
    return new("deliveries", reference=reference, **given)


def check(partner: Any, *, reference: str = "T-1", **values: Any) -> Any:
    given = {
        "partner": partner.key,
        "partnership": partner.partnership_id,
        "country": partner.country,
        "assessed_on": in_days(-30),
        "valid_until": in_days(30),
        **values,
    }
    return new("rights_checks", reference=reference, **given)


def approved(record: Any) -> Any:
    step(record, "propose")
    return step(record, "approve", who=somebody(OFFICER))


def deliver(record: Any, *, on: dt.date | None = None) -> Any:
    return step(record, "deliver", delivered_on=on or in_days(0))


def faults(invalid: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [fault.field for fault in invalid.value.faults]


def test_at_home_a_delivery_needs_no_check(platform: str) -> None:
    home = new("partnership_partners", reference="A-2")
    assert deliver(delivery(home)).state == "delivered"


def test_abroad_it_is_delivered_with_a_check_and_not_without(abroad: Any) -> None:
    planned = delivery(abroad)
    with pytest.raises(Invalid) as caught:
        deliver(planned)
    assert faults(caught) == ["delivered_on"]
    approved(check(abroad))
    assert deliver(planned).state == "delivered"


def _proposed(partner: Any) -> None:
    step(check(partner), "propose")


def _negative(partner: Any) -> None:
    approved(check(partner, conclusion="negative"))


def _over(partner: Any) -> None:
    approved(check(partner, assessed_on=in_days(-300), valid_until=in_days(-2)))


def _later(partner: Any) -> None:
    approved(check(partner, assessed_on=in_days(0)))


def _closed(partner: Any) -> None:
    step(approved(check(partner)), "close", closed_on=in_days(-2))


def _of_another(partner: Any) -> None:
    other = new("partnership_partners", name="Ander", country="JO", reference="A-9")
    approved(check(other))


@pytest.mark.parametrize("made", [_proposed, _negative, _over, _later, _closed, _of_another])
def test_a_check_that_does_not_stand_lets_nothing_through(abroad: Any, made: Any) -> None:
    made(abroad)
    planned = delivery(abroad)
    with pytest.raises(Invalid) as caught:
        deliver(planned, on=in_days(-1))
    assert faults(caught) == ["delivered_on"]
    with acting(somebody(COORDINATOR)), pytest.raises(DatabaseError), transaction.atomic():
        raw(
            "UPDATE partnerships_delivery SET state = 'delivered', delivered_on = %s"
            " WHERE key = %s",
            in_days(-1),
            planned.key,
        )


def raw(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_raw_sql_brings_nothing_in_as_delivered(abroad: Any) -> None:
    with acting(somebody(COORDINATOR)), pytest.raises(DatabaseError), transaction.atomic():
        Delivery.objects.create(
            lead_id="fec", reference="L-9", title="Lesgeld", partnership_id=abroad.partnership_id,
            partner_id=abroad.key, kind="money", amount=100, planned_on=in_days(0),
            delivered_on=in_days(0), state="delivered",
        )  # fmt: skip


def test_a_delivery_at_home_cannot_be_moved_abroad(abroad: Any) -> None:
    home = new("partnership_partners", reference="A-2")
    delivered = deliver(delivery(home))
    with pytest.raises(Invalid):
        correct(delivered, partner=abroad.key)
    with pytest.raises(Invalid) as caught:
        correct(home, country="JO")
    assert faults(caught) == ["country"]
    with acting(somebody(COORDINATOR)):
        for statement, values in (
            ("UPDATE partnerships_delivery SET partner_id = %s WHERE key = %s",
             (abroad.key, delivered.key)),
            ("UPDATE partnerships_partner SET country = 'JO' WHERE key = %s", (home.key,)),
        ):  # fmt: skip
            with pytest.raises(DatabaseError), transaction.atomic():
                raw(statement, *values)


def test_a_state_that_was_forged_is_no_check(abroad: Any) -> None:
    """Whoever writes "approved" on a row has no second person, whatever steps they add."""
    made, planned = check(abroad), delivery(abroad)
    who = somebody(COORDINATOR)
    with acting(who):
        RightsCheck.objects.filter(key=made.key).update(state="approved")
        with pytest.raises(DatabaseError), transaction.atomic():
            RightsCheckStep.objects.create(
                rights_check_id=made.key, edge="approve", from_state="proposed",
                to_state="approved", business_date=in_days(0), reason="R",
                registered_at=dt.datetime.now(dt.UTC), taken_by_id=who.actor.key,
                proposed_by_id=who.actor.key,
            )  # fmt: skip
    with pytest.raises(DatabaseError), transaction.atomic():
        deliver(planned)


def test_nobody_approves_their_own_check(abroad: Any) -> None:
    made = check(abroad)
    step(made, "propose")
    with pytest.raises(Invalid, match="zelf voorgesteld"):
        step(made, "approve")


@pytest.mark.parametrize("asked", [approved, lambda record: step(record, "propose")])
def test_what_was_put_to_a_colleague_does_not_change(abroad: Any, asked: Any) -> None:
    made = check(abroad, conclusion="negative")
    asked(made)
    with pytest.raises(Invalid) as caught:
        correct(made, conclusion="positive", valid_until=in_days(40))
    assert set(faults(caught)) == {"conclusion", "valid_until"}
    with acting(somebody(COORDINATOR)), pytest.raises(DatabaseError), transaction.atomic():
        RightsCheck.objects.filter(key=made.key).update(conclusion="positive")


@pytest.mark.parametrize("state", ["draft", "proposed"])
def test_what_was_decided_does_not_go_back(abroad: Any, state: str) -> None:
    made = approved(check(abroad))
    with acting(somebody(COORDINATOR)), pytest.raises(DatabaseError), transaction.atomic():
        RightsCheck.objects.filter(key=made.key).update(state=state)


def test_what_was_delivered_stays_allowed(abroad: Any) -> None:
    made = approved(check(abroad))
    deliver(delivery(abroad), on=in_days(-5))
    with pytest.raises(Invalid) as caught:
        step(made, "close", closed_on=in_days(-6))
    assert faults(caught) == ["closed_on"]
    with pytest.raises(Invalid):
        step(made, "withdraw", who=somebody(OFFICER))
    with acting(somebody(OFFICER)), pytest.raises(DatabaseError), transaction.atomic():
        RightsCheck.objects.filter(key=made.key).update(state="withdrawn")
    assert step(made, "close", closed_on=in_days(-4)).state == "closed"


def test_a_check_is_of_this_partner_its_country_and_a_year(abroad: Any) -> None:
    with pytest.raises(Invalid) as caught:
        check(abroad, country="KE")
    assert faults(caught) == ["country"]
    with pytest.raises(Invalid) as caught:
        check(abroad, valid_until=in_days(400))
    assert faults(caught) == ["valid_until"]
    with pytest.raises(Invalid) as caught:
        check(abroad, conclusion="conditional")
    assert faults(caught) == ["conditions"]


def test_another_organisation_sees_neither_check_nor_delivery(abroad: Any) -> None:
    check(abroad)
    delivery(abroad)
    with acting(somebody("yara")):
        for model in (RightsCheck, Delivery, Partner):
            assert not model.objects.exists()
