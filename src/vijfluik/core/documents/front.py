"""What stands before the text of a document, the same in every format.

A report tells the moment of its figures and has a table of contents; a letter has neither, for its
day stands among its details and it is short.
"""

from __future__ import annotations

from vijfluik.core.documents.structure import Document
from vijfluik.core.documents.words import moment_text, words_of


def details_of(document: Document) -> tuple[tuple[str, str], ...]:
    """Pairs of term and text under the title: its own, its moment, and who prepared it."""
    if document.letter:
        return document.details
    words = words_of(document.language)
    moment = moment_text(document.as_of, language=document.language)
    details = [*document.details, (words.as_of, moment)]
    if document.publisher:
        details.append((words.publisher, document.publisher))
    return tuple(details)


def warnings_of(document: Document) -> tuple[tuple[str, str], ...]:
    """Title and text of what every reader must see first: that it is a draft, or invented."""
    words, found = words_of(document.language), []
    if document.draft:
        found.append((words.draft, words.draft_explained))
    if document.demonstration:
        found.append((words.demonstration, words.demonstration_explained))
    return tuple(found)


def running_of(document: Document) -> str:
    """The same in short, for every page; empty for a document without any."""
    return " · ".join(title for title, _text in warnings_of(document))
