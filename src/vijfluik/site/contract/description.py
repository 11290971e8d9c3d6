"""The description as a whole: OpenAPI 3.1, as the Dutch rules for interfaces ask (Logius, 2.1)."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from vijfluik.site.contract.answers import SHAPES
from vijfluik.site.contract.of_registers import register_operations, register_shapes
from vijfluik.site.contract.operation import Asks, Operation
from vijfluik.site.contract.operations import OPERATIONS
from vijfluik.site.contract.routes import template, words_in

# Of the description, by the rules of semantic versions: a shape that loses or changes a part is a
# new first number.
VERSION = "1.0.0"
VISIT = "aangemeld"
FORM = "application/x-www-form-urlencoded"


def operations() -> tuple[Operation, ...]:
    """Every operation that is described."""
    return (*OPERATIONS, *register_operations())


def description() -> dict[str, Any]:
    """The document.

    Raises:
        ValueError: two operations are the same method of one address.
        KeyError: an operation names an address or a shape that is not there.
    """
    paths: dict[str, dict[str, Any]] = {}
    shapes = SHAPES | register_shapes()
    for operation in operations():
        if operation.schema and operation.schema not in shapes:
            raise KeyError(operation.schema)
        methods = paths.setdefault(template(operation), {})
        if operation.method in methods:
            raise ValueError(f"{operation.name} is described twice")
        methods[operation.method] = _operation(operation)
    return {
        "openapi": "3.1.1",
        "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base",
        "info": _info(),
        "servers": [{"url": settings.ADDRESS or "/"}],
        "tags": [{"name": tag} for tag in dict.fromkeys(each.tag for each in operations())],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": dict(sorted(shapes.items())),
            "securitySchemes": {
                VISIT: {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": settings.SESSION_COOKIE_NAME,
                    "description": "De sessie van iemand die zich aanmeldde; wat die mag volgt uit "
                    "mandaten, en elke vraag staat in het journaal.",
                }
            },
            "responses": _responses(),
        },
    }


def _info() -> dict[str, Any]:
    return {
        "title": "Vijfluik: antwoorden voor programma's",
        "version": VERSION,
        "description": (
            "De adressen van het platform die JSON geven. Wat iemand niet mag zien bestaat voor "
            "die persoon niet: het antwoord is 404, gelijk aan dat op een adres dat er niet is. "
            "Fouten zijn pagina's, want deze adressen horen bij pagina's. Dagen en momenten "
            "volgen RFC 3339."
        ),
        "contact": dict(settings.CONTACT),
        "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    }


def _operation(operation: Operation) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": operation.name,
        "tags": [operation.tag],
        "summary": operation.summary,
        "description": operation.about,
        "security": [] if operation.asks is Asks.NOTHING else [{VISIT: []}],
        "parameters": [
            *(
                {"name": name, "in": "path", "required": True, "schema": schema}
                for name, schema in words_in(operation).items()
            ),
            *(
                {"name": each.name, "in": "query", "description": each.about, "schema": each.schema}
                for each in operation.parameters
            ),
        ],
        "responses": _answers(operation),
    }
    if operation.form is not None:
        made["requestBody"] = {"required": True, "content": {FORM: {"schema": operation.form}}}
    return made


def _answers(operation: Operation) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{operation.schema}"} if operation.schema else {}
    content = {"schema": schema or {"type": "string"}}
    answers: dict[str, Any] = {
        "200": {"description": "gelukt", "content": {operation.media_type: content}}
    }
    for status, (kind, about) in operation.faults.items():
        shape: Mapping[str, Any] = schema if kind == "application/json" else {"type": "string"}
        answers[str(status)] = {"description": about, "content": {kind: {"schema": shape}}}
    common = ["404", "405"]
    if operation.asks is not Asks.NOTHING:
        common += ["302", "429"]
    if operation.method == "post":
        common.append("403")
    answers |= {name: {"$ref": f"#/components/responses/{name}"} for name in common}
    return dict(sorted(answers.items()))


def _responses() -> dict[str, Any]:
    page = {"text/html": {"schema": {"type": "string"}}}
    return {
        "302": {
            "description": "niet aangemeld, of zonder bewijs van net: naar het aanmelden",
            "headers": {"Location": {"schema": {"type": "string"}}},
        },
        "403": {"description": "zonder het merk van een eigen formulier", "content": page},
        "404": {"description": "bestaat niet, of niet voor wie het vraagt", "content": page},
        "405": {"description": "kan hier niet; de kop Allow zegt wat wel"},
        "429": {
            "description": "te veel achter elkaar",
            "headers": {"Retry-After": {"schema": {"type": "integer"}}},
            "content": page,
        },
    }
