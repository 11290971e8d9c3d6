"""Taking records out, making them public and destroying them ask for a proof of just now."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
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
from tests.site import people

from vijfluik.core.accounts import recovery
from vijfluik.core.accounts.limits import LIMITS
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
)
NOT_ASKED = (
    f"/trainingen/{NOBODY}/plannen/",
    f"/netwerken/{NOBODY}/nalopen/",
    "/trainingen/",
    "/mijn-account/",
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
