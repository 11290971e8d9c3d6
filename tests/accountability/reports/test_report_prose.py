"""Prose becomes blocks with bound figures; a mistake is told with its line and column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vijfluik.accountability.reports.linter import lint
from vijfluik.accountability.reports.prose import ProseError, bind, parse
from vijfluik.accountability.reports.prose_binding import Sources, section_key
from vijfluik.core.documents.inline import Emphasis, Figure, Link, Strong, Text, plain_text
from vijfluik.core.documents.structure import (
    Accent,
    Block,
    BulletList,
    Language,
    Notice,
    NumberedList,
    Paragraph,
    Section,
)

MakeSources = Callable[..., Sources]


def only(blocks: tuple[Block, ...]) -> Paragraph:
    (block,) = blocks
    assert isinstance(block, Paragraph)
    return block


def said(source: str, sources: Sources) -> str:
    return plain_text(only(bind(parse(source), sources=sources)).content)


def test_figure_words_itself_by_its_own_rule(sources: MakeSources) -> None:
    block = only(bind(parse("Er waren [[ror-participants-2018]] mensen."), sources=sources()))
    assert block.content == (
        Text("Er waren "),
        Figure("ror-participants-2018", "ruim 4.800", "4823", "r1", "/cijfers/x/"),
        Text(" mensen."),
    )


def test_writer_may_choose_the_words(sources: MakeSources) -> None:
    assert said("Met [[ror-participants-2018 als meer dan 4.700]].", sources()) == (
        "Met meer dan 4.700."
    )
    english = sources(language=Language.ENGLISH)
    assert said("With [[ror-participants-2018 as just over 4,800]].", english) == (
        "With just over 4,800."
    )


def test_figure_without_records_says_so(sources: MakeSources) -> None:
    assert said("JEP: [[jep-2018]]; ROR: [[nul]].", sources()) == "JEP: geen gegevens; ROR: 0."
    assert said("JEP: [[jep-2018]].", sources(language=Language.ENGLISH)) == "JEP: no data."


def test_figure_at_the_start_of_a_sentence_has_a_capital(sources: MakeSources) -> None:
    text = "[[ror-participants-2018]] mensen. [[ror-participants-2018]] deelnemers, ja. *Zo.*"
    text += " [[ror-participants-2018]]"
    assert said(text, sources()) == ("Ruim 4.800 mensen. Ruim 4.800 deelnemers, ja. Zo. Ruim 4.800")


def test_blocks_and_inline_marks_are_read(sources: MakeSources) -> None:
    source = (
        "# Voorkomen\n"
        "Eerste regel\nen *tweede* met **kracht** en [hier](https://x.nl/).\n\n"
        "## Trainingen\n\n- een\n- twee,\n  verder\n\n1. eerst\n2. dan\n\n# Slot\n\n\\*kaal\\*"
    )
    accents = {"voorkomen": Accent("voorkomen", "#1f7a5c")}
    blocks = bind(parse(source), sources=replace(sources(), accents=accents))
    assert blocks == (
        Section(
            "voorkomen",
            "Voorkomen",
            (
                Paragraph(
                    (
                        Text("Eerste regel en "),
                        Emphasis((Text("tweede"),)),
                        Text(" met "),
                        Strong((Text("kracht"),)),
                        Text(" en "),
                        Link("hier", "https://x.nl/"),
                        Text("."),
                    )
                ),
                Section(
                    "trainingen",
                    "Trainingen",
                    (
                        BulletList(((Text("een"),), (Text("twee, verder"),))),
                        NumberedList(((Text("eerst"),), (Text("dan"),))),
                    ),
                ),
            ),
            Accent("voorkomen", "#1f7a5c"),
        ),
        Section("slot", "Slot", (Paragraph((Text("*kaal*"),)),)),
    )


def test_insertion_exception_and_study_become_content(sources: MakeSources) -> None:
    inserted = Paragraph((Text("tabel"),))
    blocks = bind(
        parse("{{Een of twee|vaste uitdrukking}} keer [[effect:WODC-1]].\n\n[[[tabel]]]"),
        sources=sources(inserts={"tabel": (inserted,)}),
    )
    assert blocks == (
        Paragraph(
            (
                Text("Een of twee"),
                Text(" keer "),
                Link("(WODC 2022)", "https://wodc.test/1"),
                Text("."),
            )
        ),
        inserted,
    )


def test_same_title_twice_gives_two_anchors(sources: MakeSources) -> None:
    blocks = bind(parse("# A 2\n\n# A\n\n# A"), sources=sources())
    assert [block.key for block in blocks if isinstance(block, Section)] == ["a-2", "a", "a-3"]
    assert section_key("Één & ander!") == "een-ander"
    assert section_key("漢") == "deel"


@pytest.mark.parametrize(
    ("source", "line", "column", "english"),
    [
        ("goed\n\n#fout", 3, 1, "a heading is"),
        ("# een\n\n### drie", 3, 1, "may not skip"),
        ("### drie", 1, 1, "may not skip"),
        ("tekst *open", 1, 7, "not closed"),
        ("tekst\nen **open", 2, 4, "not closed"),
        ("een [[Fout]] cijfer", 1, 5, "is no '[[id]]'"),
        ("een [[ror als]]", 1, 5, "is no '[[id]]'"),
        ("een [[open", 1, 5, "not closed"),
        ("{{twaalf}} gemeenten", 1, 1, "with a reason"),
        ("{{twaalf|}} gemeenten", 1, 1, "with a reason"),
        ("een [haak", 1, 5, "not closed"),
        ("een [haak] los", 1, 5, "a link is"),
        ("| a | b |", 1, 1, "does not exist here"),
        ("<b>vet</b>", 1, 1, "does not exist here"),
        ("tekst\n- punt", 2, 1, "empty line before"),
        ("- punt\nverder", 2, 1, "indented by two spaces"),
        ("a **", 1, 3, "not closed"),
        ("a **b *c* d**", 1, 7, "inside stress"),
        ("****", 1, 1, "empty"),
    ],
)
def test_mistake_is_told_with_line_and_column(
    source: str, line: int, column: int, english: str
) -> None:
    with pytest.raises(ProseError) as caught:
        parse(source)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert english in caught.value.english
    assert caught.value.message(Language.DUTCH).startswith(f"regel {line}, kolom {column}: ")


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("x [[onbekend]]", "figure 'onbekend' does not exist"),
        ("x [[effect:NIETS]]", "study 'NIETS' does not exist"),
        ("[[[niets]]]", "insertion 'niets' does not exist"),
    ],
)
def test_unknown_names_are_refused(sources: MakeSources, source: str, english: str) -> None:
    with pytest.raises(ProseError, match=english):
        bind(parse(source), sources=sources())


@given(st.text(alphabet="ab *[]{}|\\#-1.\n(){", max_size=40))
def test_any_source_is_read_or_refused_with_a_place_inside_it(source: str) -> None:
    line, column = place_of_mistake(source)
    lines = source.split("\n")
    assert 0 <= line <= len(lines)
    assert 0 <= column <= len(lines[line - 1]) + 1


def place_of_mistake(source: str) -> tuple[int, int]:
    """The place of the first mistake in ``source``, or zeros."""
    try:
        parse(source)
    except ProseError as error:
        return error.line, error.column
    return 0, 0


def test_a_box_has_a_title_and_bound_words(sources: MakeSources) -> None:
    text = ":: Wat telt\nEr waren [[ror-trainings-2018]] trainingen.\nMeer niet."
    [box] = bind(parse(text), sources=sources())
    assert isinstance(box, Notice)
    assert (box.title, plain_text(box.content)) == (
        "Wat telt",
        "Er waren 406 trainingen. Meer niet.",
    )
    found = lint(parse(":: De 9 punten\nEr waren 12 punten."), sources=sources())
    assert [(each.line, each.excerpt) for each in found] == [(1, "9"), (2, "12")]


@pytest.mark.parametrize(
    "text", [":: Alleen een titel", "::geen spatie\nTekst.", "Tekst.\n:: Kader"]
)
def test_a_box_that_is_none_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(ProseError, match=r"line \d, column 1: (a box is|put an empty line)"):
        parse(text)
