"""The documents of a record, on the record's own page."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vijfluik.core.access.gate import acting_now
from vijfluik.core.documents.letters.kinds import LetterKind, letters_of
from vijfluik.core.journal.recording import record as journal
from vijfluik.core.journal.vocabulary import RECORDS_LISTED
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.reading import Detail
from vijfluik.core.registers.registry import register_of
from vijfluik.programme.attachments.access import OBJECT, attachable, visible
from vijfluik.programme.attachments.models import LINKS, Document
from vijfluik.programme.attachments.telling import standing_of, who_reads
from vijfluik.programme.attachments.vocabulary import Origin, State
from vijfluik.ui.components.tables import Cell, Column, Row, Table
from vijfluik.ui.formatting import file_size, moment
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.values import shown
from vijfluik.ui.shell import Link


def name_of(kind: LetterKind, *, page: str) -> str:
    """The name of an address of a letter."""
    return f"letter_{kind.thing}_{kind.word}_{page}"


def documents_beside(found: Detail) -> SafeString:
    """The current documents that the reader may see, and the way to add one.

    Nothing at all for who sees none and may add none: there is nothing to hint at.
    """
    register, who = register_of(type(found.record)), acting_now()
    assert register is not None  # noqa: S101 - for the type only: it is shown on its own page
    rows = list(
        visible(register=register, record=found.record, who=who)
        .filter(state=State.CURRENT)
        .select_related("brought_by", "organisation")
    )
    add = _add_url(register, record=found.record, who=who)
    letters = [
        Link(
            label=str(kind.title),
            url=reverse(name_of(kind, page="shown"), args=[found.record.key]),
        )
        for kind in letters_of(register.thing, state=found.record.state)
    ]
    if not rows and not add and not letters:
        return SafeString("")
    if rows:
        journal(
            action=RECORDS_LISTED,
            object_type=OBJECT,
            details={"rows": len(rows), "filters": [LINKS[register.thing]]},
            objects=[each.key for each in rows],
        )
    return render_to_string(
        "attachments/beside.html",
        {
            "table": documents_table(rows, caption=_("Documenten")) if rows else None,
            "add_url": add,
            "letters": letters,
            "help_url": reverse("documents:help"),
            "every_url": reverse("documents:list"),
        },
    )


def letters_of_deviations(keys: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Link]]:
    """The letters that were sent about these deviations, for the page of the support."""
    rows = list(
        Document.objects.filter(
            deviation__in=keys, origin=Origin.LETTER, state=State.CURRENT, shared=True
        ).order_by("brought_at", "key")
    )
    if rows:
        journal(
            action=RECORDS_LISTED,
            object_type=OBJECT,
            details={"rows": len(rows), "filters": [LINKS["deviations"]]},
            objects=[each.key for each in rows],
        )
    found: dict[uuid.UUID, list[Link]] = {}
    for each in rows:
        link = Link(label=each.title, url=reverse("documents:document", args=[each.key]))
        found.setdefault(each.record_key, []).append(link)
    return found


def documents_table(rows: list[Document], *, caption: str) -> Table:
    """Documents with who reads each."""
    language = page_language()
    return Table(
        caption=caption,
        hide_caption=True,
        columns=[
            Column(label=_("Document"), row_header=True),
            Column(label=_("Soort")),
            Column(label=_("Grootte"), number=True),
            Column(label=_("Wie leest het")),
            Column(label=_("Stand")),
            Column(label=_("Geplaatst")),
        ],
        rows=[
            Row(
                cells=[
                    Cell(text=_name(each), url=reverse("documents:document", args=[each.key])),
                    Cell(text=each.get_kind_display()),
                    Cell(text=file_size(each.size, language=language)),
                    Cell(text=who_reads(each)),
                    Cell(text=shown(standing_of(each))),
                    Cell(
                        text=f"{moment(each.brought_at, language=language)}, {each.brought_by.name}"
                    ),
                ]
            )
            for each in rows
        ],
    )


def _name(document: Document) -> str:
    if not document.title:
        return _("Vernietigd document")
    if document.number > 1:
        return _("%(title)s (versie %(number)d)") % {
            "title": document.title,
            "number": document.number,
        }
    return document.title


def _add_url(register: Register, *, record: Any, who: Acting) -> str:
    if not attachable(register, record=record, who=who):
        return ""
    return reverse("documents:new", args=[register.path, record.key])
