"""Shorthand for the tests of documents: a training of a provider, and files at it."""

import uuid
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from tests.core.documents.stored.making import PDF
from tests.registers.examples import made
from tests.site.people import PROVIDER, somebody

from vijfluik.core.partners.acting import acting
from vijfluik.core.registers.registry import register_named
from vijfluik.programme.attachments.models import Document


def training() -> Any:
    """A training of the provider in these tests."""
    return made(register_named("trainings"), who=somebody(PROVIDER))


def brought(
    visitor: Client,
    at: Any,
    *,
    content: bytes = PDF,
    name: str = "verslag.pdf",
    path: str = "trainingen",
    **values: str,
) -> Any:
    """The answer to putting a file at a record on its page."""
    file = SimpleUploadedFile(name, content, content_type="text/html")
    return visitor.post(f"/documenten/nieuw/{path}/{at.key}/", {"file": file, **values})


def key_in(answer: Any) -> uuid.UUID:
    """The key of the document to whose page an answer leads."""
    assert answer.status_code == 302, answer.content.decode()
    return uuid.UUID(answer["Location"].strip("/").rpartition("/")[2])


def put(visitor: Client, at: Any, **values: Any) -> uuid.UUID:
    """Put a file at a record; its key."""
    return key_in(brought(visitor, at, **values))


def rows(username: str, asked: str, *given: Any) -> list[tuple[Any, ...]]:
    """What the database answers this person, as the application's role and without our code."""
    with acting(somebody(username)), connection.cursor() as cursor:
        cursor.execute(asked, given)
        return list(cursor.fetchall())


def document(key: uuid.UUID, *, username: str = PROVIDER) -> Document:
    """A document as this person sees it."""
    with acting(somebody(username)):
        return Document.objects.get(key=key)
