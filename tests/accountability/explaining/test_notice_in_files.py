"""The files of figures tell in a demonstration that their data are invented, and never outside."""

import json
from collections.abc import Callable

import pytest
from django.test import Client, override_settings
from tests.accountability.figures.conftest import JANUARY, life, training

from vijfluik.core.versions.loading import PastVersion

FIGURE = "/cijfers/ror-trainings-2018"
CSV = f"{FIGURE}.csv?op=2019-04-30"
JSON = (f"{FIGURE}.json?op=2019-04-30", f"{FIGURE}/waarom.json?van=2019-01-31&tot=2019-04-30")


@pytest.fixture(scope="module")
def past_of_module() -> list[PastVersion]:
    """One training."""
    return life((JANUARY, training()))


@pytest.mark.parametrize(("demonstration", "notice"), [(True, "verzonnen gegevens"), (False, None)])
def test_the_files_of_a_figure_say_whether_their_data_are_invented(
    looking: str, visit_as: Callable[[str], Client], demonstration: bool, notice: str | None
) -> None:
    with override_settings(DEMONSTRATION=demonstration):
        noor = visit_as("noor")
        told = {address: json.loads(noor.get(address).content)["notice"] for address in JSON}
        first = noor.get(CSV).content.decode("utf-8-sig").splitlines()[0]
    assert told == dict.fromkeys(JSON, notice)
    assert first.startswith(f"# {notice}" if notice else "cijfer;uitsplitsing;")
