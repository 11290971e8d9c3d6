"""Sealed in the database, waiting for a scanner, and gone: what a superuser finds."""

import json
import uuid
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connections
from pytest_django.fixtures import Settings
from tests.core.documents.stored.test_taking_files import clamd
from tests.core.journal.making import as_administrator
from tests.programme.attachments.doing import brought, document, key_in, training
from tests.programme.networks.test_destruction import forms_of, places_of, places_seen
from tests.site.people import PROVIDER, browser, somebody

from vijfluik.cli.commands import documents as command
from vijfluik.core.journal.queries import Filter, page_of_events
from vijfluik.core.partners.acting import acting
from vijfluik.core.retention.book import FILE
from vijfluik.core.retention.book import run as look
from vijfluik.core.retention.models import Tombstone
from vijfluik.core.retention.operations import Destroyable
from vijfluik.programme.attachments.keeping import wrap_all_anew

# Words that nobody has: in the file, in its name, in its title.
INSIDE, NAMED, TITLED = "Quibbelinhoud", "quibbelnaam", "Quibbeltitel"
CONTENT = f"Verslag van {INSIDE}.\n".encode()


def sealed_forms(database: str) -> list[str]:
    """Of each content the middle of its key and of its bytes, as a row shows them."""
    with as_administrator(database) as admin:
        found: Any = admin.execute("SELECT wrapped, sealed FROM attachments_content").fetchall()
    return [each[20:44].hex() for row in found for each in row]


def test_a_file_waits_sealed_for_its_scanner_and_is_gone_when_it_is_destroyed(
    committed: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, at = browser(PROVIDER), training()
    settings.DOCUMENTS_SCANNER = f"unix:{tmp_path}/scanner"
    answer = brought(own, at, content=CONTENT, name=f"{NAMED}.txt", title=TITLED)
    key = key_in(answer)
    here = f"/documenten/{key}/"
    page = own.get(here).content.decode()
    assert "Wacht op controle" in page
    assert INSIDE not in page
    assert own.get(f"{here}bestand/").status_code == 404
    with acting(somebody(PROVIDER)), connections["default"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM attachments_content")
        assert cursor.fetchone() == (0,)
    # Its names stand in its own row, its bytes and their key sealed, and none of it anywhere else.
    sealed = sealed_forms(committed)
    assert len(sealed) == 2
    own_tables = ["public.attachments_content", "public.attachments_document"]
    assert places_of(committed, INSIDE, NAMED, TITLED, *sealed) == own_tables
    with as_administrator(committed) as admin:
        kept = admin.execute(
            "SELECT d::text, c::text FROM attachments_document d, attachments_content c"
        ).fetchall()
    assert not any(form in str(kept) for form in forms_of(INSIDE))
    goes_with_its_dossier(committed, at.key, INSIDE, NAMED, TITLED, *sealed)
    # The scanner is back: the clock asks again, and the document opens.
    assert command.run(["scan", "--once"]) == 0
    with clamd(tmp_path / "scanner", answer=b"stream: OK\0") as heard:
        assert command.run(["scan", "--once"]) == 0
    assert heard == [CONTENT]
    assert own.get(f"{here}bestand/").content == CONTENT
    # A new key of the installation seals the small key anew, and the file stays as it is.
    settings.DOCUMENTS_KEYS_BEFORE, settings.DOCUMENTS_KEY = [settings.DOCUMENTS_KEY], "a new key"
    assert (wrap_all_anew(), wrap_all_anew()) == (1, 0)
    settings.DOCUMENTS_KEYS_BEFORE = []
    assert own.get(f"{here}bestand/").content == CONTENT
    sealed += sealed_forms(committed)
    assert own.post(f"{here}vernietigen/", {}).status_code == 422
    gone = own.post(f"{here}vernietigen/", {"ground": "verkeerd document"})
    assert gone.status_code == 302
    assert places_of(committed, INSIDE, NAMED, TITLED, *sealed) == []
    assert "Vernietigd document" in own.get(here).content.decode()
    assert own.get(f"{here}bestand/").status_code == 404
    with acting(somebody(PROVIDER)):
        (stone,) = Tombstone.objects.all()
    assert (stone.thing, stone.object_key, stone.ground) == ("documents", key, "verkeerd document")
    acts = {event.action for event in page_of_events(wanted=Filter(object_key=str(key))).events}
    assert {"document.stored", "document.scanned", "document.fetched", "record.destroyed"} <= acts
    # A backup from before brings it back; the book outside the database takes it away once more.
    monkeypatch.setenv("VIJFLUIK_STATE", str(tmp_path))
    assert look(tmp_path) == 0
    assert json.loads((tmp_path / FILE).read_text())["base"] == "attachments_content"
    with as_administrator(committed) as admin:
        admin.execute(
            "UPDATE attachments_document SET state = 'current', title = %s, file_name = 'a.txt',"
            " sha256 = repeat('a', 64)", [TITLED],
        )  # fmt: skip
        admin.execute(
            "INSERT INTO attachments_content (key, organisation_id, key_id, wrapped, sealed)"
            " SELECT key, organisation_id, 'x', 'x', 'x' FROM attachments_document"
        )
    assert look(tmp_path) == 1
    left = document(key)
    assert (left.state, left.title, left.file_name, left.sha256) == ("withdrawn", "", "", "")


def goes_with_its_dossier(database: str, record: uuid.UUID, *words: str) -> None:
    """Were trainings destroyed, their documents would go too: tried, and taken back."""
    operation = Destroyable(
        "Training", thing="trainings", owner="provider", steps="TrainingStep", link="training",
        lapsed="", grounds=("fout",),
    )  # fmt: skip
    state = SimpleNamespace(apps=apps)
    with as_administrator(database, unguarded=False) as admin:
        admin.execute("SET ROLE vijfluik_owner")
        editor = SimpleNamespace(connection=SimpleNamespace(cursor=admin.cursor))
        operation.database_forwards("trainings", editor, state, state)  # type: ignore[arg-type]
        admin.execute("SELECT retention.destroy_again('trainings_training', %s)", [record])
        admin.execute("RESET ROLE")
        assert places_seen(admin, *words) == []
        gone = admin.execute("SELECT count(*) FROM attachments_document").fetchone()
        assert gone == (0,)
        admin.rollback()
