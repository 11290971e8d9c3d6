"""Configuration is read or refused loudly; nothing is guessed."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from vijfluik.site import environment

NAME = "VIJFLUIK_TEST_OF_ENVIRONMENT"


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Nothing set at first."""
    monkeypatch.delenv(NAME, raising=False)
    monkeypatch.delenv(f"{NAME}_FILE", raising=False)
    return monkeypatch


def test_text_without_value_or_default_names_the_variable(given: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImproperlyConfigured, match=NAME):
        environment.text(NAME)
    given.setenv(NAME, "")
    with pytest.raises(ImproperlyConfigured, match=NAME):
        environment.text(NAME)


def test_text_prefers_what_is_set_to_the_default(given: pytest.MonkeyPatch) -> None:
    assert environment.text(NAME, "default") == "default"
    given.setenv(NAME, "set")
    assert environment.text(NAME, "default") == "set"


def test_a_secret_comes_from_its_file_without_the_line_end(
    given: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("open sesame\n")
    given.setenv(f"{NAME}_FILE", str(tmp_path / "secret"))
    assert environment.secret(NAME) == "open sesame"


def test_a_secret_whose_file_is_missing_or_empty_is_refused_even_with_a_default(
    given: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given.setenv(f"{NAME}_FILE", str(tmp_path / "absent"))
    with pytest.raises(ImproperlyConfigured, match=f"{NAME}_FILE"):
        environment.secret(NAME, "default")
    (tmp_path / "absent").write_text("\n")
    with pytest.raises(ImproperlyConfigured, match=f"{NAME}_FILE"):
        environment.secret(NAME, "default")


def test_a_secret_named_twice_is_refused(given: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("one")
    given.setenv(f"{NAME}_FILE", str(tmp_path / "secret"))
    given.setenv(NAME, "other")
    with pytest.raises(ImproperlyConfigured, match="both"):
        environment.secret(NAME)


@pytest.mark.parametrize(
    ("word", "value"), [("1", True), (" YES ", True), ("on", True), ("0", False), ("False", False)]
)
def test_a_flag_reads_the_usual_words(given: pytest.MonkeyPatch, word: str, value: bool) -> None:
    given.setenv(NAME, word)
    assert environment.flag(NAME, default=not value) is value


@pytest.mark.parametrize("word", ["maybe", "2", "ja"])
def test_a_flag_that_is_neither_is_refused(given: pytest.MonkeyPatch, word: str) -> None:
    given.setenv(NAME, word)
    with pytest.raises(ImproperlyConfigured, match=f"{NAME} must be true or false"):
        environment.flag(NAME, default=False)


@pytest.mark.parametrize("word", ["many", "1.5", "-1", "1e3"])
def test_a_number_that_is_none_or_too_small_is_refused(
    given: pytest.MonkeyPatch, word: str
) -> None:
    given.setenv(NAME, word)
    with pytest.raises(ImproperlyConfigured, match=NAME):
        environment.number(NAME, default=3)


def test_a_number_of_at_least_the_least_is_read(given: pytest.MonkeyPatch) -> None:
    assert environment.number(NAME, default=3) == 3
    given.setenv(NAME, " 20 ")
    assert environment.number(NAME, default=3, least=20) == 20


def test_words_are_parted_by_commas(given: pytest.MonkeyPatch) -> None:
    assert environment.words(NAME, default=["here"]) == ["here"]
    given.setenv(NAME, "one, two ,,three")
    assert environment.words(NAME, default=[]) == ["one", "two", "three"]


@pytest.mark.parametrize("address", ["sqlite:///file.db", "mysql://host/name", "host/name"])
def test_an_address_of_another_kind_of_database_is_refused(
    given: pytest.MonkeyPatch, address: str
) -> None:
    given.setenv(NAME, address)
    with pytest.raises(ImproperlyConfigured, match="postgresql://"):
        environment.database_url(NAME)


def test_an_address_of_postgresql_is_read(given: pytest.MonkeyPatch) -> None:
    given.setenv(NAME, "postgresql://user:secret@host:5433/name?sslmode=require")
    assert environment.database_url(NAME).endswith("sslmode=require")
