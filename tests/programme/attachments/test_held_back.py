"""Who brought a document is told when nobody can open it."""

import datetime as dt
from pathlib import Path

from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.core.documents.stored.test_taking_files import clamd
from tests.core.journal.making import as_administrator
from tests.programme.attachments.doing import brought, key_in, training
from tests.site.people import OTHER_PROVIDER, PROVIDER, browser, professional, somebody

from vijfluik.cli.commands import documents as command
from vijfluik.core.notices import queries, worker
from vijfluik.core.notices.making import make
from vijfluik.core.notices.models import Kind
from vijfluik.core.partners.acting import acting

KINDS = (Kind.DOCUMENT_STOPPED, Kind.DOCUMENT_WAITS)


def told(username: str, *, days: int) -> list[tuple[str, bool, bool]]:
    """Kind, whether it is urgent and whether it is new, after a round of so many days from now."""
    who = somebody(username)
    make(who=who, at=timezone.now() + dt.timedelta(days=days))
    with acting(who):
        found = [each for each in queries.newest(who) if each.kind in KINDS]
    return sorted((each.kind, each.urgent, each.read_at is None) for each in found)


def test_who_brought_a_document_is_told_that_nobody_can_open_it(
    committed: str, settings: Settings, tmp_path: Path
) -> None:
    settings.DOCUMENTS_SCANNER = f"unix:{tmp_path}/scanner"
    own = browser(PROVIDER)
    key = key_in(brought(own, training()))
    # A scanner that is away for an hour is nobody's matter yet.
    assert told(PROVIDER, days=0) == []
    assert told(PROVIDER, days=1) == [("document_waits", False, True)]
    assert told(PROVIDER, days=2) == [("document_waits", False, True)]
    bringer = professional(PROVIDER).key
    assert bringer not in worker._keys("pressed")
    with clamd(tmp_path / "scanner", answer=b"stream: Quibbel FOUND\0"):
        assert command.run(["scan", "--once"]) == 0
    # From now on the notifier looks for them first, until they were told a while ago.
    assert bringer in worker._keys("pressed")
    assert told(PROVIDER, days=2) == [
        ("document_stopped", True, True),
        ("document_waits", False, False),
    ]
    with as_administrator(committed) as admin:
        admin.execute("UPDATE notices_notice SET made_at = now() - interval '11 minutes'")
        admin.execute("UPDATE attachments_document SET brought_at = now() - interval '1 day'")
    assert bringer not in worker._keys("pressed")
    assert told(OTHER_PROVIDER, days=2) == []
    page = own.get("/berichten/").content.decode()
    assert "Uw document werd tegengehouden als schadelijk" in page
    assert "Quibbel" not in page
    own.post(f"/documenten/{key}/vernietigen/", {"ground": "schadelijk bestand"})
    assert told(PROVIDER, days=2) == [
        ("document_stopped", True, False),
        ("document_waits", False, False),
    ]
