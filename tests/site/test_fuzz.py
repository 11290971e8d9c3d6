"""Every form and every file, with what nobody would send: told what is wrong, never an error.

Each address of the table is opened by somebody who may; each form on it is sent many times with
values of the sort that break parsers, and the address itself is asked for with such filters. Each
form on them that takes a file gets hostile ones. An error of the server fails, with what was sent.
"""

import io
import json
import random
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urljoin

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import resolve
from lxml import html
from tests.site import people
from tests.site.addressing import Address
from tests.site.test_addresses import (  # noqa: F401 (fixtures)
    ADDRESSES,
    made_once,
    quick_pages,
    records,
)
from tests.sizes import sized

from vijfluik.core.registers.registry import registers

SEED = 20261126
TIMES = sized(quick=2, full=8)
# Each part is a transaction of its own: a record may not be dated more than five minutes after its
# transaction began, and on a busy machine all of it together lasts longer.
PARTS = 4
# The addresses with a form for a file: they get hostile ones, and no other page may have one.
TAKING = frozenset(f"{register.path}/inlezen/" for register in registers() if register.filed) | {
    "documenten/<uuid:key>/vervangen/",
    "documenten/nieuw/<slug:path>/<uuid:key>/",
    "toezeggingen/kamer/inlezen/",
}
FILE_FIELD = ".//input[@type='file']"
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
    hidden: list[str] = []
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
                hidden += [route] if file_forms(answer.content) and route not in TAKING else []
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
    assert hidden == [], "these take a file and get no hostile ones: add them to TAKING"


def workbook(*members: tuple[str, bytes], declared: int = 0) -> bytes:
    """An archive with these members."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in members:
            archive.writestr(name, inside)
    return content.getvalue() + b"\0" * declared


def of_the_house(**fields: object) -> bytes:
    """A file of the House with one commitment, of which these fields are wrong."""
    fair = {
        "Nummer": "TZ201801-1", "Tekst": "Er komt een brief", "Status": "Openstaand",
        "Ministerie": "Justitie en Veiligheid", "Verwijderd": False,
        "GewijzigdOp": "2018-02-01T10:00:00+01:00", "DatumNakoming": "2018-06-01T00:00:00+02:00",
    }  # fmt: skip
    return json.dumps({"value": [{**fair, **fields}]}).encode()


def sheet(rows: bytes) -> bytes:
    """The content of a spreadsheet with these rows."""
    return (
        b'<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        b' xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><o:body><o:spreadsheet>'
        b'<t:table t:name="a">' + rows + b"</t:table></o:spreadsheet></o:body></o:document-content>"
    )


@cache
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
        "groot.ods": workbook(
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", sheet(b'<t:table-row t:number-rows-repeated="1000000000"/>')),
        ),
        "breed.ods": workbook(
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", sheet(
                b'<t:table-row><t:table-cell t:number-columns-repeated="1000000000"><p>x</p>'
                b'</t:table-cell></t:table-row>'
            )),
        ),
        "diep.json": b"[" * 200_000,
        "getal.json": of_the_house(Nummer=10**4000),
        "halfteken.json": b'[{"Nummer":"\\ud800","Tekst":"\\udfff","Status":"Openstaand"}]',
        "nul.json": of_the_house(Nummer="a\0b", Tekst="\0"),
        "dag.json": of_the_house(GewijzigdOp="9999-12-31T23:59:59-12:00"),
        "begin.json": of_the_house(DatumNakoming="0002-01-01T00:00:00+14:00"),
        "vorm.json": of_the_house(Nummer={"a": [1]}, Tekst=[[[]]], Status=None),
        "lijst.json": b'{"value": [1, null, "x"]}',
        "afgebroken.json": of_the_house()[:-9],
        "utf16.json": of_the_house().decode().encode("utf-16"),
    }  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Taker:
    """A form with a field for a file, as somebody finds it on a page and fills in the rest."""

    sort: str
    username: str
    path: str
    field: str
    values: Mapping[str, str]


def file_forms(content: bytes) -> list[Any]:
    """The forms of a page that take a file."""
    if b'type="file"' not in content:
        return []
    forms = html.fromstring(content.decode()).forms
    return [each for each in forms if each.method == "POST" and each.xpath(FILE_FIELD)]


def taker(route: str, *, keys: Mapping[str, Any]) -> Taker:
    """The form on the page of this address, as somebody sees it who may."""
    username = who_may(ADDRESSES[route])
    path = ADDRESSES[route].path.format(**keys)
    (form,) = file_forms(visitor(username).get(path).content)
    (field,) = form.xpath(FILE_FIELD)
    return Taker(
        sort=resolve(path).url_name or "",
        username=username,
        path=urljoin(path, form.get("action") or ""),
        field=field.name,
        values=filled(form),
    )


def filled(form: Any) -> dict[str, str]:
    """What a form is sent with: what it holds, and of each choice the first that is one."""
    values = {name: str(value) for name, value in form.form_values()}
    for select in form.xpath(".//select"):
        choices = [each for each in select.value_options if each]
        if choices and not values.get(select.name):
            values[select.name] = choices[0]
    return values


# How many forms of one sort get every file.
EVERY_FILE = sized(quick=1, full=1000)


def test_no_file_breaks_the_server_whatever_takes_it(
    records: dict[str, Any],  # noqa: F811
) -> None:
    wrong: list[str] = []
    answers: Counter[int] = Counter()
    tried: Counter[str] = Counter()
    for route in sorted(TAKING):
        form = taker(route, keys=records)
        client = visitor(form.username)
        for name, content in hostile().items():
            # The code that reads a file is one per sort of form; what follows from headings is not.
            if tried[form.sort] >= EVERY_FILE and not name.endswith(".csv"):
                continue
            upload = SimpleUploadedFile(name, content)
            with transaction.atomic():
                data = {**form.values, form.field: upload}
                answer = client.post(form.path, data, follow=True)
                transaction.set_rollback(True)
            answers[answer.status_code] += 1
            if answer.status_code >= 500:
                wrong.append(f"{form.path} {name}: {answer.status_code}")
        tried[form.sort] += 1
    assert wrong == []
    # They were read, and not turned away at the door: refused with words, or shown row by row.
    assert set(answers) == {200, 422}
    assert answers.total() > 300


def test_a_file_of_200_mb_is_refused_without_being_read(records: dict[str, Any]) -> None:  # noqa: F811
    client = visitor(people.POLICY_OFFICER)
    large = SimpleUploadedFile("groot.csv", b"kenmerk;titel\n" + b"A;B\n" * 50_000_000)
    answer = client.post("/trainingen/inlezen/", {"file": large})
    assert answer.status_code in (200, 413, 422)
    assert "MB" in answer.content.decode()
