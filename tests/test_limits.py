"""The hard limits, searched for in the code itself: what must not be there, is not there."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Field

import vijfluik
from vijfluik.core.registers.registry import registers
from vijfluik.programme.trainings.models import Course

SOURCE = Path(vijfluik.__file__).parent
SCORES = re.compile(
    r"(^|_)(risk|score|rank|ranking|danger|dangerousness|threat_level|prediction)($|_)"
)
SPECIAL = re.compile(
    r"religi|etnic|ethnic|ras$|race$|politi(c|ek)|gezondheid|health|seks|orientation|geloof|afkomst"
)
FETCHES = re.compile(
    r"^\s*(?:import|from)\s+(requests|httpx|aiohttp|urllib\.request|scrapy|selenium|ftplib|telnetlib)\b",
    re.MULTILINE,
)


def own_fields() -> "list[Field[object, object]]":
    """Every column of our own models."""
    return [
        field
        for model in apps.get_models()
        if model.__module__.startswith("vijfluik.")
        for field in model._meta.get_fields()
        if isinstance(field, Field)
    ]


def test_no_model_has_a_field_that_scores_a_person() -> None:
    assert len(own_fields()) > 50
    assert [str(field) for field in own_fields() if SCORES.search(field.name)] == []


@pytest.mark.parametrize("name", ["risk", "risk_score", "person_ranking", "threat_level"])
def test_the_search_for_scores_bites(name: str) -> None:
    assert SCORES.search(name)


def test_no_register_filters_on_a_special_category() -> None:
    assert registers()
    for register in registers():
        fields = [
            *(each.word for each in register.filters),
            *(each.name for each in register.fields),
        ]
        assert [name for name in fields if SPECIAL.search(name)] == []


@pytest.mark.parametrize("name", ["religie", "ethnicity", "gezondheid", "politieke_voorkeur"])
def test_the_search_for_special_categories_bites(name: str) -> None:
    assert SPECIAL.search(name)


def test_no_code_fetches_from_elsewhere() -> None:
    files = list(SOURCE.rglob("*.py"))
    assert len(files) > 100
    assert [str(file) for file in files if FETCHES.search(file.read_text("utf-8"))] == []


def test_the_search_for_fetching_bites() -> None:
    assert FETCHES.search("import requests\n")
    assert FETCHES.search("    from urllib.request import urlopen\n")


def test_forms_of_extremism_are_an_attribute_of_content_only() -> None:
    holders = {field.model for field in own_fields() if "extremism" in field.name}
    assert holders == {Course}
