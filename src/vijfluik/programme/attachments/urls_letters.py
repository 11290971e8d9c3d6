"""Addresses of the letters, each below its record; before the acts of the register."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from vijfluik.core.documents.letters.kinds import LetterKind, every_letter
from vijfluik.core.documents.stored.kinds import FileKind
from vijfluik.core.registers.registry import register_named
from vijfluik.programme.attachments.beside import name_of
from vijfluik.programme.attachments.pages import letters


def _addresses(kind: LetterKind) -> Iterator[URLPattern]:
    here = f"{register_named(kind.thing).path}/<uuid:key>/{kind.word}/"
    for way, page, view in (
        ("", "shown", letters.shown(kind)),
        ("pdf/", "pdf", letters.file(kind, form=FileKind.PDF)),
        ("docx/", "docx", letters.file(kind, form=FileKind.DOCX)),
        ("versturen/", "send", letters.sending(kind)),
    ):
        yield path(here + way, view, name=name_of(kind, page=page))


urlpatterns = [address for kind in every_letter() for address in _addresses(kind)]
