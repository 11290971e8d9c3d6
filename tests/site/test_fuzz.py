"""Every form and every file, with what nobody would send: told what is wrong, never an error.

Each address of the table is opened by somebody who may; each form on it is sent many times with
values of the sort that break parsers, and the address itself is asked for with such filters. Each
register that takes files gets hostile ones. An error of the server fails, with what was sent.
"""

import io
import random
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from lxml import html
from tests.registers.examples import keeper
from tests.site import people
from tests.site.addressing import Address
from tests.site.test_addresses import (  # noqa: F401 (fixtures)
    ADDRESSES,
    made_once,
    quick_pages,
    records,
)
from tests.sizes import sized

from vijfluik.core.partners.models import Professional
from vijfluik.core.registers.registry import registers
from vijfluik.demo.people import accounts

SEED = 20261126
TIMES = sized(quick=2, full=8)
# Each part is a transaction of its own: a record may not be dated more than five minutes after its
# transaction began, and on a busy machine all of it together lasts longer.
PARTS = 4
NASTY = (
    "", " ", "\0", "a\0b", "x" * 5000, "é" * 300, "\u202e\u200b\ufeff", "😀" * 50,
    "=1+1",
    "' OR '1'='1", "'; DROP TABLE partners_mandate; --", "<script>alert(1)</script>", "{{ 7*7 }}",
    "%s%n%(x)s", "../../etc/passwd", "\r\nX-Injected: 1", "9" * 40, "-1", "1e999",
    "NaN", "Infinity",
    "0x1f", "١٢٣", "1,5", "1.000.000.000.000.000,99", "32-13-2026", "9999-12-31", "0001-01-01",
    "29-02-2025", "null", "[]", "{}", "true", "00000000-0000-0000-0000-000000000000", "\\", "\"'`",
    "geb. 1-1-1990", "123456782", "iemand@example.org",
)  # fmt: skip
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + '<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&i;&f;</x>'
)

pytestmark = [pytest.mark.drill, pytest.mark.usefixtures("quick_pages")]


def visitor(username: str) -> Client:
    """A browser that hands on what the server answered, an error too."""
    found = people.browser(username)
    found.raise_request_exception = False
    return found


def forms_on(content: bytes) -> Iterator[tuple[str, str, list[str]]]:
    """The forms of a page: where each is sent, how, and the names of its fields."""
    for form in html.fromstring(content.decode()).forms:
        # That of signing out would end the session; that of the language is asked elsewhere.
        if (form.get("action") or "").startswith(("/afmelden/", "/taal/", "/weergave/")):
            continue
        if form.method not in ("GET", "POST"):
            continue
        names = [name for name, _value in form.form_values()]
        names += [field.name for field in form.inputs if field.name]
        yield form.get("action") or "", form.method, sorted(set(names))


def wild(names: list[str], *, chance: random.Random) -> dict[str, Any]:
    """Values for these fields, and one that nobody asked for."""
    found: dict[str, Any] = {name: chance.choice(NASTY) for name in names}
    for name in names:
        if chance.random() < 0.1:
            found[name] = [chance.choice(NASTY), chance.choice(NASTY)]
        elif chance.random() < 0.1:
            del found[name]
    return {**found, "niet_gevraagd": chance.choice(NASTY)}


def sent(client: Client, *, method: str, path: str, data: dict[str, Any]) -> int:
    """The status of the answer; what it did is taken back."""
    with transaction.atomic():
        answer = getattr(client, method)(path, data)
        if answer.streaming:
            b"".join(answer)
        transaction.set_rollback(True)
    return int(answer.status_code)


