"""Handing one request to a collector over HTTP, and understanding its answer."""

import http.client
import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.db import models
from django.utils.translation import gettext_lazy as _

SECONDS = 10.0
# What OTLP/HTTP says to try again; anything else but a 2xx needs somebody to look.
LATER = (429, 502, 503, 504)
LONGEST_ANSWER = 65_536


class Fault(models.TextChoices):
    """Why a collector did not take it, in a word."""

    UNREACHABLE = "unreachable", _("niet bereikbaar")
    INSECURE = "insecure", _("de verbinding was niet veilig")
    LATER = "later", _("vroeg het later te proberen")
    ACCESS = "access", _("liet het platform niet toe")
    REFUSED = "refused", _("weigerde het verzoek")


class NotTaken(Exception):
    """The collector did not take it; `again` is after how many seconds it asked to try, if ever."""

    def __init__(self, fault: Fault, *, again: float = 0.0) -> None:
        super().__init__(str(fault.value))
        self.fault, self.again = fault, again


@dataclass(frozen=True, kw_only=True)
class Collector:
    """Where a collector is. url: without the path of a signal; headers: such as a key."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)

    def take(self, path: str, request: dict[str, Any]) -> int:
        """Hand over one request; it was taken when this returns.

        Returns:
            How many of its lines the collector rejected, which it does not want again.

        Raises:
            NotTaken: it was not taken as a whole.
        """
        try:
            return self._answered(path, json.dumps(request, ensure_ascii=False).encode())
        except ssl.SSLError as error:
            raise NotTaken(Fault.INSECURE) from error
        except (OSError, http.client.HTTPException) as error:
            raise NotTaken(Fault.UNREACHABLE) from error

    def _answered(self, path: str, body: bytes) -> int:
        parts = urlsplit(self.url)
        if parts.scheme == "https":
            connection: http.client.HTTPConnection = http.client.HTTPSConnection(
                parts.netloc, timeout=SECONDS, context=ssl.create_default_context()
            )
        else:
            connection = http.client.HTTPConnection(parts.netloc, timeout=SECONDS)
        try:
            headers = {"Content-Type": "application/json", **self.headers}
            connection.request("POST", parts.path.rstrip("/") + path, body=body, headers=headers)
            answer = connection.getresponse()
            said = answer.read(LONGEST_ANSWER)
            if 200 <= answer.status < 300:
                return rejected_in(said)
            raise NotTaken(_fault_of(answer.status), again=_seconds(answer.headers["Retry-After"]))
        finally:
            connection.close()


def rejected_in(said: bytes) -> int:
    """How many lines a 2xx answer says were rejected; an answer without words rejects none."""
    try:
        partial = json.loads(said)["partialSuccess"]
    except (ValueError, KeyError, TypeError):
        return 0
    if not isinstance(partial, dict):
        return 0
    numbers = [partial.get(name, 0) for name in ("rejectedSpans", "rejectedLogRecords")]
    return sum(int(each) for each in numbers if str(each).isdecimal())


def _fault_of(status: int) -> Fault:
    if status in LATER:
        return Fault.LATER
    return Fault.ACCESS if status in (401, 403) else Fault.REFUSED


def _seconds(word: str | None) -> float:
    """What `Retry-After` says, where it says seconds."""
    return float(word) if word is not None and word.isdecimal() and len(word) < 6 else 0.0
