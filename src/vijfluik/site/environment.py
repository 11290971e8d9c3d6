"""Configuration by environment variables: typed readers that fail loudly.

A secret may also stand in a file, named by the variable with `_FILE` behind it.
"""

import os
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

Choice = TypeVar("Choice", bound=StrEnum)
_ABSENT = object()
_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}


def text(name: str, default: str | object = _ABSENT) -> str:
    """The variable's text, or the default.

    Raises:
        ImproperlyConfigured: it is not set and has no default.
    """
    value = os.environ.get(name)
    if value:
        return value
    if isinstance(default, str):
        return default
    raise ImproperlyConfigured(f"{name} is not set. Start through ./run, or set it.")


def secret(name: str, default: str | object = _ABSENT) -> str:
    """As `text`, or the content of the file that `<name>_FILE` names when that is set.

    Raises:
        ImproperlyConfigured: neither is set or both are, or the file is empty or unreadable.
    """
    file = os.environ.get(f"{name}_FILE")
    if not file:
        return text(name, default)
    if os.environ.get(name):
        raise ImproperlyConfigured(f"{name} and {name}_FILE are both set. Set one of them.")
    try:
        value = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{name}_FILE: {error}") from error
    if not value:
        raise ImproperlyConfigured(f"{name}_FILE names an empty file: {file}")
    return value


def flag(name: str, *, default: bool) -> bool:
    """A yes or no.

    Raises:
        ImproperlyConfigured: the text is neither.
    """
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in _TRUE:
        return True
    if value in _FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}.")


def choice(name: str, *, default: Choice) -> Choice:
    """One of the words of the default's kind.

    Raises:
        ImproperlyConfigured: it is none of them.
    """
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    kind = type(default)
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(each.value for each in kind)
        raise ImproperlyConfigured(f"{name} must be one of: {known}; not {value!r}.") from None


def number(name: str, *, default: int, least: int = 0) -> int:
    """A whole number of at least `least`.

    Raises:
        ImproperlyConfigured: it is no number, or a smaller one.
    """
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    try:
        result = int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from None
    if result < least:
        raise ImproperlyConfigured(f"{name} must be at least {least}, not {result}.")
    return result


def scanner(name: str) -> str:
    """Where a scanner listens: `unix:/path` or `tcp://host:port`; empty when it is not set.

    Raises:
        ImproperlyConfigured: it is neither.
    """
    value = os.environ.get(name, "").strip()
    if not value or (value.startswith("unix:/") and len(value) > len("unix:/")):
        return value
    host, _colon, port = value.removeprefix("tcp://").rpartition(":")
    if value.startswith("tcp://") and host and port.isdigit():
        return value
    raise ImproperlyConfigured(f"{name} must be unix:/path or tcp://host:port, not {value!r}.")


def words(name: str, *, default: list[str]) -> list[str]:
    """A list separated by commas; spaces around a word do not count."""
    value = os.environ.get(name, "")
    found = [word.strip() for word in value.split(",") if word.strip()]
    return found or default


def database_url(name: str, default: str | object = _ABSENT) -> str:
    """An address that begins with `postgresql://`.

    Raises:
        ImproperlyConfigured: it is not set or names another kind of database.
    """
    value = secret(name, default)
    if urlsplit(value).scheme not in {"postgresql", "postgres"}:
        raise ImproperlyConfigured(
            f"{name} must begin with postgresql://. Vijfluik runs on PostgreSQL 15 or newer only."
        )
    return value
