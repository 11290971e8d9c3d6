"""Every write of documents: each atomic, journalled, and decided by the access functions."""

import uuid
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from vijfluik.core.access.gate import Refused, require
from vijfluik.core.documents.stored.scanning import OPEN
from vijfluik.core.documents.stored.sealing import SealedFile, open_file, seal_file
from vijfluik.core.journal.recording import record as journal
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.registers.attempted import attempted
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Fault, Invalid
from vijfluik.core.registers.retried import retried
from vijfluik.core.retention.destroying import withdraw as destroy
from vijfluik.core.versions.turns import take_turn
from vijfluik.programme.attachments import events
from vijfluik.programme.attachments.access import (
    OBJECT,
    THING,
    access_document,
    access_for_attaching,
)
from vijfluik.programme.attachments.models import LINKS, Content, Document
from vijfluik.programme.attachments.taking import Taken
from vijfluik.programme.attachments.vocabulary import Ground, Origin, State


@retried
def store(
    register: Register,
    *,
    who: Acting,
    key: uuid.UUID,
    file: Taken,
    title: str,
    organisation: str,
    shared: bool = False,
) -> Document:
    """Put a file at a record.

    Args:
        key: of the record.
        file: from `taken`, which is asked outside the transaction's repetitions.
        title: how people call it; the name of the file when empty.
        organisation: the code of the organisation on whose behalf.
        shared: whether everybody who reads the record reads it at once.

    Raises:
        Refused: the record is not there, takes no documents, or may not be changed by `who`.
        Invalid: the title is too long, or `who` put the same there before, as by pressing twice.
    """
    with attempted(action=events.STORED, who=who, object_type=OBJECT), acting(who):
        record = access_for_attaching(register, who=who, key=key)
        _need(register, record=record, organisation=organisation, action="attach")
        if shared:
            _need(register, record=record, organisation=organisation, action="share")
        document = Document(
            organisation_id=organisation,
            title=_title(title, otherwise=file.file_name),
            shared=shared,
            **{f"{LINKS[register.thing]}_id": record.key},
        )
        take_turn(OBJECT, record.key)
        _need_new(register, document=document, file=file, who=who)
        return _kept(document, file=file, who=who)


@retried
def replace(*, who: Acting, key: uuid.UUID, file: Taken, shared: bool = True) -> Document:
    """Put a new version in the place of a document; the earlier one stays to be read.

    Args:
        shared: whether what takes the place of a shared document is shared at once.

    Raises:
        Refused: as `access_document`, or the record may not be changed by `who` (any more).
        Invalid: it was replaced or destroyed already, or is a letter that was sent.
    """
    with attempted(action=events.STORED, who=who, object_type=OBJECT, key=key), acting(who):
        held = access_document(who=who, key=key, action="attach")
        access_for_attaching(held.register, who=who, key=held.record.key)
        before = _locked(held.document)
        if before.origin == Origin.LETTER:
            raise _wrong(_("een verzonden brief verandert niet"), _("verstuur een nieuwe brief"))
        _need_current(before)
        document = Document(
            organisation_id=before.organisation_id,
            title=before.title,
            shared=before.shared and shared,
            series=before.series,
            number=before.number + 1,
            **{f"{LINKS[held.register.thing]}_id": held.record.key},
        )
        kept = _kept(document, file=file, who=who)
        Document.objects.filter(key=before.key).update(state=State.REPLACED)
        return kept


@retried
def share(*, who: Acting, key: uuid.UUID, shared: bool) -> Document:
    """Let everybody who reads the record read the document, or no longer.

    Raises:
        Refused: as `access_document`.
        Invalid: the document was destroyed, or is a letter, which was sent.
    """
    action = events.SHARED if shared else events.UNSHARED
    with attempted(action=action, who=who, object_type=OBJECT, key=key), acting(who):
        document = _locked(access_document(who=who, key=key, action="share").document)
        _need_there(document)
        if document.origin == Origin.LETTER:
            raise _wrong(_("een verzonden brief blijft gedeeld"), "")
        if document.shared != shared:
            Document.objects.filter(key=key).update(shared=shared)
            document.shared = shared
            journal(action=action, object_type=OBJECT, object_key=key)
        return document


@retried
def withdraw(*, who: Acting, key: uuid.UUID, ground: str) -> None:
    """Destroy a document: bytes, key, names and hash go; that it was there stays.

    Args:
        ground: one of `Ground`; words of one's own would outlive it.

    Raises:
        Refused: as `access_document`.
        Invalid: the ground is none, or it was destroyed already.
    """
    with attempted(action=events.WITHDRAWN, who=who, object_type=OBJECT, key=key), acting(who):
        document = access_document(who=who, key=key, action="withdraw").document
        _need_there(document)
        if ground not in Ground.values:
            raise Invalid(
                [Fault(field="ground", wrong=_("ontbreekt"), right=_("kies waarom u dit doet"))]
            )
        destroy(
            base=Content._meta.db_table,
            object_type=OBJECT,
            key=key,
            ground=ground,
            of_person=False,
        )


