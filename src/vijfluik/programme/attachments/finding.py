"""Documents over all records: those that the reader may see, by what they are called and where."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Func, Q, QuerySet, Value

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import listing
from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers.access import named_by_key
from vijfluik.core.registers.registry import register_named
from vijfluik.core.registers.walls import reachable
from vijfluik.core.search.rows import Saying, WordsField
from vijfluik.core.search.words import search_words
from vijfluik.programme.attachments.access import OBJECT, THING
from vijfluik.programme.attachments.concerned import concerned_with
from vijfluik.programme.attachments.models import LINKS, Document
from vijfluik.programme.attachments.vocabulary import State
from vijfluik.ui.registers.addresses import record_address
from vijfluik.ui.shell import Link

SIZE = 50


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What somebody looks for; each part that is given narrows.

    Attributes:
        thing: of the register at whose records they hang.
        origin: placed here, or a letter that was sent.
        whose: `shared`, or `own` of the reader's organisations.
    """

    words: str = ""
    thing: str = ""
    kind: str = ""
    origin: str = ""
    whose: str = ""

    def used(self) -> list[str]:
        """The names of the parts that narrow, for the journal."""
        return [
            "search" if name == "words" else name for name, value in vars(self).items() if value
        ]


@dataclass(frozen=True, kw_only=True)
class FoundDocument:
    """A document, and where its record stands for the reader."""

    document: Document
    register: str
    record: Link


@dataclass(frozen=True, kw_only=True)
class FoundDocuments:
    """A page of them; `page` is Django's, over all that were found."""

    page: Any
    rows: Sequence[FoundDocument]


def find_documents(
    *, who: Acting, sought: Sought, page: int = 1, size: int = SIZE
) -> FoundDocuments:
    """The current documents that the reader may see, the newest first. Inside `acting(who)`.

    Raises:
        Refused: the reader handles no documents anywhere.
    """
    with listing(thing=THING, object_type=OBJECT) as made:
        rows = narrowed(readable(who), who=who, sought=sought)
        found = Paginator(
            rows.select_related("brought_by", "organisation").order_by("-brought_at", "key"), size
        ).get_page(page)
        made.showed([each.key for each in found.object_list], filters=sought.used())
    return FoundDocuments(page=found, rows=_with_records(list(found.object_list), who=who))


def readable(who: Acting) -> QuerySet[Document]:
    """Every document at a record that `who` reads, that is shared, one's own or of colleagues.

    Row-level security says the same once more, of each document and of each record.
    """
    own = reach(who=who, thing=THING, action="read").organisations
    seen = Q(shared=True) | Q(brought_by=who.actor.key) | Q(organisation__in=own)
    at = Q(pk__in=())
    for thing, field in LINKS.items():
        where = reach(who=who, thing=thing, action="read")
        concerned = concerned_with(thing, who=who)
        if concerned is not None:
            at |= Q(shared=True, **{f"{field}__in": concerned.rows(who).values("key")})
        elif not where.nowhere:
            register = register_named(thing)
            rows = reachable(register, rows=register.model._default_manager.all(), where=where)
            at |= Q(**{f"{field}__in": rows.values("key")})
    return Document.objects.filter(seen).filter(at)


def narrowed(rows: QuerySet[Document], *, who: Acting, sought: Sought) -> QuerySet[Document]:
    """Those that are looked for; a version that gave way or was destroyed is not among them."""
    rows = rows.filter(state=State.CURRENT)
    if sought.thing in LINKS:
        rows = rows.filter(**{f"{LINKS[sought.thing]}__isnull": False})
    if sought.kind:
        rows = rows.filter(kind=sought.kind)
    if sought.origin:
        rows = rows.filter(origin=sought.origin)
    if sought.whose == "shared":
        rows = rows.filter(shared=True)
    if sought.whose == "own":
        own = reach(who=who, thing=THING, action="read").organisations
        rows = rows.filter(Q(brought_by=who.actor.key) | Q(organisation__in=own))
    named = Func(
        Func(Value(" "), "title", "file_name", function="concat_ws"),
        function="search.folded",
        output_field=WordsField(),
    )
    for word in search_words(sought.words):
        rows = rows.filter(Saying(named, word))
    return rows


def _with_records(documents: Sequence[Document], *, who: Acting) -> list[FoundDocument]:
    """Each with the name of its record and the way there: one question per register."""
    keys: dict[str, list[Any]] = defaultdict(list)
    for each in documents:
        keys[each.thing].append(each.record_key)
    links: dict[Any, Link] = {}
    for thing, wanted in keys.items():
        register, concerned = register_named(thing), concerned_with(thing, who=who)
        if concerned is not None:
            rows = concerned.rows(who).filter(key__in=wanted)
            links |= {row.key: concerned.home(row) for row in rows.select_related("place")}
            continue
        named = named_by_key(register, rows=register.model._default_manager.all(), keys=wanted)
        links |= {
            key: Link(label=register.title_of(row), url=record_address(thing, key=key))
            for key, row in named.items()
        }
    return [
        FoundDocument(
            document=each,
            register=str(register_named(each.thing).title),
            record=links[each.record_key],
        )
        for each in documents
    ]
