"""What must be found is found; what changes a name never lifts a stranger."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engines.names.lists import entries, index, queries
from vijfluik.engines.names import Attributes, Hit, Policy, Question
from vijfluik.engines.names.attributes import LOWERS, RAISES, Comparison, compare
from vijfluik.engines.names.pairs import score
from vijfluik.engines.names.panels import panel
from vijfluik.engines.names.variations import KINDS, make


@pytest.mark.parametrize(
    ("query", "entry"),
    [
        ("sultan hasjim achmed al tai", "sultan"),
        ("سلطان هاشم احمد الطائي", "sultan"),
        ("Sjtsjerbakov Aleksandr Jevgenjevitsj", "shcherbakov"),
        ("Schtscherbakow Alexander", "shcherbakov"),
        ("Щербаков Александр", "shcherbakov"),
        ("alqahtani khalid abdurrahman", "rahman"),
        ("AL QAHTANI/ABDULRAHMANKHALIDMR", "rahman"),
        ("TERESHCHENKOV/FEODORMAKSIMRUSLAN", "three"),
        ("TERESHCHENKOV/FEODORMAKSIMRUSLANMSTR", "three"),
        ("TERESHCHENKOV/FEODORMKSIMRUSLAN", "three"),
        ("TERESHCHENKOV/FEODORMAKISMRUSLANMR", "three"),
        ("TERESHCHENKOV<<FEODOR<MAKSIM<RUSLAN", "three"),
        ("TERESHCHENKOV<<FEODOR<MAKSIM<RUSLA<<<<<", "three"),
        ("joesoef hoessein dzjamalov", "hussein"),
        ("OAO Vostokgazprom", "gazprom"),
        ("김종철", "kim"),
        ("Kim Jongchol", "kim"),
        ("Abraham Levinson", "levi"),
        ("אברהם לוינזון", "levi"),
        ("Panagiotis Papadopoulos", "papa"),
        ("F. M. R. Tereshchenkov", "three"),
    ],
)
def test_a_listed_name_is_found_first(query: str, entry: str) -> None:
    assert index().screen([query])[0][0].entry == entry


KIND = st.sampled_from(sorted(KINDS))


@settings(max_examples=40, deadline=None)
@given(KIND, st.integers(0, 10_000))
def test_no_change_lifts_a_stranger_above_the_original(kind: str, seed: int) -> None:
    texts = [name.text for entry in entries(invented=3) for name in entry.names]
    for changed, place in make(kind, texts, count=3, seed=seed):
        hits = index().screen([texts[place]], Policy(threshold=0.3))[0]
        best = hits[0].score
        assert best == 1.0
        for hit in index().screen([changed], Policy(threshold=0.3))[0]:
            assert hit.score <= best


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(["swapped", "joined", "one typo", "transliteration"]), st.integers(0, 999))
def test_a_changed_name_is_no_more_like_a_stranger_than_the_original_is_like_itself(
    kind: str, seed: int
) -> None:
    own, stranger = panel("Polish", size=1, seed=seed)[0], panel("Korean", size=1, seed=seed)[0]
    made = make(kind, [own.encode("ascii", "ignore").decode()], count=1, seed=seed)
    for changed, _ in made:
        beside = score([changed, own], [stranger, own])
        assert beside[0] < beside[1] == 1.0


@pytest.mark.parametrize("name", sorted(RAISES))
@settings(deadline=None)
@given(value=st.floats(0, 1))
def test_an_agreeing_attribute_never_lowers_and_a_contradicting_one_never_raises(
    name: str, value: float
) -> None:
    for others in ({}, {"pob": "agrees"}, {"nationality": "contradicts", "year": "agrees"}):
        rest = {key: state for key, state in others.items() if key != name}
        without = Comparison(rest).applied(value)
        assert Comparison({**rest, name: "agrees"}).applied(value) >= without - 1e-12
        assert Comparison({**rest, name: "contradicts"}).applied(value) <= without + 1e-12


def test_no_attribute_filters() -> None:
    everything = Comparison(dict.fromkeys(LOWERS, "contradicts"))
    assert everything.applied(1.0) > 0.75


@pytest.mark.parametrize(
    ("asked", "listed", "state"),
    [
        ({"dob": ("1971-03-05",)}, {"dob": ("1971-03-05",)}, {"dob": "agrees"}),
        ({"dob": ("1971",)}, {"dob": ("1972-01-01",)}, {"dob": "agrees"}),
        ({"dob": ("1971-03-05",)}, {"dob": ("1971-05-03",)}, {}),
        ({"dob": ("1950",)}, {"dob": ("1971",)}, {"dob": "contradicts"}),
        ({"dob": ("unknown",)}, {"dob": ("1971",)}, {}),
        ({"nationality": ("NL",)}, {"nationality": ("Nederland",)}, {"nationality": "agrees"}),
        ({"nationality": ("iq",)}, {"nationality": ("Iran",)}, {"nationality": "contradicts"}),
        ({"pob": ("Mosul, Iraq",)}, {"pob": ("MOSUL",)}, {"pob": "agrees"}),
        ({"document": ("A-12 34",)}, {"document": ("a1234",)}, {"document": "agrees"}),
        ({"document": ("A1234",)}, {"document": ("B1",)}, {}),
    ],
)
def test_attributes_agree_or_contradict(
    asked: dict[str, tuple[str, ...]], listed: dict[str, tuple[str, ...]], state: dict[str, str]
) -> None:
    assert compare(Attributes(**asked), Attributes(**listed)).shown() == state


def one(question: Question) -> Hit:
    return next(hit for hit in index().screen([question])[0] if hit.entry == "rahman")


def test_a_name_that_fills_its_field_to_the_last_letter_goes_on_where_it_was_cut() -> None:
    cut, whole = "SHCHERBAKOV<<ALEKSANDR<YEVGENYEVI", "SHCHERBAKOV<<ALEKSANDR<YEVGENY<"
    field = cut[:30]
    assert len(field) == 30
    hit = index().screen([field])[0][0]
    assert [(p.query, p.listed, p.reason) for p in hit.parts][-1] == (
        field.rsplit("<", 1)[1].lower(), "yevgenyevich", "cut",
    )  # fmt: skip
    # The same letters in a field that is not full, or in no field, were not cut off.
    for other in (field + "<", field[:-1] + "<", field.replace("<", " "), whole):
        assert all(p.reason != "cut" for found in index().screen([other])[0] for p in found.parts)


def test_a_pair_scores_the_same_whichever_name_comes_first() -> None:
    asked = queries(count=60, seed=9)
    one, other = asked[::2], asked[1::2]
    for schema in ("Person", "Organization"):
        kinds = [schema] * len(one)
        assert (score(one, other, kinds) == score(other, one, kinds)).all()


def test_attributes_move_a_score_both_ways() -> None:
    name = "abdul rahman khalid al qahtanee"
    plain = one(Question(name=name))
    agreeing = one(Question(name=name, attributes=Attributes(dob=("1971-03-05",))))
    contradicting = one(Question(name=name, attributes=Attributes(dob=("1931",))))
    assert agreeing.score > plain.score > contradicting.score
    assert agreeing.tells > plain.tells
    assert agreeing.attributes == {"dob": "agrees"}


def test_a_short_common_name_is_found_and_is_no_alert_until_an_attribute_agrees() -> None:
    hits = index().screen(["J. Khan"], Policy(threshold=0.5))[0]
    assert hits
    assert {hit.evidence for hit in hits} == {"insufficient"}


def test_below_the_safe_threshold_nothing_is_an_alert() -> None:
    names = [name.text for entry in entries(invented=2) for name in entry.names]
    low = index().screen(names, Policy(threshold=0.3))
    assert any(hit.score < 0.5 for hits in low for hit in hits)
    assert all(hit.evidence == "insufficient" for hits in low for hit in hits if hit.score < 0.6)


def test_a_policy_can_be_tightened_and_not_loosened() -> None:
    assert Policy(threshold=0.9, evidence=3.0).alert_threshold == 0.9
    for wrong in ({"evidence": 0.5}, {"threshold": 0.1}, {"threshold": 1.5}, {"evidence": 1e9}):
        with pytest.raises(ValueError, match=r"threshold|evidence"):
            Policy(**wrong)


def test_parts_tell_every_reason() -> None:
    hit = index().screen(["s hasjim ahmad altai"], Policy(threshold=0.4))[0][0]
    assert {"initial", "transliteration", "same", "joined"} <= {part.reason for part in hit.parts}
