"""Every separator and every element has its place in the bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.edifact import samples

from vijfluik.engines.edifact.tokens import segments, separator_index
from vijfluik.engines.edifact.writing.segments import ISO, Writer


def test_elements_are_found_again_at_their_place() -> None:
    data = samples.pnrgov()
    found = list(segments(data))
    assert found[0].tag == b"UNB"
    assert [one.tag for one in found].count(b"SRC") == len(samples.flight().bookings)
    for one in found:
        assert data[one.position :].startswith(one.tag)
    rci = next(one for one in found if one.tag == b"RCI")
    start, end = rci.elements[1][1]
    assert data[start:end].decode() == samples.flight().bookings[0].locator


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_plain_and_compiled_index_alike(data: bytes) -> None:
    plain, compiled = separator_index(data, plain=True), separator_index(data)
    assert plain[0].tolist() == compiled[0].tolist()
    assert plain[1].tolist() == compiled[1].tolist()


TEXTS = st.text(st.characters(codec="ascii", min_codepoint=32), max_size=12)


@settings(deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_what_is_written_is_divided_as_it_was(elements: list[list[str]]) -> None:
    writer = Writer(separators=ISO)
    writer.add("ABC", *elements)
    data = writer.text().encode()
    (one,) = segments(data)
    read = [
        [released(data[start:end]) for start, end in components] for components in one.elements[1:]
    ]
    for wanted, components in zip(elements, read, strict=False):
        padded = components + [""] * (len(wanted) - len(components))
        assert padded == wanted


def released(raw: bytes) -> str:
    """A component without its release characters."""
    made, skip = "", False
    for letter in raw.decode():
        if letter == "?" and not skip:
            skip = True
            continue
        made += letter
        skip = False
    return made


@pytest.mark.parametrize("data", [b"", b"UNA", b"UNA:+.?", b"'", b"????"])
def test_scraps_do_not_break_it(data: bytes) -> None:
    assert list(segments(data)) is not None
