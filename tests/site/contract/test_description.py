"""The description and the table of addresses know the same: no JSON address without a description,
and no operation without an address.
"""

import inspect
import json
import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from jsonschema import Draft202012Validator

from vijfluik.core.registers.registry import registers
from vijfluik.site.contract import description as described
from vijfluik.site.contract.description import description, operations
from vijfluik.site.contract.routes import routes, template, words_in

# What an answer in JSON is made by, where the view itself makes it.
SAID = re.compile(r"JsonResponse\(|application/(?:ld\+)?json|json\.dumps")
EXAMPLES = {"key": "0b1c2d3e-0000-4000-8000-000000000001", "language": "nl"}


def views(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, object]]:
    for found in resolver.url_patterns:
        if isinstance(found, URLPattern):
            yield f"{space}{found.name}", found.callback
        else:
            inner = f"{space}{found.namespace}:" if found.namespace else space
            yield from views(found, inner)


def test_each_address_that_answers_json_is_described() -> None:
    known = {operation.view for operation in operations()} | {"openapi"}
    silent = {
        name
        for name, view in views(get_resolver())
        if name not in known and SAID.search(inspect.getsource(inspect.unwrap(view)))  # type: ignore[arg-type]
    }
    assert silent == set()
    assert {f"{register.thing}:export" for register in registers()} <= known


def test_each_operation_leads_to_the_view_that_it_names() -> None:
    wrong = []
    for operation in operations():
        given = {name: EXAMPLES.get(name, "een-woord") for name in words_in(operation)}
        found = resolve(template(operation).format(**given))
        if found.view_name != operation.view:
            wrong.append((operation.name, found.view_name))
    assert wrong == []


def test_a_description_of_what_is_not_there_or_twice_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = operations()[0]
    for changed, error in (
        ({"view": "nergens"}, KeyError),
        ({"schema": "Nergens"}, KeyError),
        ({}, ValueError),
    ):
        added = type(first)(**{**vars(first), **changed})
        monkeypatch.setattr(described, "operations", lambda added=added: (first, added))
        with pytest.raises(error):
            description()


def test_it_says_what_the_rules_for_interfaces_ask_and_its_shapes_are_shapes() -> None:
    answer = Client().get("/openapi.json")
    assert answer.headers["Content-Type"] == "application/json"
    told = json.loads(answer.content)
    assert told == json.loads(json.dumps(description()))
    assert told["openapi"].startswith("3.1.")
    assert all(told["info"]["contact"][name] for name in ("name", "email", "url"))
    assert answer.headers["API-Version"] == told["info"]["version"]
    for name, shape in told["components"]["schemas"].items():
        Draft202012Validator.check_schema(shape)
        assert name[0].isupper()
    names = [each["operationId"] for path in told["paths"].values() for each in path.values()]
    assert len(names) == len(set(names)) == len(operations()) > 40
    # Each address says which words of it are filled in.
    for path, methods in told["paths"].items():
        asked = re.findall(r"\{(\w+)\}", path)
        for each in methods.values():
            assert [p["name"] for p in each["parameters"] if p["in"] == "path"] == asked
    assert len(routes()) > 200
