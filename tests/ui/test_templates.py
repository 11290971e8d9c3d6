"""Over all templates of the project: nothing inline, and every include says what it takes."""

import re
from pathlib import Path

import pytest
from django.template.engine import Engine

import vijfluik
from vijfluik.ui.components import library
from vijfluik.ui.templatetags import ui

SOURCE = Path(vijfluik.__file__).parent
TEMPLATES = sorted(SOURCE.glob("**/templates/**/*.html"))
UI = SOURCE / "ui" / "templates"
# Templates of tags have their parameters in the tag; all others say theirs in a comment.
OF_TAGS = {
    "badge",
    "button",
    "cell",
    "chart",
    "definitions",
    "edge",
    "empty",
    "error_summary",
    "filterbar",
    "import_preview",
    "key_figure",
    "mark",
    "notice",
    "pagination",
    "panel",
    "polyptych",
    "progress",
    "sign",
    "sort_heading",
    "table",
    "tabs",
    "timeline",
}
FORBIDDEN = {
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "style element": re.compile(r"<style\b", re.I),
    "inline script": re.compile(r"<script\b(?![^>]*\ssrc=)", re.I),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "javascript address": re.compile(r"javascript:", re.I),
    "evaluated htmx value": re.compile(r"hx-(vals|headers)=['\"]js:", re.I),
    "htmx handler": re.compile(r"\shx-on", re.I),
}


def identify(path: Path) -> str:
    """The path of a template inside the source, as the name of its test."""
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", TEMPLATES, ids=identify)
def test_no_template_carries_inline_style_or_script(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []


@pytest.mark.parametrize("path", sorted(UI.glob("ui/**/*.html")), ids=identify)
def test_every_template_of_the_theme_compiles(path: Path) -> None:
    name = str(path.relative_to(UI))
    assert Engine.get_default().get_template(name).name == name


@pytest.mark.parametrize("path", sorted(UI.glob("ui/**/*.html")), ids=identify)
def test_every_include_says_what_it_takes(path: Path) -> None:
    if path.stem in OF_TAGS and path.parent.name == "ui":
        return
    assert "{% comment %}" in path.read_text("utf-8")


def test_the_templates_without_comment_belong_to_tags() -> None:
    assert library.register is ui.register
    for name in OF_TAGS - {"cell", "sort_heading"}:
        assert name in library.register.tags, name


def test_every_stylesheet_draws_inside_a_layer() -> None:
    for sheet in (SOURCE / "ui" / "static" / "vijfluik").glob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.S)
        text = text.replace("@layer tokens, base, frame, components, print;", "").strip()
        assert re.match(r"@layer \w+ \{", text), sheet.name
        assert text.endswith("}"), sheet.name


def test_no_stylesheet_loads_anything_from_elsewhere() -> None:
    for sheet in (SOURCE / "ui" / "static" / "vijfluik").glob("*.css"):
        text = sheet.read_text("utf-8")
        assert "url(" not in text
        assert "@import" not in text
        assert "@font-face" not in text
