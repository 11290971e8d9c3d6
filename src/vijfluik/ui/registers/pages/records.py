"""The page of one record, and recording a new one."""

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vijfluik.core.access.gate import require_somewhere
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Invalid
from vijfluik.core.registers.kinds import kinds_of
from vijfluik.core.registers.kinds.plain import Line
from vijfluik.core.registers.kinds.references import InPlace, OtherRecord, Reference
from vijfluik.core.registers.reading import Detail, record_detail
from vijfluik.core.registers.registry import register_of
from vijfluik.ui.formatting import day, days_until
from vijfluik.ui.language import page_language
from vijfluik.ui.registers.asking import Asked, capitalised, form_page
from vijfluik.ui.registers.beside import facts_beside, parts_beside
from vijfluik.ui.registers.entering import municipality_of
from vijfluik.ui.registers.forms import CreateForm, put_faults
from vijfluik.ui.registers.record import Possible, Pressing, record_page
from vijfluik.ui.registers.related import children
from vijfluik.ui.registers.requests import acting_of
from vijfluik.ui.registers.telling import happenings
from vijfluik.ui.registers.views import View

Begin = Callable[[str, Any], Mapping[str, object]]
Shaped = Callable[[CreateForm], None]
Extra = Callable[[Detail], Sequence[tuple[str, str]]]
Above = Callable[[Detail], str]
Below = Callable[[Detail], SafeString]


def nothing_more(_found: Detail) -> Sequence[tuple[str, str]]:
    """For a register that knows nothing of a record beside its fields."""
    return ()


def nothing_below(_found: Detail) -> SafeString:
    """For a register that shows nothing of its own between its facts and what belongs to it."""
    return SafeString("")


def nothing_above(_found: Detail) -> str:
    """For a register that draws nothing over the facts of a record."""
    return ""


def nothing_given(_name: str, _parent: Any) -> Mapping[str, object]:
    """For a register whose new records take nothing from what they belong to."""
    return {}


def as_declared(_form: CreateForm) -> None:
    """For a register whose form asks what its declaration says."""


def detail(
    register: Register,
    *,
    extra: Extra = nothing_more,
    above: Above = nothing_above,
    below: Below = nothing_below,
    drawn: Collection[str] = (),
) -> View:
    """One record with its acts and all that happened to it.

    Args:
        extra: facts beside the fields, as label and text (may be safe text).
        above: what stands over the fields, as safe text.
        drawn: the fields that `above` shows, which the facts then leave out.
        below: markup of the room between the record and what belongs to it, such as a picture.
    """

    @require_safe
    def view(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
        who = acting_of(request)
        found = record_detail(register, who=who, key=key)
        return record_page(
            request,
            register=register,
            record=found.record,
            title=register.title_of(found.record),
            standing=register.standing(found.record),
            possible=possible(register, found=found),
            happened=happenings(register, found=found),
            pressing=pressing(register, record=found.record),
            extra=[
                *extra(found),
                *facts_beside(register.thing, found=found),
                *_source(register, record=found.record),
            ],
            children=children(register, record=found.record, who=who),
            lookups=found.lookups,
            above=above(found),
            drawn=drawn,
            below=format_html("{}{}", below(found), parts_beside(register.thing, found=found)),
        )

    return view


def create(
    register: Register, *, begin: Begin = nothing_given, shaped: Shaped = as_declared
) -> View:
    """Record something new.

    Args:
        shaped: what the room changes in the form, such as a list to choose from.
        begin: values to begin with, from the field that leads to what the record will belong to
            and the record there.
    """

    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest) -> HttpResponse:
        who = acting_of(request)
        where = require_somewhere(thing=register.thing, action="create")
        owners = None if where.everywhere else sorted(where.organisations)
        made_of = CreateForm(
            request.POST or None,
            register=register,
            owners=owners,
            initial=_begin_with(request, register=register, owners=owners, begin=begin),
        )
        shaped(made_of)
        form = capitalised(made_of)
        if request.method == "POST" and form.is_valid():
            try:
                made = actions.create(register, who=who, owner=form.owner(), content=form.values())
            except Invalid as invalid:
                put_faults(form, invalid=invalid)
            else:
                words = _("Vastgelegd als %(reference)s.") % {"reference": made.reference}
                messages.success(request, f"{words} {register.words.begun}".strip())
                return redirect(f"{register.thing}:detail", made.key)
        return form_page(
            request,
            register=register,
            form=form,
            asked=Asked(
                title=str(register.words.new),
                submit=_("Vastleggen"),
                cancel_url=reverse(f"{register.thing}:list"),
                intro=str(register.words.begin),
            ),
        )

    return view


