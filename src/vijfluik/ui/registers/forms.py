"""The forms of a register: what a person fills in, field by field.

Each field is that of the model, with its label, help and vocabulary. They check what can be seen
from one field; the rules between fields are the actions', and their faults come back through
`put_faults`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.db import models
from django.db.models import Exists, OuterRef
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge
from vijfluik.core.partners.models import Organisation, Place
from vijfluik.core.registers.contents import content_of
from vijfluik.core.registers.declaration import CORRECT, Act, Field, Register
from vijfluik.core.registers.faults import Conflict, Invalid
from vijfluik.core.registers.filtering import SEARCH, filtered_field
from vijfluik.core.registers.models import YearField
from vijfluik.ui.forms import NamedChoiceField, SearchInput
from vijfluik.ui.registers.entering import entry_field, municipalities

SEEN = "seen"
REASON = "reason"


class ContentForm(forms.Form):
    """Some of the fields of a register; nothing is saved here, actions do."""

    def __init__(
        self,
        *args: Any,
        register: Register,
        names: Iterable[str],
        needed: Iterable[str] = (),
        owners: Sequence[str] | None = None,
        **kwargs: Any,
    ) -> None:
        """The form.

        Args:
            names: of the fields.
            needed: those that must be filled in beside what the model asks.
            owners: the codes of the organisations whose records it is about; None for all.
        """
        super().__init__(*args, **kwargs)
        self.register = register
        asked = set(needed)
        for name in names:
            field = entry_field(register, name=name, owners=owners)
            if name in asked:
                field.required = True
            self.fields[name] = field

    def values(self) -> dict[str, Any]:
        """Field → value as content holds it."""
        return {
            name: plain(self.cleaned_data[name])
            for name in self.register.names
            if name in self.cleaned_data
        }


class CreateForm(ContentForm):
    """Record something new. `values()` and `owner()` go to `actions.create`."""

    def __init__(
        self, *args: Any, register: Register, owners: Sequence[str] | None = None, **kwargs: Any
    ) -> None:
        """`owners`: the codes that the person may record for; None for all."""
        entered = [each.name for each in register.fields if each.entered and each.given]
        initial = register.lifecycle.initial
        needed = [each.name for each in register.fields if initial in each.needed]
        kwargs.update(names=entered, needed=needed, owners=owners)
        super().__init__(*args, register=register, **kwargs)
        for each in register.fields:
            if each.usual is not None and each.name in self.fields:
                self.fields[each.name].required = False
        own = self.fields[register.scope]
        assert isinstance(own, forms.ModelChoiceField)  # noqa: S101 - for the type only
        if owners is not None:
            own.queryset = Organisation.objects.filter(code__in=owners)

    def owner(self) -> str:
        """The code of the organisation chosen."""
        return str(self.cleaned_data[self.register.scope].code)


class CorrectForm(ContentForm):
    """Put values right. `values()`, `seen` and `reason` go to `actions.correct`."""

    def __init__(self, *args: Any, register: Register, record: Any, **kwargs: Any) -> None:
        """`record`: as it is; what cannot stand on it in its state is left out."""
        initial = {**content_of(register, record=record), **kwargs.pop("initial", {})}
        kwargs.update(
            initial=initial,
            names=[
                each.name
                for each in register.fields
                if each.name in register.names
                and not each.agreed
                and (not each.only or record.state in each.only)
            ],
            needed=[each.name for each in register.fields if record.state in each.needed],
            owners=[register.owner_of(record)],
        )
        super().__init__(*args, register=register, **kwargs)
        self.fields[SEEN] = seen_field()
        self.fields[REASON] = reason_field(
            register,
            edge=CORRECT,
            help_text=_("Waarom klopte het niet? De reden blijft in de geschiedenis staan."),
        )


class ActForm(ContentForm):
    """Take a step: the fields that its act asks for, and the reason where the edge asks."""

    def __init__(
        self, *args: Any, register: Register, act: Act, edge: Edge, record: Any, **kwargs: Any
    ) -> None:
        needed = [name for name in act.asks if edge.target in register.by_name[name].needed]
        kwargs.update(names=act.asks, needed=needed, owners=[register.owner_of(record)])
        super().__init__(*args, register=register, **kwargs)
        if edge.reason_asked:
            self.fields[REASON] = reason_field(register, edge=edge.name)
        self.fields[SEEN] = seen_field()


class FilterForm(forms.Form):
    """The filters of the list, of the export and in the address, under their Dutch names."""

    def __init__(self, *args: Any, register: Register, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[SEARCH] = forms.CharField(
            label=_("zoek"), required=False, max_length=100, widget=SearchInput
        )
        for each in register.filters:
            self.fields[each.word] = _filter_field(register, each=each)


def _filter_field(register: Register, *, each: Any) -> forms.Field:
    of = filtered_field(register, each=each)
    label = each.label or of.verbose_name
    base = getattr(of, "base_field", of)
    choices = list(each.choices()) if each.choices else list(base.flatchoices)
    if choices:
        return forms.ChoiceField(label=label, required=False, choices=[("", _("alle")), *choices])
    if isinstance(of, models.ForeignKey):
        rows = _offered(register, of=of)
        made = NamedChoiceField if rows.model in (Organisation, Place) else forms.ModelChoiceField
        return made(rows, label=label, required=False, empty_label=_("alle"))
    if isinstance(of, models.DateField | YearField):
        return forms.IntegerField(label=label, required=False, min_value=2000, max_value=2100)
    if isinstance(of, models.BooleanField):
        yes_or_no = [("", _("alle")), ("ja", _("ja")), ("nee", _("nee"))]
        return forms.ChoiceField(label=label, required=False, choices=yes_or_no)
    return forms.CharField(label=label, required=False, max_length=100)


def _offered(register: Register, *, of: Any) -> Any:
    """What a foreign key may be filtered on: of owners those that have records."""
    target = of.remote_field.model
    if target is Organisation and of.model is register.model:
        # One look in the index per organisation; a list of all owners reads the whole register.
        own = register.model._default_manager.filter(**{of.attname: OuterRef("pk")})
        return Organisation.objects.filter(Exists(own))
    if target._meta.label == "partners.Place":
        return municipalities()
    return target._default_manager.all()


def reason_field(register: Register, *, edge: str, **options: Any) -> forms.Field:
    """Why it is done: in words, or one of the reasons of the register, the first to begin with."""
    if not register.reasons:
        return forms.CharField(label=_("reden"), max_length=500, **options)
    chosen = register.reasons.get(edge)
    choices = list(chosen.choices) if chosen is not None else []
    first = choices[0][0] if choices else ""
    return forms.ChoiceField(label=_("reden"), choices=choices, initial=first, **options)


def seen_field() -> forms.CharField:
    """The version of the record that the page showed."""
    return forms.CharField(widget=forms.HiddenInput, max_length=20)


def plain(value: Any) -> Any:
    """A cleaned value as content holds it."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, models.QuerySet):
        return tuple(row.pk for row in value)
    return tuple(value) if isinstance(value, list) else value


