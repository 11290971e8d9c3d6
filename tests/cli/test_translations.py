"""The translations are complete when every sentence of the source stands in the catalogue."""

from pathlib import Path

import pytest

from vijfluik.cli import translations

PYTHON = """
from django.utils.translation import gettext as _, ngettext, pgettext
def said(kind, n):
    days = ngettext("%(n)d dag", "%(n)d dagen", n)
    return [_("vandaag"), pgettext("maand", "mei"), days, _(kind)]
"""
TEMPLATE = """{% load i18n %}
    <div>
  <h1>{% translate "Mijn werk" %}</h1></div>
<p>{% blocktranslate count n=n %}{{ n }} taak{% plural %}{{ n }} taken{% endblocktranslate %}</p>
"""
COMPLETE = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "vandaag"
msgstr "today"

msgctxt "maand"
msgid "mei"
msgstr "May"

msgid "%(n)d dag"
msgid_plural "%(n)d dagen"
msgstr[0] "%(n)d day"
msgstr[1] "%(n)d days"

msgid "Mijn werk"
msgstr "My work"

msgid "%(n)s taak"
msgid_plural "%(n)s taken"
msgstr[0] "%(n)s task"
msgstr[1] "%(n)s tasks"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A checkout with two sources and their complete catalogue."""
    package = tmp_path / "src" / "vijfluik"
    (package / "templates").mkdir(parents=True)
    (package / "words.py").write_text(PYTHON)
    (package / "templates" / "page.html").write_text(TEMPLATE)
    catalogue = translations.catalogue_of(tmp_path)
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(COMPLETE)
    return tmp_path


def faults(project: Path) -> list[str]:
    """What the check says of it."""
    return translations.faults(
        catalogue=translations.catalogue_of(project), found=translations.sentences(project)
    )


def change(project: Path, old: str, new: str) -> None:
    """Write the catalogue with one thing other."""
    catalogue = translations.catalogue_of(project)
    content = catalogue.read_text()
    assert old in content
    catalogue.write_text(content.replace(old, new))


def test_a_complete_catalogue_has_no_faults(project: Path) -> None:
    assert faults(project) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('msgid "vandaag"', 'msgid "gisteren"', "src/vijfluik/words.py:5: missing: 'vandaag'"),
        ('msgid "vandaag"', 'msgid "gisteren"', "django.po: obsolete: 'gisteren'"),
        ('msgstr "today"', 'msgstr ""', "src/vijfluik/words.py:5: not translated: 'vandaag'"),
        ('msgid "Mijn werk"', '#, fuzzy\nmsgid "Mijn werk"', "marked fuzzy: 'Mijn werk'"),
        ('msgstr[1] "%(n)s tasks"', 'msgstr[1] "tasks"', "other placeholders in 'tasks'"),
        ('msgstr[1] "%(n)d days"', 'msgstr[1] "%(m)d days"', "other placeholders"),
        ('msgstr[1] "%(n)d days"', 'msgstr[1] ""', "not translated: '%(n)d dag'"),
        ('msgctxt "maand"\n', "", "missing: 'mei'"),
    ],
)
def test_each_fault_is_named_with_its_place(project: Path, old: str, new: str, fault: str) -> None:
    change(project, old, new)
    assert any(fault in said for said in faults(project)), faults(project)


def test_without_a_catalogue_that_is_the_fault(project: Path) -> None:
    translations.catalogue_of(project).unlink()
    assert len(faults(project)) == 1


def test_updating_adds_what_is_new_and_removes_what_is_obsolete_and_keeps_the_rest(
    project: Path,
) -> None:
    change(project, 'msgid "vandaag"', 'msgid "gisteren"')
    catalogue = translations.catalogue_of(project)
    counts = translations.update(catalogue=catalogue, found=translations.sentences(project))
    assert counts == (1, 1)
    assert faults(project) == ["src/vijfluik/words.py:5: not translated: 'vandaag'"]
    assert translations.update(catalogue=catalogue, found=translations.sentences(project)) == (0, 0)


def test_a_doubled_percent_sign_is_no_placeholder() -> None:
    assert translations.placeholders("100%% van %(n)s in {stad}") == ["%(n)s", "{stad}"]
