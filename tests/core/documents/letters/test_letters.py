"""A letter from its template: what is bound, what is missing, which edition, and its files."""

import datetime as dt
from pathlib import Path

import page as validator
import pytest
from tests.core.documents.reading import of_docx, of_html, of_pdf

from vijfluik.core.documents.html import fragment
from vijfluik.core.documents.letters.composing import Filled, Missing, compose
from vijfluik.core.documents.letters.kinds import every_letter
from vijfluik.core.documents.letters.template import Template, read_template
from vijfluik.core.documents.pdf import pdf
from vijfluik.core.documents.word import docx

AT = dt.datetime(2026, 5, 4, 12, tzinfo=dt.UTC)
TEXT = """
[[edition]]
number = 1
from = 2019-01-01
title = "Besluit over “{project}”"
[edition.fields]
project = "project"
bedrag = "toegekend bedrag"
[edition.optional]
reden = "reden"
delen = "delen"
[[edition.part]]
heading = "Besluit"
lines = ["U krijgt {bedrag}.", { unless = "reden", text = "Zonder nadere reden." }]
[[edition.part]]
heading = "Waarom"
when = "reden"
lines = [{ when = "reden", text = "{reden}" }, { each = "delen", text = "{naam}: {bedrag}" }]

[[edition]]
number = 2
from = 2020-01-01
title = "Nieuw besluit: {project}"
[edition.fields]
project = "project"
[[edition.part]]
heading = "Besluit"
lines = ["Ja."]
"""
FIELDS = {"project": "Samen <sterk>", "bedrag": "€ 3"}


def template(tmp_path: Path, text: str = TEXT) -> Template:
    file = tmp_path / "besluit.toml"
    file.write_text(text, encoding="utf-8")
    return read_template(file)


def filled(day: dt.date | None = dt.date(2019, 6, 1), **fields: object) -> Filled:
    return Filled(
        day=day, sender="Ministerie", addressee="Gemeente Wolverdam", reference="W-1",
        fields={**FIELDS, **fields},  # type: ignore[dict-item]
    )  # fmt: skip


def test_every_format_says_the_same_and_the_draft_says_so(tmp_path: Path) -> None:
    known = filled(
        reden="Eerst {bedrag}.\n\nDan #raw[x] & <b>.", delen=[{"naam": "A", "bedrag": "1"}]
    )
    made = compose(template(tmp_path), filled=known, at=AT, draft=True, demonstration=True)
    assert made.edition == "besluit@1"
    web = of_html(fragment(made.document).encode())
    for said in (of_docx(docx(made.document)), of_pdf(pdf(made.document))):
        assert said.headings == web.headings
    text = fragment(made.document)
    for words in ("Besluit over “Samen &lt;sterk&gt;”", "U krijgt € 3.", "Gemeente Wolverdam",
                  "1 juni 2019", "<p>Eerst {bedrag}.</p>", "<li>A: 1</li>", "Concept",
                  "Verzonnen gegevens"):  # fmt: skip
        assert words in text, words
    assert "Zonder nadere reden" not in text
    assert "Inhoud" not in text
    sent = compose(template(tmp_path), filled=filled(), at=AT, draft=False, demonstration=False)
    assert "Concept" not in fragment(sent.document)
    assert "Zonder nadere reden" in fragment(sent.document)
    profiles = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A)
    for profile in profiles:
        assert not validator.validate_pdf_bytes(pdf(sent.document), profile=profile).failures


def test_what_is_missing_is_named_and_the_day_decides_the_edition(tmp_path: Path) -> None:
    made = template(tmp_path)
    with pytest.raises(Missing) as missing:
        compose(
            made, filled=filled(None, project="", bedrag=""), at=AT, draft=True, demonstration=False
        )
    # On the day of the file the second edition holds, which asks for less.
    assert missing.value.fields == ("datum", "project")
    with pytest.raises(Missing) as missing:
        compose(made, filled=filled(bedrag=""), at=AT, draft=True, demonstration=False)
    assert missing.value.fields == ("toegekend bedrag",)
    assert "“toegekend bedrag”" in missing.value.message
    later = compose(
        made, filled=filled(dt.date(2020, 1, 1)), at=AT, draft=True, demonstration=False
    )
    assert (later.edition, later.document.title) == ("besluit@2", "Nieuw besluit: Samen <sterk>")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"U krijgt {bedrag}."', '"U krijgt {anders}."', "declared and bound differ"),
        ('"U krijgt {bedrag}."', '"U krijgt {reden}."', "may be absent"),
        ("“{project}”", "“{reden}”", "the title binds"),
        ("number = 2", "number = 1", "follow each other"),
    ],
)
def test_a_template_that_binds_what_it_does_not_declare_is_refused(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        template(tmp_path, TEXT.replace(old, new))


def test_the_rooms_have_their_letters() -> None:
    found = {(kind.thing, kind.word) for kind in every_letter()}
    assert {("awards", "beschikking"), ("awards", "vaststelling"), ("trainings", "uitnodiging"),
            ("deviations", "kennisgeving")} <= found  # fmt: skip
