"""Writing in the text of a draft: what is wrong is stopped, nothing is lost, nothing is forged."""

import pytest
from django.db import DatabaseError, connections
from tests.accountability.releases.doing import (
    COLLEAGUE,
    MAKER,
    OTHER,
    adopted,
    answered_for,
    drafted,
    signed,
    taken,
)
from tests.accountability.releases.test_attacks import refused, visible
from tests.site.people import somebody

from vijfluik.accountability.releases.models import Release, Wording
from vijfluik.accountability.releases.queries import file_of
from vijfluik.accountability.releases.sections import parts_of, replaced
from vijfluik.accountability.releases.wordings import latest, worded
from vijfluik.accountability.releases.writing import Tried, write
from vijfluik.accountability.reports.library import DEFAULT, report_named
from vijfluik.accountability.reports.linter_finding import FindingCode
from vijfluik.core.access.gate import Refused
from vijfluik.core.documents.structure import Language
from vijfluik.core.lifecycle.edges import EdgeRefused
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today

pytestmark = pytest.mark.usefixtures("printed_once", "short_report")

SENTENCE = {
    Language.DUTCH: "Nieuw is dat dit hier staat.",
    Language.ENGLISH: "New is that this stands here.",
}


def first_part(release: Release, *, language: Language = Language.DUTCH) -> tuple[str, str, str]:
    """The key and the text of the first part, and the wording that it is of."""
    with acting(somebody(MAKER)):
        part = parts_of(worded(release).prose[language])[0]
        before = latest(release, language=language)
    return part.key, part.text, "" if before is None else str(before.key)


def wrote(
    release: Release, sentence: str, *, by: str = MAKER, language: Language = Language.DUTCH
) -> Tried:
    """Somebody adds a sentence to the first part."""
    key, text, seen = first_part(release, language=language)
    return write(
        who=somebody(by), key=release.key, language=language, part=key,
        body=f"{text}\n\n{sentence}", seen=seen,
    )  # fmt: skip


def test_a_part_goes_back_where_it_stood() -> None:
    for text in report_named(DEFAULT).prose.values():
        for part in parts_of(text):
            assert replaced(text, part=part, body=part.text) == text
            assert text.splitlines()[part.first - 1] == part.text.splitlines()[0]


def test_a_wrong_number_is_stopped_where_it_stands_and_a_right_text_is_kept(platform: str) -> None:
    release = drafted()
    lines = first_part(release)[1].count("\n") + 3
    for sentence, code in (
        ("Er waren 417 bijeenkomsten.", FindingCode.NAKED_NUMBER),
        ("Er waren [[bestaat-niet]] bijeenkomsten.", FindingCode.UNKNOWN_FIGURE),
        ("Er waren [[ror-trainings-2018 als ruim 900]].", FindingCode.FALSE_HEDGE),
    ):
        [finding] = wrote(release, sentence).findings
        assert (finding.code, finding.line) == (code, lines)
    assert wrote(release, "Er waren [[ror-trainings-2018").edition.unreadable is not None
    with acting(somebody(MAKER)):
        assert not Wording.objects.exists()
    assert wrote(release, SENTENCE[Language.DUTCH]).kept
    key, text, _seen = first_part(release)
    stale = write(
        who=somebody(COLLEAGUE), key=release.key, language=Language.DUTCH, part=key,
        body=f"{text}\n\nIets anders.", seen="",
    )  # fmt: skip
    assert (stale.stale, stale.kept) == (True, False)
    with pytest.raises(EdgeRefused, match="niets veranderd"):
        write(
            who=somebody(MAKER), key=release.key, language=Language.DUTCH, part=key, body=text,
            seen=_seen,
        )  # fmt: skip
    with pytest.raises(Refused):
        wrote(release, "Van een ander.", by=OTHER)


def test_what_was_written_is_adopted_and_a_rectification_begins_with_it(platform: str) -> None:
    release = drafted()
    for language, sentence in SENTENCE.items():
        assert wrote(release, sentence, language=language).kept
    signed(release)
    answered_for(release)
    taken(release, "submit", check_by=today())
    with pytest.raises(EdgeRefused, match="staat vast"):
        wrote(release, "Te laat.")
    taken(release, "adopt", by=COLLEAGUE)
    taken(release, "publish")
    with acting(somebody(OTHER)):
        for language, sentence in SENTENCE.items():
            file = file_of(release, language=str(language), kind="html")
            assert file is not None
            assert sentence in bytes(file.content).decode()
    said = dict.fromkeys(
        ("rectified_because", "rectified_because_en", "changed", "changed_en"), "Waarom."
    )
    later = drafted(reference="RU-2", predecessor=release.key, **said)
    with acting(somebody(MAKER)):
        assert SENTENCE[Language.ENGLISH] in worded(later).prose[Language.ENGLISH]


def test_the_database_lets_nobody_write_for_another_or_in_what_is_fixed(committed: str) -> None:
    fixed, draft = adopted(), drafted(reference="RU-2")
    assert wrote(draft, SENTENCE[Language.DUTCH]).kept
    insert = (
        "INSERT INTO releases_wording (key, release_id, language, text, written_by_id, written_at)"
        " VALUES (gen_random_uuid(), %s, 'nl', 'Anders.', %s, now())"
    )
    maker, colleague = somebody(MAKER).actor.key, somebody(COLLEAGUE).actor.key
    refused(MAKER, insert, fixed.key, maker)
    refused(MAKER, insert, draft.key, colleague)
    refused(OTHER, insert, draft.key, somebody(OTHER).actor.key)
    refused(MAKER, "UPDATE releases_wording SET text = 'Anders.'")
    refused(MAKER, "DELETE FROM releases_wording")
    assert visible(MAKER, "releases_wording") == 1
    for username in (OTHER, "aukje", "gijs"):
        assert visible(username, "releases_wording") == 0
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE releases_wording NO FORCE ROW LEVEL SECURITY")
        with pytest.raises(DatabaseError, match="never changes"):
            cursor.execute("DELETE FROM releases_wording")
