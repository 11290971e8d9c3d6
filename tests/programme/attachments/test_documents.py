"""Documents at a record: who sees them, how they are served, and what is refused."""

import io
import uuid
from hashlib import sha256
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import resolve
from pytest_django.fixtures import Settings
from tests.browser.reading import read
from tests.core.documents.stored.making import HTML, JPEG, PDF, png
from tests.programme.attachments.doing import brought, document, key_in, put, rows, training
from tests.site.addressing import without_addresses
from tests.site.people import (
    BACKEND,
    OTHER_PROVIDER,
    POLICY_OFFICER,
    PRIVACY_OFFICER,
    PROVIDER,
    browser,
    professional,
    somebody,
)

from vijfluik.core.access.gate import Refused
from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.actions import withdraw
from vijfluik.core.registers.registry import register_named
from vijfluik.programme.attachments import actions
from vijfluik.programme.attachments.access import access_document
from vijfluik.programme.attachments.taking import taken
from vijfluik.ui.marks import asks_fresh_proof

TEXT = b"Beste <b>lezer</b>,\n\nDit is een verslag.\n"


def test_nobody_but_ones_own_people_sees_it_until_it_is_shared(platform: str) -> None:
    own, ministry, other = browser(PROVIDER), browser(POLICY_OFFICER), browser(OTHER_PROVIDER)
    at = training()
    page = f"/trainingen/{at.key}/"
    assert "Er zijn nog geen documenten" in own.get(page).content.decode()
    key = put(own, at, title="Verslag van de dag")
    here = f"/documenten/{key}/"
    assert "Verslag van de dag" in own.get(page).content.decode()
    assert read(own.get(here)).text.count("Verslag van de dag") >= 1
    # The ministry reads the training, and of the document not even that it is there.
    for visitor in (ministry, other):
        nothing = visitor.get(f"/documenten/{uuid.uuid4()}/")
        for way in ("", "bestand/", "voorbeeld/", "delen/", "vervangen/", "vernietigen/"):
            answer = visitor.get(f"{here}{way}")
            assert answer.status_code == 404
            assert without_addresses(answer.content) == without_addresses(nothing.content)
    assert "Verslag van de dag" not in ministry.get(page).content.decode()
    for table in ("document", "content"):
        asked = f"SELECT count(*) FROM attachments_{table}"
        found = [rows(name, asked) for name in (PROVIDER, POLICY_OFFICER, OTHER_PROVIDER)]
        assert found == [[(1,)], [(0,)], [(0,)]], table
    assert own.post(f"{here}delen/", {"wanted": "ja"}).status_code == 302
    assert "Verslag van de dag" in ministry.get(page).content.decode()
    got = ministry.get(f"{here}bestand/")
    assert got.content == PDF
    # Reading is all that it gives: what is done with it stays with whose it is.
    assert [ministry.get(f"{here}{way}").status_code for way in ("delen/", "vernietigen/")] == [
        404
    ] * 2
    assert other.get(here).status_code == 404
    assert own.post(f"{here}delen/", {"wanted": "nee"}).status_code == 302
    assert ministry.get(f"{here}bestand/").status_code == 404


