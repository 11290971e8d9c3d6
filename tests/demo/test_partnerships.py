"""The invented partnerships come to the values of the table, whatever these are."""

import datetime as dt
import random
from typing import Any

import pytest
from django.db import transaction
from tests.demo.conftest import Figures, somebody
from tests.sizes import part

from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.work import due_work
from vijfluik.core.versions.demonstration import mark_demonstration
from vijfluik.demo.owner import OWNER
from vijfluik.demo.partnership_values import Values, read_values
from vijfluik.demo.partnerships import load_partnerships
from vijfluik.demo.people import INVENTED
from vijfluik.programme.partnerships.models import Delivery, RightsCheck
from vijfluik.programme.partnerships.registers import REGISTERS

REPORT = dt.datetime(2019, 4, 15, 12, tzinfo=dt.UTC)


def changed_at_random(values: Values, *, seed: int) -> Values:
    """Every value another one of its own kind."""
    chance = random.Random(seed)

    def other(value: Any) -> Any:
        if isinstance(value, dict):
            return {kind: chance.randint(1, 6) for kind in value}
        if isinstance(value, list):
            return sorted(chance.sample(range(2012, 2019), 2))
        if isinstance(value, str):
            month = f"{chance.randint(2012, 2018)}-{chance.randint(1, 12):02}"
            return month if value[:4].isdigit() else f"najaar {chance.randint(2012, 2018)}"
        return chance.randint(2012, 2018) if value > 1900 else chance.randint(1, 6)

    return {figure: other(value) for figure, value in values.items()}


def loaded(values: Values | None = None) -> None:
    with transaction.atomic(using=OWNER):
        mark_demonstration(using=OWNER, invented=INVENTED)
        load_partnerships(day=today(), values=values)


def as_value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@pytest.mark.parametrize("seed", [None, *part([5, 6], quick=1)])
def test_every_figure_reads_its_value_from_the_records(
    committed: str, printed: Figures, seed: int | None
) -> None:
    values = read_values() if seed is None else changed_at_random(read_values(), seed=seed)
    print(f"seed {seed}: {values}")  # noqa: T201 (shown when it fails)
    loaded(values)
    seen = printed()
    found = {figure: seen[figure].value for figure in values}
    assert found == {figure: as_value(value) for figure, value in values.items()}
    sources = {register.thing for register in REGISTERS}
    assert {
        name for name, figure in seen.items() if figure.definition.query.source in sources
    } == set(values)


def test_what_was_known_at_the_report_differs_and_today_asks_for_work(
    committed: str, printed: Figures
) -> None:
    loaded()
    then, now = printed(REPORT), printed()
    roots = {name for name in read_values() if then[name].root != now[name].root}
    # A milestone that was still to be reached, a term that has ended since.
    assert {"toolkit-ready-target", "mar-start", "tf-taskforce-start"} <= roots
    due: dict[str, set[int]] = {}
    for username in ("koen", "yara", "noor"):
        who = somebody(username)
        with acting(who):
            for item in due_work(who=who, of=REGISTERS):
                due.setdefault(item.register.thing, set()).add(item.days)
    for thing in ("partnerships", "milestones", "posts"):
        days = due[thing]
        assert min(days) < 0
        assert {0, 1} <= days
    assert {"rights_checks", "deliveries", "structures"} <= due.keys()


def test_no_delivery_of_the_demonstration_went_abroad_without_a_check(committed: str) -> None:
    loaded()
    with acting(somebody("noor")):
        delivered = list(Delivery.objects.filter(state="delivered").select_related("partner"))
        assert delivered
        for each in delivered:
            assert each.partner.abroad
            standing = RightsCheck.standing_on(each.delivered_on, partner=each.partner_id)
            assert standing.filter(steps__edge="approve").exists()
