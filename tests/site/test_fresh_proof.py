"""Taking records out, making them public and destroying them ask for a proof of just now."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import replace
from functools import partialmethod
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from tests.core.accounts.doing import (
    PASSWORD,
    Clock,
    administrator,
    code_now,
    other,
    signed_in,
    taken_in_use,
    told,
    with_proof,
)
from tests.core.documents.stored.making import PDF
from tests.programme.attachments.doing import brought, document, key_in, put, rows, training
from tests.programme.attachments.test_letters import planned
from tests.site import people

from vijfluik.core.accounts import recovery
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.visits import Seen
from vijfluik.demo.people import key_of
from vijfluik.ui.marks import asks_fresh_proof

EXPORT = "/trainingen/uitvoer/csv/"
NOBODY = "00000000-0000-0000-0000-000000000007"
# What is asked and what is not, beside the files (tests/site/test_addresses.py asks each of those).
ASKED = (
    f"/netwerkleden/{NOBODY}/toestemming-intrekken/",
    f"/rapportage-uitgaven/{NOBODY}/publiceren/",
    f"/cijfers/afscherming/{NOBODY}/vaststellen/",
    f"/cijfers/afscherming/{NOBODY}/vrijstellen/",
    f"/mijn-account/sleutel/{NOBODY}/weg/",
    "/mijn-account/wachtwoord/",
    # What is sent or shared leaves the organisation.
    f"/documenten/{NOBODY}/delen/",
    f"/documenten/{NOBODY}/vernietigen/",
    f"/trainingen/{NOBODY}/uitnodiging/versturen/",
    f"/afwijkingen/{NOBODY}/kennisgeving/versturen/",
)
NOT_ASKED = (
    f"/trainingen/{NOBODY}/plannen/",
    f"/netwerken/{NOBODY}/nalopen/",
    "/trainingen/",
    "/mijn-account/",
    f"/documenten/{NOBODY}/vervangen/",
    f"/trainingen/{NOBODY}/uitnodiging/",
)


def proven(username: str = people.POLICY_OFFICER) -> Client:
    """A browser of somebody of the demonstration who proved it, after a recovery by two."""
    key = key_of(username)
    recovery.propose(who=administrator(), key=key, reason="voor deze proef")
    taken_in_use(recovery.approve(who=other(), key=key))
    return signed_in(username)


def test_a_file_asks_for_it_after_five_minutes_and_once(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with with_proof():
        client, clock = proven(), Clock(monkeypatch)
        assert client.get(EXPORT).status_code == 200
        clock.later(minutes=5)
        address = f"/bevestigen/?next={quote(EXPORT, safe='')}"
        assert client.get(EXPORT).headers["Location"] == address
        part = client.get(EXPORT, headers={"HX-Request": "true"})
        assert part.headers["HX-Redirect"] == address
        asked = {"next": EXPORT, "password": PASSWORD}
        assert client.get(address).status_code == 200
        assert client.post(address, {**asked, "code": "000000"}).status_code == 422
        assert client.get(EXPORT).status_code == 302
        done = client.post(address, {**asked, "code": code_now()})
        assert done.status_code == 200
        assert f'content="0;url={EXPORT}"' in done.content.decode()
        assert client.get(EXPORT).status_code == 200
        # The same code a second time proves nothing.
        assert client.post(address, {**asked, "code": code_now()}).status_code == 422
        assert client.get("/trainingen/").status_code == 200
    assert told(key_of(people.POLICY_OFFICER))[-1] == (
        "session.proven_again",
        "done",
        "Noor Verhagen",
    )
    assert LIMITS.fresh.total_seconds() == 300


def test_what_leaves_the_organisation_asks_for_it_and_goes_out_once_it_was_proven(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = training()
    # The database takes no file of more than five minutes ahead.
    shorter = replace(LIMITS, fresh=dt.timedelta(minutes=1))
    monkeypatch.setattr(Seen, "fresh", partialmethod(Seen.fresh, limits=shorter))
    with with_proof():
        client, clock = proven(people.PROVIDER), Clock(monkeypatch)
        key = put(client, at)
        share, send = f"/documenten/{key}/delen/", f"/trainingen/{at.key}/uitnodiging/versturen/"
        assert client.get(share).status_code == 200
        clock.later(minutes=2)
        for address in (share, send):
            proof = f"/bevestigen/?next={quote(address, safe='')}"
            assert client.get(address).headers["Location"] == proof
            assert client.post(address, {"wanted": "ja"}).headers["Location"] == proof
        assert not document(key).shared
        assert not rows(people.PROVIDER, "SELECT FROM attachments_document WHERE origin = 'letter'")
        # A file is not lost: it is kept unshared, and sharing it asks.
        added = brought(client, at, shared="on", name="nog een.pdf")
        second = added.headers["Location"].split("/")[2]
        assert added.headers["Location"] == f"/documenten/{second}/delen/"
        assert not document(uuid.UUID(second)).shared
        proof = f"/bevestigen/?next={quote(share, safe='')}"
        done = client.post(proof, {"next": share, "password": PASSWORD, "code": code_now()})
        assert done.status_code == 200
        assert client.post(share, {"wanted": "ja"}).headers["Location"] == f"/documenten/{key}/"
        assert document(key).shared
        # Proven: now the letter's own rules say that there is nothing to send yet.
        assert client.post(send).status_code == 404
        third = key_in(brought(client, at, shared="on", name="een derde.pdf"))
        assert document(third).shared


def proven_a_while_ago(monkeypatch: pytest.MonkeyPatch) -> Client:
    """A provider who has to prove it again; the database takes nothing of five minutes ahead."""
    shorter = replace(LIMITS, fresh=dt.timedelta(minutes=1))
    monkeypatch.setattr(Seen, "fresh", partialmethod(Seen.fresh, limits=shorter))
    client, clock = proven(people.PROVIDER), Clock(monkeypatch)
    clock.later(minutes=2)
    return client


def proves(client: Client, *, path: str) -> str:
    given = {"next": path, "password": PASSWORD, "code": code_now()}
    return client.post("/bevestigen/", given, follow=True).content.decode()


def test_a_new_version_of_what_is_shared_is_shared_once_it_was_proven(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, reader, at = people.browser(people.PROVIDER), people.browser("noor"), training()
    key, alone = put(own, at, shared="on"), put(own, at, name="eigen.pdf")

    def replaced(client: Client, of: uuid.UUID) -> str:
        file = SimpleUploadedFile("nieuw.pdf", PDF)
        answer = client.post(f"/documenten/{of}/vervangen/", {"file": file})
        return str(answer.headers["Location"])

    with with_proof():
        client = proven_a_while_ago(monkeypatch)
        # What nobody else reads asks nothing.
        assert not replaced(client, alone).endswith("/delen/")
        share = replaced(client, key)
        assert share.endswith("/delen/")
        made = uuid.UUID(share.split("/")[2])
        assert not document(made).shared
        assert client.get(share).headers["Location"].startswith("/bevestigen/")
        proves(client, path=share)
        client.post(share, {"wanted": "ja"})
        assert document(made).shared
        # Proven just now: the next one is shared as the one before.
        last = replaced(client, made)
        assert not last.endswith("/delen/")
    assert reader.get(last).status_code == 200


def test_a_letter_that_was_sent_too_late_goes_out_once_after_the_proof(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = "SELECT key FROM attachments_document WHERE origin = 'letter'"
    send, reader = f"{planned()}uitnodiging/versturen/", people.browser("noor")
    with with_proof():
        client = proven_a_while_ago(monkeypatch)
        assert client.post(send).headers["Location"].startswith("/bevestigen/")
        assert not rows(people.PROVIDER, letters)
        page = proves(client, path=send)
        # It is sent by one more press, and not by the proof.
        assert f'action="{send}"' in page
        assert not rows(people.PROVIDER, letters)
        key = key_in(client.post(send))
    assert rows(people.PROVIDER, letters) == [(key,)]
    assert reader.get(f"/documenten/{key}/bestand/").content.startswith(b"%PDF")


def test_in_the_demonstration_nobody_is_asked(committed: str) -> None:
    client = Client()
    client.post("/aanmelden/", {"account": people.POLICY_OFFICER})
    assert client.get(EXPORT).status_code == 200


def test_what_destroys_or_makes_public_asks_and_ordinary_work_does_not() -> None:
    def asks(path: str) -> bool:
        found = resolve(path)
        return asks_fresh_proof(found.func, found.kwargs)

    assert [path for path in ASKED if not asks(path)] == []
    assert [path for path in NOT_ASKED if asks(path)] == []


def routes(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, object]]:
    for found in resolver.url_patterns:
        route = prefix + str(found.pattern)
        if isinstance(found, URLPattern):
            yield route, found.callback
        else:
            yield from routes(found, route)


def test_every_export_of_every_register_asks() -> None:
    exports = [
        (route, view)
        for route, view in routes(get_resolver())
        if route.endswith(("uitvoer/<slug:format>/", "/fout.csv"))
        or (route.startswith("rapportages/<slug:slug>/") and route.count("/") == 3)
    ]
    assert len(exports) > 60
    kinds = ("html", "pdf", "docx", "odt", "csv", "json", "jsonld", "bewijs")
    silent = [
        route
        for route, view in exports
        if not asks_fresh_proof(view, {})
        and (not route.startswith("rapportages/") or route.rstrip("/").endswith(kinds))
    ]
    assert silent == []
