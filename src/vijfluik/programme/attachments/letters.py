"""Letters of records: made as a draft by whoever reads the record, sent by whoever may."""

import uuid
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.utils import timezone

from vijfluik.core.access.decisions import decide
from vijfluik.core.access.gate import Refused, refuse, require
from vijfluik.core.documents.letters.composing import Composed, compose
from vijfluik.core.documents.letters.kinds import LetterKind
from vijfluik.core.documents.pdf import pdf
from vijfluik.core.documents.stored.kinds import FileKind
from vijfluik.core.documents.stored.naming import cleaned
from vijfluik.core.documents.stored.scanning import Verdict
from vijfluik.core.documents.word import docx
from vijfluik.core.journal.recording import record as journal
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.attempted import attempted
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.registry import register_named
from vijfluik.core.registers.retried import retried
from vijfluik.programme.attachments import events
from vijfluik.programme.attachments.access import THING, organisations_for, visible
from vijfluik.programme.attachments.actions import keep_letter
from vijfluik.programme.attachments.models import Document
from vijfluik.programme.attachments.taking import Taken
from vijfluik.programme.attachments.vocabulary import Origin, State

WRITERS = {FileKind.PDF: pdf, FileKind.DOCX: docx}


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter with the record that it is of."""

    kind: LetterKind
    register: Register
    record: Any


def access_letter(kind: LetterKind, *, who: Acting, key: uuid.UUID) -> Letter:
    """The letter of a record, for whoever reads it. Call it inside `acting(who)`.

    Raises:
        Refused: the record is not there, or has no such letter in its state.
    """
    register = register_named(kind.thing)
    record = access_record(register, who=who, key=key)
    if record.state not in kind.states:
        raise Refused
    return Letter(kind=kind, register=register, record=record)


def composed(letter: Letter, *, draft: bool = True) -> Composed:
    """The letter as it reads now.

    Raises:
        Missing: a field that it needs is empty.
    """
    return compose(
        letter.kind.template,
        filled=letter.kind.fill(letter.record),
        at=timezone.localtime().replace(microsecond=0),
        draft=draft,
        demonstration=settings.DEMONSTRATION,
    )


def drafted(letter: Letter, *, form: FileKind) -> tuple[str, bytes]:
    """The draft as a file: its name and its bytes. Inside `acting(who)`; an event tells of it.

    Raises:
        Missing: as `composed`.
    """
    made = composed(letter)
    content = WRITERS[form](made.document)
    journal(
        action=events.COMPOSED,
        object_type=letter.register.object_type,
        object_key=letter.record.key,
        details={"letter": made.edition.replace("@", "/"), "format": str(form)},
    )
    return cleaned(f"concept {made.document.title}", kind=form), content


def may_send(letter: Letter, *, who: Acting) -> bool:
    """Whether `send` would allow it, without telling the journal."""
    owner = letter.register.owner_of(letter.record)
    if not organisations_for(who=who, action="send"):
        return False
    return decide(
        who=who, thing=letter.kind.thing, action=letter.kind.action, organisation=owner
    ).allowed


@retried
def send(kind: LetterKind, *, who: Acting, key: uuid.UUID) -> Document:
    """Make the letter definite: it stands at the record as a PDF with its hash, and is shared.

    The platform itself sends nothing: who may read the record reads the letter there, and whoever
    sends it takes it along. A letter that was sent before is replaced by this one, and stays.

    Raises:
        Refused: the record is not there, has no such letter now, or `who` may not send it.
        Missing: as `composed`.
    """
    with attempted(action=events.SENT, who=who, object_type=THING, key=key), acting(who):
        letter = access_letter(kind, who=who, key=key)
        register, record = letter.register, letter.record
        require(
            thing=kind.thing,
            action=kind.action,
            organisation=register.owner_of(record),
            object_type=register.object_type,
            object_key=str(key),
        )
        organisation = _sender(who=who, register=register, key=key)
        made = composed(letter, draft=False)
        content = pdf(made.document)
        document = keep_letter(
            register,
            who=who,
            record=record,
            file=Taken(
                content=content,
                kind=FileKind.PDF,
                file_name=cleaned(made.document.title, kind=FileKind.PDF),
                sha256=sha256(content).hexdigest(),
                # Made here from words alone: there is nothing for a scanner to find.
                scan=Verdict.NOT_SCANNED,
            ),
            title=made.document.title,
            organisation=organisation,
            letter=made.edition,
        )
        journal(
            action=events.SENT,
            object_type=register.object_type,
            object_key=key,
            details={"letter": made.edition.replace("@", "/"), "document": document.key},
        )
        return document


def sent_letters(letter: Letter, *, who: Acting) -> list[Document]:
    """Those that were sent of this kind, the latest first."""
    rows = visible(register=letter.register, record=letter.record, who=who)
    named = rows.filter(origin=Origin.LETTER, letter__startswith=f"{letter.kind.template.name}@")
    return list(named.exclude(state=State.WITHDRAWN).select_related("brought_by", "organisation"))


def _sender(*, who: Acting, register: Register, key: uuid.UUID) -> str:
    """The organisation on whose behalf it is sent."""
    found = organisations_for(who=who, action="send")
    if not found:
        refuse(thing=THING, action="send", object_type=register.object_type, object_key=str(key))
        raise Refused
    require(
        thing=THING,
        action="send",
        organisation=found[0],
        object_type=register.object_type,
        object_key=str(key),
    )
    return found[0]
