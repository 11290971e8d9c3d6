"""Names are cut into tokens that can be compared, in every script."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vijfluik.engines.names.abjad import shown
from vijfluik.engines.names.keys import keys_of
from vijfluik.engines.names.tokens import LONGEST_TOKEN, MOST_TOKENS, read


def words(name: str) -> list[str]:
    return [shown(token) for token in read([name]).of(0)]


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("José Müller-Straße", ["jose", "muller", "strasse"]),
        ("AL-TA'I, Sultan", ["al", "tai", "sultan"]),
        ("SergeiLavrov", ["sergei", "lavrov"]),
        ("DOE<<JOHN<PAUL<<<<", ["doe", "john", "paul"]),
        ("Щербаков Юрий", ["shcherbakov", "yuriy"]),
        ("Παπαδόπουλος", ["papadopoulos"]),
        ("习近平", ["xi", "jin", "ping"]),
        ("やまだ", ["yamada"]),
        ("Open Joint Stock Company Vostok", ["oao", "vostok"]),
        ("Vostok S.A.R.L.", ["vostok", "sarl"]),
        ("", []),
        ("?! ··", []),
    ],
)
def test_a_name_becomes_tokens(name: str, tokens: list[str]) -> None:
    assert words(name) == tokens


@pytest.mark.parametrize(
    "name", ["Abdulrahman", "Abd al-Rahman", "Abdel Rahman", "ABDURRAHMAN", "abdoelrahman"]
)
def test_servant_names_are_the_same_however_they_are_joined(name: str) -> None:
    assert [word for word in words(name) if word != "al"] == ["abd", "rahman"]


@pytest.mark.parametrize("name", ["Abdullah", "Abdallah", "ABDULLA", "abdellah"])
def test_the_servant_of_god_is_two_tokens(name: str) -> None:
    assert words(name) == ["abd", "allah"]


def test_arabic_articles_and_servants_come_apart() -> None:
    assert len(read(["عبدالرحمن الطائي"]).of(0)) == 5
    assert read(["عبد الله"]).of(0) == read(["عبدالله"]).of(0)


@pytest.mark.parametrize(
    "spellings",
    [
        "hussein hoessein houssein husayn husejn",
        "dzhokhar dzjochar djokhar",
        "shcherbakov sjtsjerbakov schtscherbakow chtcherbakov",
        "yuri iouri joeri juri youri yuriy",
        "dawud daoud daud dawood",
        "salahuddin salahaddin salaheddine",
        "zhukov zjoekov",
    ],
)
def test_spellings_of_several_traditions_share_a_key(spellings: str) -> None:
    first, *others = spellings.split()
    for other in others:
        assert set(keys_of(first.encode())) & set(keys_of(other.encode())), other


@settings(deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=8))
def test_whatever_is_written_is_read(names: list[str]) -> None:
    tokens = read(names)
    assert len(tokens.first) == len(names) + 1
    for number in range(len(names)):
        held = tokens.of(number)
        assert len(held) <= MOST_TOKENS + 3
        assert all(0 < len(token) <= LONGEST_TOKEN for token in held)


@settings(deadline=None)
@given(st.lists(st.text(max_size=40), min_size=2, max_size=6))
def test_a_batch_reads_as_each_name_alone(names: list[str]) -> None:
    together = read(names)
    # Unicode's normal form may join what stands on two sides of a line; a name is read alone then.
    for number, name in enumerate(names):
        assert together.of(number) == read([name, ""]).of(0)


def test_a_very_long_name_is_cut_and_not_refused() -> None:
    tokens = read(["x" * 100_000 + " y" * 100_000])
    assert len(tokens.of(0)) == MOST_TOKENS
