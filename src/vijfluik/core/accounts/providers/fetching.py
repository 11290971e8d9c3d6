"""Asking a provider over HTTPS: bounded in time and size, and never led on to another address."""

import functools
import http.client
import json
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from vijfluik.core.accounts.providers.configured import Provider
from vijfluik.core.accounts.providers.faults import Fault, ProviderFailed

SECONDS = 5.0
MOST_BYTES = 262_144
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An answer in JSON: its status, its object, and for how many seconds it may be kept."""

    status: int
    content: Mapping[str, Any]
    keep: int | None


def get(address: str, *, provider: Provider) -> Answer:
    """What stands at an address of the provider.

    Raises:
        ProviderFailed: it does not answer in time, vouched for and in JSON.
    """
    return _asked("GET", address, provider=provider)


def post(address: str, fields: Mapping[str, str], *, provider: Provider) -> Answer:
    """What the provider answers to a form.

    Raises:
        ProviderFailed: as `get`.
    """
    return _asked("POST", address, provider=provider, body=urlencode(fields))


def secure(address: object) -> bool:
    """Whether it is an https address of a host, without a name, a password or a fragment."""
    if not isinstance(address, str):
        return False
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    if parts.scheme != "https" or not parts.hostname or port == 0:
        return False
    return not (parts.username or parts.password or "#" in address)


def _asked(method: str, address: str, *, provider: Provider, body: str | None = None) -> Answer:
    if not secure(address):
        raise ProviderFailed(Fault.METADATA)
    parts = urlsplit(address)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"Accept": "application/json", "User-Agent": "Vijfluik"}
    if body is not None:
        headers["Content-Type"] = FORM
    connection = http.client.HTTPSConnection(
        parts.hostname or "",
        parts.port,
        timeout=SECONDS,
        context=_context(provider.authorities, provider.certificate, provider.certificate_key),
    )
    until = time.monotonic() + SECONDS
    try:
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        text = _read(answer, until=until)
        keep = _seconds_to_keep(answer.headers.get("Cache-Control", ""))
    except (OSError, http.client.HTTPException) as error:
        raise ProviderFailed(Fault.UNREACHABLE) from error
    finally:
        connection.close()
    return Answer(status=answer.status, content=_object(text), keep=keep)


def _read(answer: http.client.HTTPResponse, *, until: float) -> bytes:
    """The body; one that drips in, or never ends, is none."""
    found = b""
    while chunk := answer.read1(65_536):
        found += chunk
        if len(found) > MOST_BYTES or time.monotonic() > until:
            raise ProviderFailed(Fault.UNREACHABLE)
    return found


def _object(text: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ProviderFailed(Fault.UNREACHABLE) from error
    if not isinstance(found, dict):
        raise ProviderFailed(Fault.UNREACHABLE)
    return found


def _seconds_to_keep(header: str) -> int | None:
    """What Cache-Control says of it; None when it says nothing."""
    for word in header.lower().split(","):
        name, _, value = word.strip().partition("=")
        if name in ("no-store", "no-cache"):
            return 0
        if name == "max-age" and value.isdecimal() and len(value) < 9:
            return int(value)
    return None


@functools.lru_cache(maxsize=16)
def _context(authorities: str, certificate: str, key: str) -> ssl.SSLContext:
    """Reading the authorities of a machine takes longer than asking."""
    made = ssl.create_default_context(cafile=authorities or None)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    if certificate:
        made.load_cert_chain(certificate, key or None)
    return made
