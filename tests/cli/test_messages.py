"""Translations are compiled without gettext, and only when they are older."""

import gettext
import os
from pathlib import Path

import pytest

from vijfluik.cli import messages

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "vandaag"
msgstr "today"

#, fuzzy
msgid "morgen"
msgstr "morning"
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """An English catalogue."""
    file = tmp_path / "locale" / "en" / "LC_MESSAGES" / "django.po"
    file.parent.mkdir(parents=True)
    file.write_text(CATALOGUE, encoding="utf-8")
    return file


def test_what_is_compiled_translates_and_leaves_doubtful_entries_in_dutch(
    source: Path, tmp_path: Path
) -> None:
    made = messages.compile_older(tmp_path)
    assert made == [source.with_suffix(".mo")]
    with made[0].open("rb") as reading:
        english = gettext.GNUTranslations(reading)
    assert english.gettext("vandaag") == "today"
    assert english.gettext("morgen") == "morgen"


def test_a_newer_one_is_left_alone_and_an_older_one_made_again(
    source: Path, tmp_path: Path
) -> None:
    (target,) = messages.compile_older(tmp_path)
    assert messages.compile_older(tmp_path) == []
    os.utime(target, (1, 1))
    assert messages.compile_older(tmp_path) == [target]
    assert sorted(path.name for path in source.parent.iterdir()) == ["django.mo", "django.po"]
