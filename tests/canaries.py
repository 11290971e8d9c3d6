"""Canaries: names of people that may stand in no log, address, mail, title or error page.

The people of the demonstration and of the tests are the marks. The whole suite is the search: each
log record, each mail, and of each answer of a test's browser its address, where it sends on to, its
title, and all of it where it is an error. Who is signed in reads the own name in the frame of every
page, also of those; the frame is left out. A test in which a canary comes out fails, whatever else
it found.
"""

import logging
import re
import tomllib
from collections.abc import Callable, Generator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import pytest
from django.core.mail import EmailMessage
from django.test import Client

PEOPLE = Path(__file__).resolve().parents[1] / "src" / "vijfluik" / "demo" / "people.toml"
# People whom tests invent themselves, and their addresses.
INVENTED = (
    "Quibbelaar",
    "zwertsma@quibb.example",
    "Nina Nieuw",
    "Alice de Vries",
    "ruben@ror.example",
)
# 409 and 422 are forms that show again what their reader typed or a colleague changed meanwhile.
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
FRAME = re.compile(r"<header>.*?</header>", re.DOTALL)
ERRORS = frozenset({400, 403, 404, 405, 410, 429, 500, 503})


@cache
def canaries() -> re.Pattern[str]:
    """What is looked for."""
    people = tomllib.loads(PEOPLE.read_text(encoding="utf-8"))["people"]
    names = [person["name"] for person in people]
    return re.compile("|".join(map(re.escape, sorted({*names, *INVENTED}))))


class Canaries(logging.Handler):
    """The part of pytest that looks, and a handler of logs."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))

    def install(self) -> None:
        """Look at every log record, mail and answer of this process."""
        logging.getLogger().addHandler(self)
        sending, asking = EmailMessage.send, Client.request

        def send(message: EmailMessage, *words: Any, **options: Any) -> int:
            self.look_at_mail(message)
            return sending(message, *words, **options)

        def request(client: Client, **asked: Any) -> Any:
            answer = asking(client, **asked)
            self.look_at_answer(asked, answer)
            return answer

        EmailMessage.send = send  # type: ignore[assignment, method-assign]
        Client.request = request  # type: ignore[assignment, method-assign]

    def emit(self, record: logging.LogRecord) -> None:
        """A record as it would be written, with what was raised."""
        self.look("a log record", self.format(record))

    def look(self, where: str, text: str) -> None:
        """Note the canaries in a text."""
        self.found += [f"{where}: {each!r} in {text[:300]!r}" for each in canaries().findall(text)]

    def look_at_mail(self, message: EmailMessage) -> None:
        """All of a mail but where it goes."""
        made = message.message()
        del made["To"]
        self.look("a mail", made.as_string())

    def look_at_answer(self, asked: dict[str, Any], answer: Any) -> None:
        """Address, onward address and title; the whole of an error page but its frame."""
        address = f"{asked.get('PATH_INFO', '')}?{asked.get('QUERY_STRING', '')}"
        self.look("an address", unquote_plus(address))
        self.look("an address", unquote_plus(answer.headers.get("Location", "")))
        if answer.streaming or "html" not in answer.headers.get("Content-Type", ""):
            return
        page = answer.content.decode()
        title = TITLE.search(page)
        self.look("a title", unescape(title.group(1)) if title else "")
        if answer.status_code in ERRORS:
            self.look("an error page", unescape(FRAME.sub("", page)))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self) -> Generator[None, Any, Any]:
        """A canary that came out while a test ran fails it."""
        self.found.clear()
        result = yield
        if self.found:
            pytest.fail("personal data came out:\n" + "\n".join(dict.fromkeys(self.found)))
        return result


def looking(inside: Callable[[Canaries], None]) -> list[str]:
    """What a canary's handler finds in something, for the tests of the search itself."""
    search = Canaries()
    inside(search)
    return search.found
