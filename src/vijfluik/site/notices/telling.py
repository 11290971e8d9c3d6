"""A notice in words, and where it leads: asked of the record itself, for whoever may see it."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst

from vijfluik.core.journal.recording import recorded_together
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.notices.models import Kind, Notice
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.access import listed_records, named_by_key
from vijfluik.core.registers.registry import registers
from vijfluik.ui.registers.addresses import record_address

# Where a notice that is about no record leads; those without a key lead to the own account.
PAGES = {
    Kind.MANDATE_WAITS: "mandate",
    Kind.MANDATE_REVIEW: "mandate",
    Kind.DEPUTY_ASKED: "deputy",
    Kind.ACCOUNT_REVIEW: "account",
    Kind.RECOVERY_WAITS: "account",
    Kind.ROUND: "need_answers",
    Kind.DOCUMENT_STOPPED: "documents:document",
    Kind.DOCUMENT_WAITS: "documents:document",
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """A notice as its reader sees it. about: the record's name; empty where there is none."""

    notice: Notice
    what: str
    about: str


def told(notices: Sequence[Notice], *, who: Acting) -> list[Told]:
    """The notices in words; one of which the record cannot be seen is left out.

    The names are read as a list of each register, which the journal tells of.
    """
    names = _names([each for each in notices if each.kind in (Kind.TERM, Kind.ROUND)], who=who)
    labels = _labels(notices)
    found = []
    for each in notices:
        about = names.get(each.object_key, "")
        if each.kind in (Kind.TERM, Kind.ROUND) and not about:
            continue
        what = labels.get(each.due) if each.due else None
        words = what or str(Kind(each.kind).label)
        found.append(Told(notice=each, what=capfirst(words), about=about))
    return found


def address_of(notice: Notice) -> str:
    """The page of what a notice is about."""
    if notice.kind == Kind.TERM:
        return record_address(notice.thing, key=notice.object_key)
    page = PAGES.get(Kind(notice.kind))
    return reverse("own_account") if page is None else reverse(page, args=[notice.object_key])


def _names(notices: Sequence[Notice], *, who: Acting) -> Mapping[uuid.UUID, str]:
    known = {each.thing: each for each in registers()}
    keys: defaultdict[str, list[uuid.UUID]] = defaultdict(list)
    for each in notices:
        keys[each.thing].append(each.object_key)
    names: dict[uuid.UUID, str] = {}
    with recorded_together():
        for thing, its in sorted(keys.items()):
            register = known[thing]
            with listed_records(register, who=who) as (records, shown):
                found = named_by_key(register, rows=records, keys=its)
                shown.showed(found, filters=["notices"])
            names |= {key: str(register.title_of(record)) for key, record in found.items()}
    return names


def _labels(notices: Sequence[Notice]) -> Mapping[uuid.UUID, str]:
    """Key of a due date → what must be done."""
    terms = {
        (each.thing, term.kind): str(term.label) for each in registers() for term in each.terms
    }
    dues = Due.objects.filter(key__in=[each.due for each in notices if each.due])
    return {
        each.key: terms[each.register, each.kind]
        for each in dues
        if (each.register, each.kind) in terms
    }
