"""What a release hides is decided once, signed by a second person, and the release waits for it."""

import datetime as dt

import pytest
from django.db import DatabaseError
from tests.accountability.releases.doing import AS_OF, COLLEAGUE, MAKER, drafted, signed, taken
from tests.accountability.reports.past import whole_past
from tests.site.people import browser, somebody

from vijfluik.accountability.disclosure.models import DisclosurePattern
from vijfluik.accountability.disclosure.pattern import parsed
from vijfluik.accountability.disclosure.treating import report_name
from vijfluik.accountability.releases import actions as own
from vijfluik.accountability.releases import rules
from vijfluik.accountability.releases.checklist import Checklist, checklist
from vijfluik.accountability.releases.checklist_finding import Code
from vijfluik.accountability.releases.models import Release
from vijfluik.accountability.reports.library import DEFAULT
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.versions.loading import PastVersion

pytestmark = pytest.mark.usefixtures("printed_once", "short_report")


@pytest.fixture(scope="module")
def past_of_module() -> list[PastVersion]:
    """Records behind every figure."""
    return list(whole_past())


def found(release: Release) -> set[str]:
    """The codes of what stands in the way."""
    with acting(somebody(MAKER)):
        return {each.code for each in checklist(release).errors}


def at(days: int) -> dt.datetime:
    """A moment of its own, because what was decided stays."""
    return AS_OF + dt.timedelta(days=days)


@pytest.mark.thorough
def test_a_release_waits_for_a_pattern_that_two_people_made(looking: str) -> None:
    release = drafted(reference="P-1", as_of=at(1))
    assert found(release) == {Code.PATTERN_UNDECIDED}
    noor, list_url = browser(MAKER), f"/rapportage-uitgaven/{release.key}/controlelijst/"
    assert "Besluit wat deze uitgave niet toont" in noor.get(list_url).content.decode()
    with pytest.raises(Invalid, match="heeft fouten: 1"):
        taken(release, "submit", check_by=today())
    sent = noor.post(f"/rapportage-uitgaven/{release.key}/afscherming/")
    assert sent.status_code == 302
    assert "/afscherming/" in sent["Location"]
    assert found(release) == {Code.PATTERN_UNSIGNED}
    assert "Besluit wat deze uitgave" not in noor.get(list_url).content.decode()
    assert sent["Location"] in noor.get(list_url).content.decode()
    # Whoever decided it signs nothing; the colleague does, on the page where it leads to.
    noor.post(f"{sent['Location']}vaststellen/")
    assert found(release) == {Code.PATTERN_UNSIGNED}
    browser(COLLEAGUE).post(f"{sent['Location']}vaststellen/")
    assert found(release) == set()
    assert taken(release, "submit", check_by=today()).state == "in_check"


def test_no_file_is_kept_of_a_release_whose_pattern_is_not_signed(
    looking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when the checklist is talked out of it, the database keeps no file."""
    release = drafted(reference="P-2", as_of=at(2))
    clean = Checklist(findings=(), acknowledged={})
    monkeypatch.setattr(rules, "checklist", lambda _release: clean)
    taken(release, "submit", check_by=today())
    with pytest.raises(DatabaseError, match="signed by a second person"):
        taken(release, "adopt", by=COLLEAGUE)
    with acting(somebody(MAKER)):
        assert Release.objects.get(key=release.key).state == "in_check"


@pytest.mark.thorough
def test_the_pattern_of_a_release_counts_what_the_three_before_it_showed(looking: str) -> None:
    """Files of figures and files of reports that nobody signed push no release out of sight."""
    rows = []
    for number in (3, 4, 5, 6):
        release = drafted(reference=f"P-{number}", as_of=at(number))
        signed(release)
        with acting(somebody(MAKER)):
            row = DisclosurePattern.objects.get(
                publication=report_name(DEFAULT), as_of=at(number), state="adopted"
            )
        rows.append(row)
    keys = [str(row.key) for row in rows]
    last = parsed(rows[-1].content)
    assert last.tables
    assert set(keys[:3]) <= set(last.earlier)
    assert not last.exposed
    unsigned = drafted(reference="P-7", as_of=at(7))
    own.decide_pattern(who=somebody(MAKER), key=unsigned.key)
    for number in (8, 9, 10):
        own.decide_pattern(
            who=somebody(MAKER), key=drafted(reference=f"P-{number}", as_of=at(number)).key
        )
    with acting(somebody(MAKER)):
        row = DisclosurePattern.objects.get(publication=report_name(DEFAULT), as_of=at(10))
    assert set(keys[1:]) <= set(parsed(row.content).earlier)