def put_faults(form: forms.Form, *, invalid: Invalid) -> None:
    """Show faults at their fields; what has no field in the form goes above it."""
    for fault in invalid.faults:
        named = getattr(form, "field_of", None)
        name = named(fault.field) if named is not None else fault.field
        if name in form.fields:
            form.add_error(name, str(fault))
        else:
            form.add_error(None, f"{_label(form, fault.field)} {fault}".strip())


def _label(form: forms.Form, name: str) -> str:
    register = getattr(form, "register", None)
    field: Field | None = register.by_name.get(name) if register is not None else None
    if field is None or register is None:
        return name
    return str(register.model._meta.get_field(name).verbose_name)


def put_conflict(form: ContentForm, *, conflict: Conflict) -> None:
    """Let the form show the merge, and send the new token along when it is sent again."""
    assert isinstance(form.data, QueryDict)  # noqa: S101 - what a request carries
    data = form.data.copy()
    put_values(data, values={**conflict.merged, SEEN: conflict.seen}, of=form)
    form.data = data
    form.add_error(None, conflict.message)


def put_values(data: QueryDict, *, values: Mapping[str, object], of: ContentForm) -> None:
    """Write values as a browser would send them."""
    for name, value in values.items():
        field = of.fields.get(name)
        if field is None:
            continue
        shown = field.prepare_value(value)
        if isinstance(value, tuple) and not isinstance(shown, str):
            data.setlist(of.add_prefix(name), [str(each) for each in shown])
        else:
            data[of.add_prefix(name)] = "" if shown is None else str(shown)
