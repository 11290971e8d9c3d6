"""The forms of the trainings: what a person fills in, field by field.

They check what can be seen from one field; the rules between fields stand in `rules`, and their
faults come back through `put_faults`. Labels and help are those of the model, said once.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Organisation, Place, PlaceKind
from vijfluik.core.registers.importing.sheets import LIMITS
from vijfluik.programme.trainings.content import NAMES, Content, content_of
from vijfluik.programme.trainings.faults import Conflict, Invalid
from vijfluik.programme.trainings.models import Course, Training
from vijfluik.programme.trainings.vocabulary import ActivityKind, Audience, State, Theme
from vijfluik.ui.forms import DateInput, FileDrop, SearchInput

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Training]
else:
    # Generic for the type checker only.
    _ModelForm = forms.ModelForm

_RESULT = (
    "participants",
    "participants_primary",
    "participants_secondary",
    "participants_vocational",
    "rating",
    "rating_responses",
)


def _model_field(field: Any, **options: Any) -> forms.Field | None:
    """The form field of a column: days by the browser's own field, audiences as check boxes."""
    if field.name == "audience":
        return forms.MultipleChoiceField(
            label=field.verbose_name,
            choices=Audience.choices,
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
    if field.name in ("requested_on", "wanted_on", "planned_on", "held_on"):
        options["widget"] = DateInput()
    made: forms.Field | None = field.formfield(**options)
    return made


class _ContentForm(_ModelForm):
    """Fields of a training; nothing is saved here, actions do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "place" in self.fields:
            self.fields["place"].queryset = Place.objects.filter(  # type: ignore[attr-defined]
                kind=PlaceKind.MUNICIPALITY
            )

    def _post_clean(self) -> None:
        """Leave the instance alone: it is the record as seen, and the rules are the actions'."""

    def values(self) -> dict[str, Any]:
        """The values of `Content` that the form holds."""
        return {
            name: _plain(self.cleaned_data[name]) for name in NAMES if name in self.cleaned_data
        }


class RequestForm(_ContentForm):
    """Ask for a training. `values()` and `provider()` go to `actions.request_training`."""

    class Meta:
        model = Training
        formfield_callback: Callable[..., forms.Field | None] = _model_field
        fields = (
            "provider",
            "reference",
            "kind",
            "course",
            "title",
            "requester",
            "requested_on",
            "wanted_on",
            "place",
            "audience",
        )

    def __init__(self, *args: Any, providers: list[str] | None = None, **kwargs: Any) -> None:
        """`providers`: the codes that the person may record for; None for all."""
        super().__init__(*args, **kwargs)
        if providers is not None:
            _limit(self.fields["provider"], Organisation, code__in=providers)
            _limit(self.fields["course"], Course, provider__in=providers)

    def provider(self) -> str:
        """The code of the provider chosen."""
        return str(self.cleaned_data["provider"].code)

    def content(self) -> Content:
        """What goes to `actions.request_training`."""
        return Content(**self.values())


class CorrectForm(_ContentForm):
    """Put values right. `values()`, `seen` and `reason` go to `actions.correct`."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=20)
    reason = forms.CharField(
        label=_("reden"),
        max_length=500,
        help_text=_("Waarom klopte het niet? De reden blijft in de geschiedenis staan."),
    )

    class Meta:
        model = Training
        formfield_callback: Callable[..., forms.Field | None] = _model_field
        fields = (
            "reference",
            "kind",
            "course",
            "title",
            "requester",
            "requested_on",
            "wanted_on",
            "planned_on",
            "held_on",
            "place",
            "audience",
            *_RESULT,
        )

    def __init__(self, *args: Any, training: Training, **kwargs: Any) -> None:
        """`training`: the record as it is; what cannot stand on it in its state is left out."""
        initial = {**initial_of(training), **kwargs.pop("initial", {})}
        super().__init__(*args, initial=initial, **kwargs)
        _limit(self.fields["course"], Course, provider=training.provider_id)
        if training.state != State.HELD:
            for name in ("held_on", *_RESULT):
                del self.fields[name]


class PlanForm(forms.Form):
    """Agree on a day: `actions.plan`."""

    planned_on = forms.DateField(label=_("gepland op"), widget=DateInput)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=20)


class ReasonForm(forms.Form):
    """An act that needs only its reason: `actions.cancel`, `reopen` and `withdraw`."""

    reason = forms.CharField(label=_("reden"), max_length=500)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=20)


class ReplanForm(ReasonForm):
    """Move to another day: `actions.replan`."""

    planned_on = forms.DateField(label=_("gepland op"), widget=DateInput)
    field_order = ("planned_on", "reason", "seen")


class HoldForm(_ContentForm):
    """Record the result: `actions.hold`."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=20)

    class Meta:
        model = Training
        formfield_callback: Callable[..., forms.Field | None] = _model_field
        fields = ("held_on", *_RESULT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["held_on"].required = True
        self.fields["participants"].required = True


class FilterForm(forms.Form):
    """The filters of the list, of the export and in the address, under their Dutch names."""

    zoek = forms.CharField(label=_("zoek"), required=False, max_length=100, widget=SearchInput)
    aanbieder = forms.ModelChoiceField(
        Organisation.objects.filter(courses__isnull=False).distinct(),
        label=_("aanbieder"),
        required=False,
    )
    soort = forms.ChoiceField(label=_("soort"), required=False)
    stand = forms.ChoiceField(label=_("stand"), required=False)
    jaar = forms.IntegerField(label=_("jaar"), required=False, min_value=2000, max_value=2100)
    gemeente = forms.ModelChoiceField(
        Place.objects.filter(kind=PlaceKind.MUNICIPALITY), label=_("gemeente"), required=False
    )
    doelgroep = forms.ChoiceField(label=_("doelgroep"), required=False)
    thema = forms.ChoiceField(label=_("thema"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (
            ("soort", ActivityKind.choices),
            ("stand", State.choices),
            ("doelgroep", Audience.choices),
            ("thema", Theme.choices),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type only
            field.choices = [("", _("alle")), *choices]


class UploadForm(forms.Form):
    """Hand in a file: `importing.staging.stage`."""

    file = forms.FileField(
        label=_("bestand"),
        widget=FileDrop,
        help_text=_("CSV, XLSX of ODS, hoogstens 10 MB en 20.000 regels."),
    )
    provider = forms.ModelChoiceField(
        Organisation.objects.filter(courses__isnull=False).distinct(),
        label=_("aanbieder"),
        required=False,
        help_text=_("Voor regels waarin geen aanbieder staat."),
    )

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > LIMITS.size:
            raise forms.ValidationError(
                _("Het bestand is groter dan %(size)d MB."),
                params={"size": LIMITS.size // (1024 * 1024)},
            )
        return file


class ConfirmForm(forms.Form):
    """Go on with an import: `importing.writing.confirm`."""

    choice = forms.ChoiceField(
        label=_("regels die afwijken van wat al vastligt"),
        choices=(
            ("skip", _("overslaan: laten zoals het vastligt")),
            ("correct", _("overnemen uit het bestand, met een reden")),
        ),
        widget=forms.RadioSelect,
        initial="skip",
    )
    reason = forms.CharField(label=_("reden"), max_length=500, required=False)
    # Not required: without it nothing matches, and the preview is shown again.
    seen = forms.CharField(widget=forms.HiddenInput, max_length=100, required=False)


class RowForm(forms.Form):
    """One row that an import held back, a text field per cell: `importing.mending.put_right`."""

    def __init__(self, *args: Any, cells: dict[str, str], **kwargs: Any) -> None:
        """`cells`: heading → text. Fields are numbered, for a heading may be any text."""
        super().__init__(*args, **kwargs)
        self._headings = list(cells)
        for number, (heading, text) in enumerate(cells.items()):
            self.fields[f"cell{number}"] = forms.CharField(
                label=heading, required=False, max_length=1000, initial=text
            )

    def cells(self) -> dict[str, str]:
        """Heading → text as filled in now."""
        return {
            heading: self.cleaned_data[f"cell{number}"]
            for number, heading in enumerate(self._headings)
        }

    def field_of(self, heading: str) -> str | None:
        """The name of the field of a heading, for its error."""
        if heading in self._headings:
            return f"cell{self._headings.index(heading)}"
        return None


def initial_of(training: Training) -> dict[str, Any]:
    """The values of a record for a form."""
    content = content_of(training)
    return {name: getattr(content, name) for name in NAMES}


def put_faults(form: "forms.Form | forms.ModelForm[Training]", *, invalid: Invalid) -> None:
    """Show faults at their fields; what has no field in the form goes above it."""
    for fault in invalid.faults:
        name = form.field_of(fault.field) if isinstance(form, RowForm) else fault.field
        if name in form.fields:
            form.add_error(name, str(fault))
        else:
            form.add_error(None, f"{fault.field} {fault}".strip())


def put_conflict(form: CorrectForm, *, conflict: Conflict) -> None:
    """Let the form show the merge, and send the new token along when it is sent again."""
    assert isinstance(form.data, QueryDict)  # noqa: S101 - what a request carries
    data = form.data.copy()
    for name, value in {**conflict.merged, "seen": conflict.seen}.items():
        if name not in form.fields:
            continue
        if isinstance(value, tuple):
            data.setlist(form.add_prefix(name), list(value))
        else:
            data[form.add_prefix(name)] = "" if value is None else str(value)
    form.data = data
    form.add_error(None, conflict.message)


def _plain(value: Any) -> Any:
    """A cleaned value as `Content` holds it."""
    if isinstance(value, Course):
        return value.code
    if isinstance(value, Place):
        return value.pk
    return tuple(value) if isinstance(value, list) else value


def _limit(field: forms.Field, model: type[Any], **filters: Any) -> None:
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the type only
    field.queryset = model._default_manager.filter(**filters)