def who_may(address: Address) -> str:
    """Somebody who may come here."""
    return sorted(address.allowed or {people.POLICY_OFFICER})[0]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_form_and_no_filter_breaks_the_server(
    records: dict[str, Any],  # noqa: F811
    part: int,
) -> None:
    chance = random.Random(SEED + part)
    wrong: list[str] = []
    clients: dict[str, Client] = {}
    forms = answered = 0
    for route, address in list(ADDRESSES.items())[part::PARTS]:
        # Signing out ends the session; being ready is answered with 503 where no sealer runs.
        if route in ("afmelden/", "gezond/klaar/"):
            continue
        username = who_may(address)
        client = clients.setdefault(username, visitor(username))
        path = address.path.format(**records)
        asked = [("get", path, ["zoek", "jaar", "stand", "pagina", "sorteer", "peildatum", "op"])]
        if address.method == "post":
            asked.append(("post", path, sorted(address.data) or ["x"]))
        else:
            answer = client.get(path)
            if answer.status_code == 200 and "html" in answer.headers["Content-Type"]:
                for action, method, names in forms_on(answer.content):
                    to = action if action.startswith("/") else path + action
                    asked.append((method.lower(), to, names))
                    forms += 1
        for method, to, names in asked:
            for _ in range(TIMES):
                data = wild(names, chance=chance)
                status = sent(client, method=method, path=to, data=data)
                answered += status in (200, 302, 422)
                if status >= 500:
                    wrong.append(f"{username} {method} {to}: {status} of {data!r:.300}")
    # Most came further than a closed door.
    assert forms > 150 / (PARTS + 1)
    assert answered > TIMES * forms / 2
    assert wrong == [], "\n".join(wrong[:20])


def workbook(*members: tuple[str, bytes], declared: int = 0) -> bytes:
    """An archive with these members."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in members:
            archive.writestr(name, inside)
    return content.getvalue() + b"\0" * declared


def hostile() -> dict[str, bytes]:
    """Files by a name that says what is wrong with them."""
    table = "kenmerk;titel\nA;=1+1\n"
    entities = ENTITIES.encode()
    return {
        "leeg.csv": b"",
        "nul.csv": b"\0" * 2000,
        "utf16.csv": table.encode("utf-16"),
        "utf32.csv": table.encode("utf-32"),
        "half.csv": table.encode() + b"\xff\xfe\xc3(",
        "quote.csv": b'kenmerk;titel\n"A;B\n' * 50,
        "breed.csv": b";".join([b"x"] * 5000) + b"\n" + b";".join([b"y"] * 5000),
        "lang.csv": b"kenmerk\n" + b"A" * 2_000_000,
        "formule.csv": b'kenmerk;titel\nA;=HYPERLINK("x")\n@B;+1\n',
        "slip.xlsx": workbook(("../../../../tmp/slip.txt", b"x"), ("xl/workbook.xml", b"<x/>")),
        "entiteit.xlsx": workbook(
            ("[Content_Types].xml", entities), ("xl/workbook.xml", entities),
            ("xl/worksheets/sheet1.xml", entities),
        ),
        "bom.ods": workbook(
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", b"<a>" + b" " * 60_000_000),
        ),
        "entiteit.ods": workbook(
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", entities),
        ),
        "afgebroken.xlsx": workbook(("xl/workbook.xml", b"<x/>"))[:40],
        "plaatje.xlsx": b"\x89PNG\r\n\x1a\n" + b"\0" * 500,
        "../../naam.csv": table.encode(),
    }  # fmt: skip


def test_no_file_breaks_the_server_whatever_the_register(
    records: dict[str, Any],  # noqa: F811
) -> None:
    files = hostile()
    wrong: list[str] = []
    tried = 0
    names = {str(person.key): person.username for person in every_account()}
    # The code that reads a file is one; what follows from its headings is each register's own.
    for number, register in enumerate(each for each in registers() if each.filed):
        client = visitor(names[str(keeper(register).actor.key)])
        for name, content in files.items():
            if number >= sized(quick=4, full=1000) and not name.endswith(".csv"):
                continue
            upload = SimpleUploadedFile(name, content)
            with transaction.atomic():
                answer = client.post(f"/{register.path}/inlezen/", {"file": upload})
                transaction.set_rollback(True)
            tried += 1
            if answer.status_code >= 500:
                wrong.append(f"{register.thing} {name}: {answer.status_code}")
    assert tried > 300
    assert wrong == []


def test_a_file_of_200_mb_is_refused_without_being_read(records: dict[str, Any]) -> None:  # noqa: F811
    client = visitor(people.POLICY_OFFICER)
    large = SimpleUploadedFile("groot.csv", b"kenmerk;titel\n" + b"A;B\n" * 50_000_000)
    answer = client.post("/trainingen/inlezen/", {"file": large})
    assert answer.status_code in (200, 413, 422)
    assert "MB" in answer.content.decode()


def every_account() -> list[Professional]:
    """The accounts of the demonstration."""
    return [people.professional(username) for username in accounts()]
