"""An address with who may have it, the addresses of every register, and records behind them."""

import re
import uuid
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from django.test import Client
from django.urls import resolve
from tests.programme.partnerships.doing import new
from tests.registers.examples import keeper, made, prepare
from tests.site import people
from tests.sizes import sized

from vijfluik.core.registers.registry import register_named
from vijfluik.site.contract.description import operations
from vijfluik.site.help.finding import TOPICS, help_of
from vijfluik.ui.marks import asks_fresh_proof

NOBODY: set[str] = set()
# What OWASP ASVS 5.0 (3.4, 14.3.2) and the Dutch API design rules ask of every answer.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
POLICY = (
    "default-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
NOTICE = "verzonnen gegevens"
TELLING = ("text/html", "application/json", "application/ld+json", "text/csv")
# The end of an address → why its answer need not say that the data are invented.
WITHOUT_NOTICE = {
    "gezond/": "read by machines; says how the platform is, and nothing of its data",
    "gezond/leeft/": "as above",
    "gezond/klaar/": "as above",
    "openapi.json": "describes what may be asked, and holds no data",
    "aanmelden/sleutel/": "what a browser signs with a passkey, and holds no data",
    "inlezen/sjabloon.csv": "an empty sheet with headings, to fill in with one's own data",
}
HELP = re.compile(r'href="([^"]+)"[^>]* data-help>')
# Of our own pages; what people brought stands in a sandbox, in which nothing is let in at all.
PAGES = ("script-src 'self'", "style-src 'self'")


@dataclass(frozen=True, kw_only=True)
class Address:
    """A route with an example, and who gets a page instead of "does not exist"."""

    path: str
    allowed: set[str]
    method: str = "get"
    answers: tuple[int, ...] = (200,)
    public: bool = False
    data: dict[str, str] = field(default_factory=dict)


def of_nobody(*routes: str) -> dict[str, Address]:
    """Routes to what does not exist in these tests: everybody is told so, whatever they may do."""
    found = {}
    for route in routes:
        path = re.sub(r"<uuid:\w+>", "{nothing}", route).replace("<slug:word>", "bevestigen")
        path = path.replace("<slug:figure>", "ror-trainings-2018").replace("<slug:key>", "0" * 16)
        found[route] = Address(path=f"/{path}", allowed=NOBODY)
    return found


OF_FIGURES = of_nobody(
    "cijfers/<slug:figure>/bewijs/<slug:key>/",
    "rapportages/uitgave/<uuid:key>/alineas/",
    "cijfers/opgegeven/<uuid:key>/",
    "cijfers/opgegeven/<uuid:key>/corrigeren/",
    "cijfers/opgegeven/<uuid:key>/<slug:word>/",
    "cijfers/afscherming/<uuid:key>/",
    "cijfers/afscherming/<uuid:key>/vaststellen/",
    "cijfers/afscherming/<uuid:key>/opnieuw/",
    "cijfers/afscherming/<uuid:key>/vrijstellen/",
    "cijfers/afscherming/<uuid:key>/vrijstelling/<uuid:exempted>/<slug:word>/",
)

# Whether it is ready depends on the machine of the tests; nobody shows the token of the numbers.
OF_HEALTH = {
    f"gezond/{word}": Address(
        path=f"/gezond/{word}", allowed=NOBODY, public=True, answers=answers
    )
    for word, answers in {
        "": (200,), "leeft/": (200,), "klaar/": (200, 503), "metingen/": (404,)
    }.items()
}  # fmt: skip

# The help: of public pages for anybody, all other topics for whoever is signed in.
OF_EVERYBODY = {
    **{
        word: Address(path=f"/{word}", allowed=NOBODY, public=True)
        for word in (
            "openapi.json", "toegankelijkheid/", "stijl/", "hulp/",
            *(f"hulp/{topic.word}/" for topic in TOPICS if topic.public),
        )
    },
    "hulp/<slug:word>/": Address(path="/hulp/mijn-werk/", allowed=set(people.EVERYBODY)),
}  # fmt: skip


def of_offered(readers: set[str]) -> dict[str, Address]:
    """The offer of trainings; of one that nobody planned there is nothing to rate."""
    by_requester = "trainingen/per-aanvrager/"
    return {
        "trainingen/aanbod/": Address(path="/trainingen/aanbod/", allowed=readers),
        f"{by_requester}<slug:item>/": Address(path=f"/{by_requester}vk-24/", allowed=readers),
        **of_nobody("trainingen/<uuid:key>/formulier/", "trainingen/<uuid:key>/antwoorden/"),
    }


def of_register(
    path: str,
    *,
    readers: set[str],
    owners: set[str],
    act: str,
    record: str,
    writers: set[str] | None = None,
    changers: set[str] | None = None,
    actors: set[str] | None = None,
    filed: bool = True,
) -> dict[str, Address]:
    """The addresses that every register has.

    Args:
        path: its word in addresses.
        readers: who may enter it, and record and export in it.
        owners: who may see the one record of the tests, `record`.
        act: the word of a step that can be taken from the first state.
        writers: who may record and read in; `readers` when None.
        changers: who may correct that record; `owners` when None.
        actors: who may take that step; `changers` when None.
        filed: whether it takes files at all.
    """
    writers = readers if writers is None else writers
    changers = owners if changers is None else changers
    may = {"wijzigen/": changers, f"{act}/": changers if actors is None else actors}
    nobody = {
        "inlezen/import/<uuid:batch>/": "inlezen/import/{nothing}/",
        "inlezen/import/<uuid:batch>/fout.csv": "inlezen/import/{nothing}/fout.csv",
        "inlezen/import/<uuid:batch>/regel/<int:line>/": "inlezen/import/{nothing}/regel/3/",
        "inlezen/<uuid:key>/": "inlezen/{nothing}/",
    }
    read = ("", "hulp/")
    written = ("nieuw/", "inlezen/", "inlezen/hulp/", "inlezen/sjabloon.csv")
    one = {
        "<uuid:key>/": f"{{{record}}}/",
        "<uuid:key>/wijzigen/": f"{{{record}}}/wijzigen/",
        "<uuid:key>/<slug:step>/": f"{{{record}}}/{act}/",
    }
    found = {each: Address(path=f"/{path}/{each}", allowed=readers) for each in read}
    found |= {each: Address(path=f"/{path}/{each}", allowed=writers) for each in written}
    found["uitvoer/<slug:format>/"] = Address(path=f"/{path}/uitvoer/csv/", allowed=readers)
    found |= {
        route: Address(path=f"/{path}/{way}", allowed=NOBODY) for route, way in nobody.items()
    }
    for route, way in one.items():
        last = way.partition("/")[2]
        found[route] = Address(path=f"/{path}/{way}", allowed=may.get(last, owners))
    found["inlezen/<uuid:key>/weg/"] = Address(
        path=f"/{path}/inlezen/{{nothing}}/weg/", allowed=NOBODY, method="post"
    )
    return {
        f"{path}/{route}": address
        for route, address in found.items()
        if filed or not route.startswith("inlezen/")
    }


def recorded(*, keepers: Mapping[str, str], of_coordinator: Iterable[str]) -> dict[str, uuid.UUID]:
    """A record for every word in braces; word → key.

    Args:
        keepers: register → who keeps its record.
        of_coordinator: the registers whose record the coordinator of partnerships keeps.
    """
    known = {}
    for thing, username in keepers.items():
        register = register_named(thing)
        keeper(register)
        known[thing] = made(register, who=people.somebody(username)).key
    coordinator = people.somebody(people.PARTNERSHIP_COORDINATOR)
    for thing in of_coordinator:
        register = register_named(thing)
        prepare(register, who=coordinator)
        known[thing] = made(register, who=coordinator).key
    known["plan"] = new("partnerships", kind="action_plan").key
    training = made(register_named("trainings"), who=people.somebody(people.PROVIDER))
    advice = made(register_named("advice"), who=people.somebody(people.ADVISER))
    # The key of a mandate: anybody may know it and few may open it.
    (grant,) = people.somebody(people.POLICY_OFFICER).actor.grants
    return {
        **known,
        "own": training.key,
        "advice": advice.key,
        "mandate": grant.key,
        "account": people.professional(people.POLICY_OFFICER).key,
        "nothing": uuid.UUID(int=7),
    }


def looked_at(username: str, route: str, *, address: Address) -> bool:
    """Whether this run looks at what somebody gets at an address: always in the full size. In the
    quick one a sixteenth of the people who may come there, at least the first of them, and a 24th
    of those who may not.
    """
    chosen = zlib.crc32(f"{username} {route}".encode())
    if username not in address.allowed and not address.public:
        return chosen % sized(quick=24, full=1) == 0
    return chosen % sized(quick=16, full=1) == 0 or username == min(address.allowed, default="")


def without_addresses(body: bytes) -> bytes:
    """The body without the form token and the address it returns to, which differ per request."""
    lines = body.decode().splitlines()
    return "\n".join(
        line for line in lines if "csrf" not in line.lower() and 'name="next"' not in line
    ).encode()


def faults_of_headers(headers: Mapping[str, str]) -> list[str]:
    """What an answer lacks of the headers that protect a browser and its user."""
    found = [
        f"{name} is not {value}" for name, value in HEADERS.items() if headers.get(name) != value
    ]
    if "no-store" not in headers.get("Cache-Control", ""):
        found.append("may be kept by the browser")
    policy = headers.get("Content-Security-Policy", "")
    asked = POLICY if "; sandbox;" in policy else POLICY + PAGES
    found += [f"the policy lacks {part}" for part in asked if part not in policy]
    if "unsafe" in policy or "camera=()" not in headers.get("Permissions-Policy", ""):
        found.append("the policies let too much in")
    return found


def hides_that_data_are_invented(path: str, *, kind: str, body: bytes) -> bool:
    """Whether an answer that had to say it, in the demonstration, does not."""
    telling = kind.partition(";")[0] in TELLING and not path.endswith(tuple(WITHOUT_NOTICE))
    return telling and NOTICE not in body.decode().lower()


def faults_of_help(client: Client, *, path: str, page: str) -> list[str]:
    """What a page of ours lacks of its help: the link, what it leads to, or (looked at from some
    pages) an answer there that says more than a heading.
    """
    found = HELP.search(page)
    if found is None:
        return ["has no link to its help"]
    name, way = resolve(path.partition("?")[0]).view_name, found[1]
    if way != help_of(name):
        return [f"{name} stands in no topic of site/help/texts"]
    if zlib.crc32(path.encode()) % sized(quick=8, full=3):
        return []
    answer = client.get(way)
    if answer.status_code != 200 or answer.content.count(b"<h2>") < 2:
        return [f"its help {way} says nothing"]
    return []


@cache
def described() -> frozenset[str]:
    """The names of the addresses of which `/openapi.json` says what they answer, and of itself."""
    return frozenset({"openapi", *(operation.view for operation in operations())})


def ask(
    client: Client, address: Address, *, records: dict[str, uuid.UUID], wrong: list[str]
) -> tuple[int, bytes]:
    """The status and the body of the answer; a file that asks for no fresh proof is wrong."""
    path = address.path.format(**records)
    answer = getattr(client, address.method)(path, data=address.data)
    wrong += [f"{path}: {fault}" for fault in faults_of_headers(answer.headers)]
    if "attachment" in answer.headers.get("Content-Disposition", ""):
        found = resolve(path.partition("?")[0])
        if not asks_fresh_proof(found.func, found.kwargs) and not path.endswith("/sjabloon.csv"):
            wrong.append(f"{path}: takes records out without a fresh proof")
    if "json" in answer.headers.get("Content-Type", ""):
        name = resolve(path.partition("?")[0]).view_name
        if name not in described():
            wrong.append(f"{path}: answers JSON and stands in no description (/openapi.json)")
    body = b"".join(answer) if answer.streaming else answer.content
    kind = answer.headers.get("Content-Type", "")
    if answer.status_code == 200 and hides_that_data_are_invented(path, kind=kind, body=body):
        wrong.append(f"{path}: {kind} that does not say: {NOTICE}")
    if (
        kind.startswith("text/html")
        and answer.status_code == 200
        and b'class="vijfluik-header"' in body
    ):
        faults = faults_of_help(client, path=path, page=body.decode())
        wrong += [f"{path}: {fault}" for fault in faults]
    if address.method != "get":
        # What it tells on the next page is told here, and not on the page that is asked for next.
        client.get("/bestaat-niet/")
    return answer.status_code, body