def _begin_with(
    request: HttpRequest, *, register: Register, owners: Sequence[str] | None, begin: Begin
) -> dict[str, object]:
    """What is likely: today, the only organisation, and what the address says of the rest: the
    parent, the row of a catalogue, the owner, lines, and a municipality by its code.
    """
    initial: dict[str, object] = {}
    if register.lifecycle.opened_on:
        initial[register.lifecycle.opened_on] = today()
    if owners is not None and len(owners) == 1:
        initial[register.scope] = owners[0]
    asked = request.GET.get(register.scope, "")
    if asked and (owners is None or asked in owners):
        initial[register.scope] = asked
    for name, kind in kinds_of(register).items():
        if type(kind) is Line and name in request.GET:
            initial[name] = request.GET[name]
        if type(kind) is Reference and name in request.GET:
            initial[name] = _row_of(kind.target, word=request.GET[name])
        if isinstance(kind, InPlace) and name in request.GET:
            initial[name] = municipality_of(request.GET[name], on=today())
        if isinstance(kind, OtherRecord) and name in request.GET:
            parent = _parent(kind.target, word=request.GET[name])
            if parent is not None:
                initial |= begin(name, parent)
                initial[name] = parent.pk
                owner = _owner_of(parent, model=kind.target)
                if owner and (owners is None or owner in owners):
                    initial.setdefault(register.scope, owner)
    return initial


def _row_of(model: type[Model], *, word: str) -> Any:
    """The key of a row of a catalogue that the address names; None when it is not there."""
    try:
        return model._default_manager.filter(pk=word).values_list("pk", flat=True).first()
    except ValueError:
        return None


def _owner_of(parent: Any, *, model: type[Model]) -> str:
    register = register_of(model)
    return register.owner_of(parent) if register is not None else ""


def _parent(model: type[Model], *, word: str) -> Any:
    """The record of a key in the address, as row-level security lets it through."""
    try:
        key = uuid.UUID(word)
    except ValueError:
        return None
    return model._default_manager.filter(pk=key).first()


def possible(register: Register, *, found: Detail) -> list[Possible]:
    """What the reader may do now: first what is due, last what cannot be taken back."""
    key = found.record.key
    first = _answer(register, record=found.record)
    acts = []
    for edge in sorted(found.acts, key=lambda edge: edge.name != first):
        act = register.act(edge.name)
        acts.append(
            Possible(
                label=str(edge.label),
                url=reverse(f"{register.thing}:act", args=[key, act.word]),
                kind="primary" if edge.name == first else "quiet" if act.danger else "secondary",
            )
        )
    if found.correctable:
        url = reverse(f"{register.thing}:correct", args=[key])
        change = Possible(label=_("Wijzigen"), url=url, icon="version")
        acts.insert(1 if first else 0, change)
    return acts


def _answer(register: Register, *, record: Any) -> str:
    """The edge that answers what is due; none while its day is still to come."""
    found = register.due_of(record)
    if found is None:
        return ""
    term, _ends = found
    act = register.act(term.answer)
    if act.day and any(
        value > today()
        for name in register.names
        if (value := getattr(record, name, None)) is not None and name in _awaited(register)
    ):
        return ""
    return term.answer


def _awaited(register: Register) -> set[str]:
    """The days on which something was agreed to take place."""
    return {act.recorded_on for act in register.acts if act.recorded_on}


def pressing(register: Register, *, record: Any) -> Pressing | None:
    """What must be done about it; nothing when nothing is due."""
    found = register.due_of(record)
    if found is None:
        return None
    term, ends = found
    now = today()
    language = page_language()
    return Pressing(
        text=str(term.label).capitalize(),
        when=_("uiterlijk %(day)s (%(when)s)")
        % {
            "day": day(ends, language=language),
            "when": days_until(ends, today=now, language=language),
        },
        provision=str(term.provision),
        late=ends < now,
    )


def _source(register: Register, *, record: Any) -> list[tuple[str, str]]:
    """The file it came from, for who read it in."""
    if record.batch_id is None:
        return [(_("Bron"), _("met de hand vastgelegd"))]
    if record.batch is None:
        return [(_("Bron"), _("ingelezen uit een bestand"))]
    url = reverse(f"{register.thing}:import_result", args=[record.batch_id])
    link = format_html('<a href="{}">{}</a>', url, record.batch.file_name)
    return [(_("Bron"), link)]