def test_without_the_python_layer_the_database_says_the_same(platform: str) -> None:
    at = training()
    key = put(browser(PROVIDER), at)
    with acting(somebody(PRIVACY_OFFICER)), pytest.raises(Refused):
        access_document(who=somebody(PRIVACY_OFFICER), key=key)
    for wrong in (
        "UPDATE attachments_document SET title = 'x'",
        "UPDATE attachments_document SET state = 'withdrawn'",
        "UPDATE attachments_content SET sealed = ''",
        "DELETE FROM attachments_content",
        "DELETE FROM attachments_document",
        "SELECT attachments.scanned(key, 'clean') FROM attachments_document",
        "SELECT * FROM attachments.next_waiting('00000000-0000-0000-0000-000000000000')",
        "INSERT INTO attachments_content (key, organisation_id, key_id, wrapped, sealed)"
        " SELECT key, 'ssv', '', '', '' FROM attachments_document",
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows(PROVIDER, f"WITH done AS ({wrong} RETURNING 1) SELECT 1 FROM done"
                 if wrong[0] in "UDI" else wrong)  # fmt: skip
    # Somebody who reads the training and may change it, for another organisation than their own;
    # and in another's name; and as a version of a document that they do not see.
    columns = ("organisation_id, brought_by_id, number, series, training_id, key, title, file_name,"
               " kind, size, sha256, shared, scan, state, origin, letter, brought_at")  # fmt: skip
    given = ("gen_random_uuid(), 'x', 'x.txt', 'txt', 1, repeat('a', 64), false, 'not_scanned',"
             " 'current', 'brought', '', now()")  # fmt: skip
    mine = str(somebody(POLICY_OFFICER).actor.key)
    found = document(key)
    for organisation, by, number, series in (
        ("ror", mine, 1, uuid.uuid4()),
        ("jenv", str(somebody(PROVIDER).actor.key), 1, uuid.uuid4()),
        ("jenv", mine, 2, found.series),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows(
                POLICY_OFFICER,
                f"WITH done AS (INSERT INTO attachments_document ({columns}) VALUES"
                f" (%s, %s, %s, %s, %s, {given}) RETURNING 1) SELECT 1 FROM done",
                organisation, by, number, series, at.key,
            )  # fmt: skip
    with acting(somebody(POLICY_OFFICER)), connection.cursor() as cursor:
        cursor.execute("UPDATE attachments_document SET shared = true WHERE key = %s", [key])
        assert cursor.rowcount == 0


def test_nothing_that_was_brought_is_served_as_a_page(platform: str) -> None:
    own, at = browser(PROVIDER), training()
    for content, media_type in (
        (PDF, "application/pdf"),
        (TEXT, "text/plain"),
        (png(), "image/png"),
    ):
        key = put(own, at, content=content, name='a"b/ré\u202esumé.html')
        got = own.get(f"/documenten/{key}/bestand/")
        assert got.content == content
        assert got["Content-Type"] == media_type
        assert got["X-Content-Type-Options"] == "nosniff"
        assert got["Content-Disposition"].startswith('attachment; filename="r_sum_.html.')
        assert "sandbox" in got["Content-Security-Policy"]
        assert "default-src 'none'" in got["Content-Security-Policy"]
        found = resolve(f"/documenten/{key}/bestand/")
        assert asks_fresh_proof(found.func, found.kwargs)
        shown = own.get(f"/documenten/{key}/voorbeeld/")
        if content == png():
            assert (shown.content, shown["Content-Type"]) == (content, "image/png")
            assert shown["Content-Disposition"].startswith("inline")
            assert "sandbox" in shown["Content-Security-Policy"]
        else:
            assert shown.status_code == 404
        page = own.get(f"/documenten/{key}/").content.decode()
        assert sha256(content).hexdigest() in page
        assert ("&lt;b&gt;lezer" in page) == (content == TEXT)
        assert "<b>lezer" not in page


def test_what_is_refused_says_why_and_leaves_nothing(platform: str, settings: Settings) -> None:
    own, at = browser(PROVIDER), training()
    for content, name, said in (
        (HTML, "foto.png", "naar de inhoud, niet naar de naam"),
        (JPEG + HTML, "foto.jpg", "nog een ander bestand verborgen"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "logo.png", "Lever aan: PDF, PNG"),
        (b"", "leeg.txt", "leeg"),
    ):
        answer = brought(own, at, content=content, name=name, title="Mijn titel")
        assert answer.status_code == 422
        text = answer.content.decode()
        assert said in text
        assert 'value="Mijn titel"' in text
    assert own.post(f"/documenten/nieuw/trainingen/{at.key}/", {}).status_code == 422
    settings.DOCUMENTS_LARGEST = 1024 * 1024
    large = brought(own, at, content=b"a" * (1024 * 1024 + 1), name="groot.txt")
    assert (large.status_code, "groter dan 1 MB" in large.content.decode()) == (422, True)
    assert rows(PROVIDER, "SELECT count(*) FROM attachments_document") == [(0,)]
    # Nobody puts anything at a record that they may not change, nor in a register that takes none.
    assert brought(browser(OTHER_PROVIDER), at).status_code == 404
    assert brought(own, at, path="netwerkleden").status_code == 404
    with pytest.raises(Refused):
        actions.store(
            register_named("trainings"), who=somebody(PROVIDER), key=at.key,
            file=taken(PDF, file_name="a.pdf"), title="", organisation="ssv",
        )  # fmt: skip


class Stream(io.RawIOBase):
    """So many bytes without being so much memory; counts what is read."""

    def __init__(self, size: int) -> None:
        self.left, self.taken = size, 0

    def read(self, size: int = -1) -> bytes:
        given = b"\0" * min(self.left, size if size >= 0 else self.left)
        self.left -= len(given)
        self.taken += len(given)
        return given


def test_two_hundred_megabytes_are_read_by_nobody_and_a_wrong_token_is_refused(
    platform: str,
) -> None:
    own, at = browser(PROVIDER), training()
    stream = Stream(200 * 1024 * 1024)
    given: Any = {"wsgi.input": stream, "CONTENT_LENGTH": str(stream.left)}
    way = f"/documenten/nieuw/trainingen/{at.key}/"
    answer = own.generic("POST", way, b"", "multipart/form-data; boundary=x", **given)
    assert answer.status_code == 413
    assert "groter dan 20 MB" in answer.content.decode()
    careful = Client(enforce_csrf_checks=True)
    with acting(somebody(PROVIDER)):
        careful.force_login(professional(PROVIDER), backend=BACKEND)
    assert brought(careful, at).status_code == 403
    key = put(own, at)
    for way in ("delen/", "vervangen/", "vernietigen/"):
        assert careful.post(f"/documenten/{key}/{way}", {"wanted": "ja"}).status_code == 403
    assert document(key).shared is False


def test_a_new_version_takes_its_place_and_the_old_one_stays_to_be_read(platform: str) -> None:
    own, at = browser(PROVIDER), training()
    first = put(own, at, shared="on", title="Programma")
    way = f"/documenten/{first}/vervangen/"
    second = key_in(own.post(way, {"file": SimpleUploadedFile("b.txt", TEXT)}))
    made = document(second)
    assert (made.number, made.title, made.shared, made.series) == (
        2, "Programma", True, document(first).series,
    )  # fmt: skip
    assert "Programma (versie 2)" in read(own.get(f"/trainingen/{at.key}/")).text
    assert own.get(f"/documenten/{first}/bestand/").content == PDF
    again = own.post(way, {"file": SimpleUploadedFile("c.txt", TEXT)})
    assert (again.status_code, "nieuwere versie" in again.content.decode()) == (422, True)
    # Of a record that was withdrawn nobody adds any more, and what was there can still be read.
    withdraw(register_named("trainings"), who=somebody(POLICY_OFFICER), key=at.key, reason="fout")
    assert brought(own, at).status_code == 404
    assert own.get(f"/documenten/{second}/bestand/").content == TEXT
