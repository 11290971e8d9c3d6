"""The list of documents: what each reader may see, and no more, found by what it is called."""

import json
import uuid
from types import SimpleNamespace

from tests.browser.reading import read
from tests.core.documents.stored.making import png
from tests.core.journal.making import as_role
from tests.programme.attachments.doing import key_in, put, rows, training
from tests.programme.municipalities.test_support import deviate
from tests.site.people import (
    MUNICIPALITY,
    OTHER_MUNICIPALITY,
    OTHER_PROVIDER,
    PARLIAMENTARY_OFFICER,
    POLICY_OFFICER,
    PROVIDER,
    browser,
    somebody,
)

from vijfluik.core.partners.acting import acting
from vijfluik.programme.attachments.access import OBJECT
from vijfluik.programme.attachments.finding import readable
from vijfluik.programme.attachments.models import LINKS
from vijfluik.programme.municipalities.models import Deviation

LIST = "/documenten/"


def listed(username: str, **asked: str) -> str:
    return read(browser(username).post(LIST, asked)).text


def sent_about_wolverdam() -> tuple[uuid.UUID, uuid.UUID]:
    """A deviation about Wolverdam, and the letter that the ministry sent about it."""
    noor = browser(POLICY_OFFICER)
    deviate(noor)
    with acting(somebody(POLICY_OFFICER)):
        key = Deviation.objects.get().key
    return key, key_in(noor.post(f"/afwijkingen/{key}/kennisgeving/versturen/"))


def test_each_reader_finds_what_is_shared_or_their_own_at_what_they_read(platform: str) -> None:
    at, own = training(), browser(PROVIDER)
    put(own, at, title="Verslag van de coördinatie", shared="ja")
    put(own, at, title="Kladje", content=png(), name="foto.png")
    for username, verslag, kladje in (
        (PROVIDER, True, True),
        (POLICY_OFFICER, True, False),
        (OTHER_PROVIDER, False, False),
        (MUNICIPALITY, False, False),
    ):
        text = listed(username)
        assert ("Verslag van de coördinatie" in text, "Kladje" in text) == (verslag, kladje), (
            username
        )
        # Both layers say the same, without our words to look for.
        with acting(somebody(username)):
            asked = set(readable(somebody(username)).values_list("key", flat=True))
        assert asked == {key for (key,) in rows(username, "SELECT key FROM attachments_document")}
    assert browser(PARLIAMENTARY_OFFICER).get(LIST).status_code == 404


def test_it_is_narrowed_and_what_is_typed_stands_in_no_address(platform: str) -> None:
    at, own = training(), browser(PROVIDER)
    put(own, at, title="Verslag van de coördinatie", shared="ja")
    put(own, at, title="Kladje", content=png(), name="foto.png")
    for asked, found in (
        ({"zoek": "COORDINATIE verslag"}, "1 document"),
        ({"zoek": "foto"}, "1 document"),
        ({"zoek": "coördinatie kladje"}, "Niets gevonden"),
        ({"soort": "png"}, "1 document"),
        ({"bij": "trainingen"}, "2 documenten"),
        ({"bij": "adviezen"}, "Niets gevonden"),
        ({"herkomst": "brieven"}, "Niets gevonden"),
        ({"wie": "gedeeld"}, "1 document"),
        ({"wie": "eigen"}, "2 documenten"),
        ({"soort": "x' --", "bij": "nergens"}, "2 documenten"),
    ):
        assert found in listed(PROVIDER, **asked), asked
    answer = own.post(LIST, {"zoek": "coördinatie", "soort": "pdf"})
    assert [each for each in read(answer).addresses if "ordinatie" in each] == []
    onward = answer.headers["HX-Push-Url"]
    assert "gezocht=" in onward
    assert "1 document" in read(own.get(onward)).text
    # An address that holds the words themselves narrows nothing.
    assert "2 documenten" in read(own.get(LIST, {"zoek": "coördinatie"})).text
    everywhere = read(own.post("/zoeken/", {"zoek": "coordinatie"})).text
    assert "Documenten 1" in everywhere
    assert (
        "Documenten"
        not in read(browser(OTHER_PROVIDER).post("/zoeken/", {"zoek": "coordinatie"})).text
    )


def test_the_list_is_one_event_with_what_it_showed_and_not_what_was_typed(committed: str) -> None:
    key = put(browser(PROVIDER), training(), title="Verslag", shared="ja")
    listed(PROVIDER, zoek="verslag", wie="gedeeld")
    with as_role("auditor") as auditor:
        told = auditor.execute(
            "SELECT details, objects FROM journal_event"
            " WHERE action = 'record.listed' AND object_type = %s",
            [OBJECT],
        ).fetchall()
    ((details, objects),) = told
    assert json.loads(str(details)) == {"rows": 1, "filters": ["search", "whose"]}
    assert objects == [key]


def test_a_municipality_opens_the_letter_about_itself_and_nothing_else_of_it(
    platform: str,
) -> None:
    deviation, letter = sent_about_wolverdam()
    noor, daan, femke = (
        browser(each) for each in (POLICY_OFFICER, MUNICIPALITY, OTHER_MUNICIPALITY)
    )
    unshared = put(noor, SimpleNamespace(key=deviation), path="afwijkingen", title="Intern")
    support = read(daan.get("/gemeenten/GM9001/"))
    assert "Brief hierover:" in support.text
    address = f"/documenten/{letter}/"
    assert address in support.addresses
    page = read(daan.get(address))
    assert "/gemeenten/GM9001/" in " ".join(page.addresses)
    assert f"/afwijkingen/{deviation}/" not in page.addresses
    assert daan.get(f"{address}bestand/").content.startswith(b"%PDF")
    assert "Kennisgeving" in listed(MUNICIPALITY)
    for way in ("delen/", "vervangen/", "vernietigen/"):
        assert daan.get(f"{address}{way}").status_code == 404
    assert daan.get(f"/documenten/{unshared}/").status_code == 404
    assert daan.get(f"/afwijkingen/{deviation}/kennisgeving/").status_code == 404
    # Another municipality finds neither the letter nor that it is there.
    assert femke.get(address).status_code == 404
    assert femke.get(f"{address}bestand/").status_code == 404
    assert "Kennisgeving" not in listed(OTHER_MUNICIPALITY)


def test_every_kind_of_record_has_its_line_in_each_policy_and_guard(platform: str) -> None:
    said = dict(
        rows(
            POLICY_OFFICER,
            "SELECT policyname, coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies"
            " WHERE tablename = 'attachments_document'",
        )
    )
    guards = rows(POLICY_OFFICER, "SELECT prosrc FROM pg_proc WHERE proname = 'guard_series'")
    texts = [said["document_read"], said["document_insert"], *(text for (text,) in guards)]
    assert len(texts) == 3
    for text in texts:
        assert [field for field in LINKS.values() if f"{field}_id" not in text] == []