def fetch(*, who: Acting, key: uuid.UUID, taken_along: bool) -> tuple[Document, bytes]:
    """The bytes of a document, for whoever may see it. Call it inside `acting(who)`.

    Args:
        taken_along: it leaves the platform as a file; otherwise it is shown on a page.

    Raises:
        Refused: as `access_document`; it waits for the scanner, is harmful, or was destroyed.
        Unsealable: its key is not here, or it was changed in the database.
    """
    document = access_document(who=who, key=key).document
    # Who may see that it is there learns from its page why it cannot be fetched.
    if document.scan not in OPEN:
        raise Refused
    kept = Content.objects.filter(document=key).first()
    if kept is None:
        raise Refused
    content = open_file(
        SealedFile(key_id=kept.key_id, wrapped=bytes(kept.wrapped), content=bytes(kept.sealed)),
        document=key,
    )
    if taken_along:
        journal(
            action=events.FETCHED,
            object_type=OBJECT,
            object_key=key,
            details={"record": document.record_key},
        )
    else:
        journal(action=events.VIEWED, object_type=OBJECT, object_key=key)
    return document, content


def keep_letter(
    register: Register,
    *,
    who: Acting,
    record: Any,
    file: Taken,
    title: str,
    organisation: str,
    letter: str,
) -> Document:
    """Keep a letter that is being sent, inside the `acting(who)` of who sends it; it is shared.

    Args:
        letter: which one, and the edition of its template.
    """
    return _kept(
        Document(
            organisation_id=organisation,
            title=title[:200],
            shared=True,
            origin=Origin.LETTER,
            letter=letter,
            **{f"{LINKS[register.thing]}_id": record.key},
        ),
        file=file,
        who=who,
    )


def _kept(document: Document, *, file: Taken, who: Acting) -> Document:
    document.file_name, document.kind = file.file_name, file.kind
    document.size, document.sha256 = len(file.content), file.sha256
    document.scan = file.scan
    document.brought_by_id, document.brought_at = who.actor.key, timezone.now()
    document.save(force_insert=True)
    sealed = seal_file(file.content, document=document.key)
    Content(
        document=document,
        organisation_id=document.organisation_id,
        key_id=sealed.key_id,
        wrapped=sealed.wrapped,
        sealed=sealed.content,
    ).save(force_insert=True)
    journal(
        action=events.STORED,
        object_type=OBJECT,
        object_key=document.key,
        details={
            "format": str(file.kind),
            "bytes": len(file.content),
            "record": document.record_key,
            "number": document.number,
            "scan": str(file.scan),
        },
    )
    return document


def _need(register: Register, *, record: Any, organisation: str, action: str) -> None:
    require(
        thing=THING,
        action=action,
        organisation=organisation,
        object_type=register.object_type,
        object_key=str(record.key),
    )


def _locked(document: Document) -> Document:
    return Document.objects.select_for_update().get(key=document.key)


def _need_current(document: Document) -> None:
    _need_there(document)
    if document.state != State.CURRENT:
        raise _wrong(_("er is al een nieuwere versie"), _("vervang die"))


def _need_new(register: Register, *, document: Document, file: Taken, who: Acting) -> None:
    link = f"{LINKS[register.thing]}_id"
    if Document.objects.filter(
        organisation=document.organisation_id,
        title=document.title,
        file_name=file.file_name,
        sha256=file.sha256,
        state=State.CURRENT,
        brought_by=who.actor.key,
        **{link: getattr(document, link)},
    ).exists():
        raise Invalid(
            [
                Fault(
                    field="file",
                    wrong=_("dit document staat er al"),
                    right=_("open het bij de registratie, of geef een andere titel"),
                )
            ]
        )


def _need_there(document: Document) -> None:
    if document.state == State.WITHDRAWN:
        raise _wrong(_("dit document is vernietigd"), _("plaats een nieuw document"))


def _title(title: str, *, otherwise: str) -> str:
    kept = " ".join(title.split()) or otherwise
    if len(kept) > 200:
        raise Invalid([Fault(field="title", wrong=_("te lang"), right=_("hoogstens 200 tekens"))])
    return kept


def _wrong(wrong: str, right: str) -> Invalid:
    return Invalid([Fault(field="", wrong=wrong, right=right)])
