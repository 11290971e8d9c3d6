"""Addresses of the table with one word or key in them that nothing has, and what they answer."""

import re
import uuid
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.test import Client
from django.urls import resolve, reverse
from tests.site import people
from tests.site.addressing import Address, without_addresses
from tests.site.methods import methods_of
from tests.sizes import sized

CONVERTED = re.compile(r"<(?P<kind>\w+):(?P<name>\w+)>")
# What an address can hold of each kind and nothing has.
NOTHING: dict[str, object] = {
    "uuid": uuid.UUID("5f0c7d1e-3b52-4c1a-9e4b-7a1d0c5be001"),
    "slug": "niets-van-dien-aard",
    "str": "niets-van-dien-aard",
    "int": 987654,
}
# Route → why its answer is another one than the page of what does not exist. In the table stands
# one that nothing has; what else nothing has answers like that one.
OTHERWISE = {
    "begin/<str:word>/": "says, to whoever has a letter, that it was used or is too old",
    "agenda/<str:word>.ics": "read by programs, which need no page",
    "mijn-account/berichten/bevestigen/<uuid:mail>/<str:word>/": "asks before it looks, so that no"
    " program that follows the links in a mail confirms it; says the same of each that is unknown",
}
FORM = "application/x-www-form-urlencoded"
# Of each answer its own.
OWN = ("Content-Length", "Content-Security-Policy", "Set-Cookie", "X-Request-ID")


@dataclass(frozen=True, kw_only=True)
class Varied:
    """An address of the table in which one part leads nowhere.

    Args:
        route: of the address, as Django names it.
        name: of the part that leads nowhere.
        path: what is asked for.
        methods: with which it can be asked for.
        like: the address in the table, where that does not exist either and is answered so.
    """

    route: str
    name: str
    path: str
    methods: tuple[str, ...]
    like: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An answer without what differs per request."""

    status: int
    words: bytes
    headers: dict[str, str]


def varied(route: str, address: Address, *, records: dict[str, uuid.UUID]) -> Iterator[Varied]:
    """The address with, in turn, each of its parts replaced by what nothing has; a key also by
    that of a record which is not of that sort.
    """
    path, _mark, query = address.path.format(**records).partition("?")
    match = resolve(path)
    assert match.route == route, f"{path} is {match.route}"
    words = {name: match.kwargs[name] for _kind, name in CONVERTED.findall(route)}
    for kind, name in CONVERTED.findall(route):
        instead = [NOTHING[kind]]
        if kind == "uuid" and "{account}" not in address.path:
            instead.append(records["account"])
        for value in instead:
            way = reverse(match.view_name, kwargs={**words, name: value})
            yield Varied(
                route=route,
                name=name,
                path=f"{way}?{query}" if query else way,
                methods=methods_of(match.func),
                like=path if route in OTHERWISE else "",
            )


def asked_by(username: str, each: Varied, *, address: Address) -> bool:
    """Whether this run has somebody ask for it. In the full size the first of those who may come
    there does, with an eighth of the times of each other who may and a few of those who may not,
    who all meet the same door; in the quick one a part of these.
    """
    chosen = zlib.crc32(f"{username} {each.path}".encode())
    if username == min(address.allowed, default=min(people.EVERYBODY)):
        return chosen % sized(quick=48, full=1) == 0
    others = 8 if username in address.allowed else 32
    return chosen % sized(quick=1600, full=others) == 0


def asked(client: Client, method: str, path: str, *, data: dict[str, str] | None = None) -> Answer:
    """What is answered there, to a form with these data or to nothing."""
    answer = client.generic(method, path, urlencode(data or {}), content_type=FORM)
    headers = {name: value for name, value in answer.headers.items() if name not in OWN}
    return Answer(
        status=answer.status_code, words=without_addresses(answer.content), headers=headers
    )


def faults_of(client: Client, each: Varied, *, nowhere: Answer) -> list[str]:
    """In what the answers to this address differ from what does not exist."""
    found = []
    for method in each.methods:
        if method == "HEAD":
            continue
        answer = asked(client, method, each.path)
        same = asked(client, method, each.like) if each.like else nowhere
        if answer != same:
            unlike = [name for name in vars(same) if vars(same)[name] != vars(answer)[name]]
            found.append(f"{method} {each.path} ({each.name}): {answer.status}, other {unlike}")
        if each.like and method != "GET":
            # What it tells on the next page is told here, and not on the page asked for next.
            client.get("/bestaat-niet/")
    return found
