"""What the platform answers to machines is what its description says, for whoever asks whatever.

Schemathesis reads the description and asks each operation, as those who may, as others and as
nobody, with values of the shape that it declares and with values that it does not. No answer is an
error of the server, and each has a status, a type and a shape that the description knows.
"""

import time
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
import schemathesis
from django.conf import settings as site
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.site import people
from tests.site.test_addresses import (  # noqa: F401 (fixtures)
    ADDRESSES,
    made_once,
    quick_pages,
    records,
)
from tests.sizes import sized

from vijfluik.core.registers.registry import registers
from vijfluik.site.contract.description import description, operations
from vijfluik.site.contract.operation import Operation
from vijfluik.site.contract.routes import routes, words_in

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
# Examples of each operation, beside one for each of those who may: as many as fit in the seconds of
# all, of which each operation has its share of what is left.
EXAMPLES = sized(quick=12, full=150)
SECONDS = sized(quick=30, full=200)
OTHERS = ("", people.OUTSIDER, people.AUDITOR)
TOKEN = "a" * 32
# Words of addresses that lead somewhere; other examples have words of any sort.
KNOWN: Mapping[str, tuple[str, ...]] = {
    "figure": ("ror-trainings-2018", "fund-projects-2018"),
    "slug": ("integrale-aanpak-2019",),
}

pytestmark = [
    pytest.mark.drill,
    pytest.mark.usefixtures("held_open", "quick_pages", "short_report"),
]


@pytest.fixture
def held_open() -> Iterator[None]:
    """The server closes its connections between requests; here they hold one transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def cookies_of(username: str) -> dict[str, str]:
    """What the browser of somebody who signed in sends along; nothing of nobody."""
    found = {site.CSRF_COOKIE_NAME: TOKEN}
    if username:
        client = people.browser(username)
        found[site.SESSION_COOKIE_NAME] = client.cookies[site.SESSION_COOKIE_NAME].value
    return found


@dataclass
class Asking:
    """What was asked of each operation, what came back, and what the description does not know."""

    statuses: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    wrong: list[str] = field(default_factory=list)
    sent: dict[str, dict[str, str]] = field(default_factory=dict)

    def ask(self, asked: Any, *, declared: Operation, seconds: float) -> None:
        """What is there, by each of those who may, and then anything by anybody for so long."""
        may = sorted(ADDRESSES[routes()[declared.view]].allowed)
        words = words_in(declared)
        known = {word: KNOWN[word] for word in words if word in KNOWN}
        for at, who in enumerate(may):
            if len(known) == len(words) and declared.form is None:
                given_words = {word: found[at % len(found)] for word, found in known.items()}
                self.one(asked.Case(path_parameters=given_words), who=who, declared=declared)
        until = time.monotonic() + seconds
        fixed = {word: found[0] for word, found in known.items()}
        cases = [asked.as_strategy(generation_mode=mode) for mode in GenerationMode]
        cases += [asked.as_strategy(path_parameters=fixed)] * 2 if fixed else []

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=st.one_of(cases), who=st.sampled_from([*may, *may, *OTHERS]))
        def each(case: Any, who: str) -> None:
            if time.monotonic() < until or not self.statuses[asked.label]:
                self.one(case, who=who, declared=declared)

        each()

    def one(self, case: Any, *, who: str, declared: Operation) -> None:
        """One request, as somebody; a fault is kept, so that the others are asked too."""
        if who not in self.sent:
            self.sent[who] = cookies_of(who)
        case.headers = {**(case.headers or {}), "X-CSRFToken": TOKEN}
        answer = case.call(cookies=self.sent[who])
        label, status = case.operation.label, answer.status_code
        self.statuses[label][status] += 1
        # That it is not ready is an answer, which is described.
        checks = [each for each in CHECKS
                  if each is not not_a_server_error or status not in declared.faults]  # fmt: skip
        try:
            case.validate_response(answer, checks=checks)
        except BaseExceptionGroup as faults:
            self.wrong.append(f"{label} as {who or 'nobody'}: {faults.exceptions}")


def test_every_answer_is_what_the_description_says(
    records: dict[str, uuid.UUID],  # noqa: F811
) -> None:
    schema = schemathesis.openapi.from_dict(description())
    schema.app = WSGIHandler()
    declared, asking = {each.name: each for each in operations()}, Asking()
    end = time.monotonic() + SECONDS
    for number, result in enumerate(schema.get_all_operations()):
        assert isinstance(result, Ok)
        asked = result.ok()
        left = max(end - time.monotonic(), 0.0) / (len(declared) - number)
        asking.ask(asked, declared=declared[asked.definition.raw["operationId"]], seconds=left)
    print(sum(sum(each.values()) for each in asking.statuses.values()), "requests")  # noqa: T201
    for label, statuses in sorted(asking.statuses.items()):
        print(f"{label}: {dict(statuses)}")  # noqa: T201 - shown when something fails
    assert asking.wrong[:5] == []
    # Each register and each figure was given to somebody.
    answered = {label for label, statuses in asking.statuses.items() if statuses[200]}
    readable = {f"GET /{register.path}/uitvoer/json/" for register in registers()}
    readable |= {"GET /cijfers/{figure}.json", "GET /cijfers/{figure}/waarom.json"}
    readable |= {"GET /rapportages/{slug}/json/", "GET /rapportages/{slug}/jsonld/"}
    assert (readable | {"GET /toezicht/rechten/uitvoer/json/"}) - answered == set()
    assert len(asking.statuses) == len(declared)
