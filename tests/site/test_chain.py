"""The check of the chain as overseers see it: sound, and broken at a place that it names."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from tests.core.journal.making import as_administrator, as_role, insert, many
from tests.site import people

from vijfluik.core.journal.sealer import seal_now
from vijfluik.core.journal.verifying import What
from vijfluik.site.pages.chain_words import MEANINGS

PAGE = "/toezicht/keten/"
SEALED = 5
CHECKED = "SELECT details FROM journal_event WHERE action = 'journal.verified' ORDER BY moment"


@pytest.fixture(autouse=True)
def _heads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the signed heads of this test stand."""
    monkeypatch.setattr(settings, "STATE", tmp_path)


def checked(username: str) -> str:
    """The words of the page after a click."""
    body = people.browser(username).post(PAGE).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", body[body.index("<main") :]).split())


def test_a_sound_chain_is_said_to_be_sound(committed: str, tmp_path: Path) -> None:
    with as_role("app") as app:
        insert(app, *many(SEALED, seed=1))
    sealed = seal_now(folder=tmp_path)
    text = checked(people.AUDITOR)
    assert "Het journaal klopt" in text
    assert f"Gebeurtenissen nagerekend {sealed}" in text
    assert "Laatste ondertekening buiten de database" in text
    with as_role("auditor") as auditor:
        [(details,)] = auditor.execute(CHECKED).fetchall()
    assert f'"events":{sealed},"fault":"none"' in str(details)


@pytest.mark.parametrize(
    ("language", "said", "place"),
    [
        ("nl", "De gebeurtenis is niet die welke hier werd verzegeld.", "Plaats in het blok"),
        ("en", "The event is not the one that was sealed here.", "Place in the block"),
    ],
)
def test_an_altered_event_is_named_with_its_place(
    committed: str, tmp_path: Path, language: str, said: str, place: str
) -> None:
    with as_role("app") as app:
        insert(app, *many(SEALED, seed=1))
    seal_now(folder=tmp_path)
    with as_administrator(committed) as admin:
        found = admin.execute(
            "SELECT block, position, event FROM journal_membership ORDER BY block, position"
            " OFFSET 2 LIMIT 1"
        ).fetchone()
        assert found is not None
        block, position, event = found
        admin.execute("UPDATE journal_event SET reason = 'anders' WHERE id = %s", [event])
    visitor = people.browser(people.PRIVACY_OFFICER)
    visitor.cookies["vijfluik_taal"] = language
    body = visitor.post(PAGE).content.decode()
    text = " ".join(re.sub(r"<[^>]+>", " ", body[body.index("<main") :]).split())
    assert said in text
    assert f"{place} {position} " in text
    assert re.search(rf"\b(Blok|Block) {block}\b", text)
    assert str(event) in text
    assert "Het journaal klopt" not in text
    with as_role("auditor") as auditor:
        [(details,)] = auditor.execute(CHECKED).fetchall()
    assert '"fault":"event_altered"' in str(details)


def test_every_fault_has_its_words() -> None:
    assert set(MEANINGS) == set(What)
