"""Words for JSON Schema (2020-12), as OpenAPI 3.1 reads it."""

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
COUNT: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
KEY: Schema = {"type": "string", "format": "uuid"}
HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
# Words in Dutch and in English.
BOTH: Schema = {
    "type": "object",
    "properties": {"nl": TEXT, "en": TEXT},
    "required": ["nl", "en"],
    "additionalProperties": False,
}


def closed(*, optional: Schema | None = None, **properties: Schema) -> Schema:
    """An object that holds all of these and nothing else.

    Args:
        optional: what it may hold besides, by name.
    """
    return {
        "type": "object",
        "properties": {**properties, **(optional or {})},
        "required": list(properties),
        "additionalProperties": False,
    }


def opened(**properties: Schema) -> Schema:
    """An object that holds all of these, and more that depends on what it is about."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def several(of: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": of}


def one_of(*words: str) -> Schema:
    """One of these words."""
    return {"type": "string", "enum": list(words)}


def or_nothing(of: Schema) -> Schema:
    """It, or null."""
    return {"anyOf": [of, {"type": "null"}]}
