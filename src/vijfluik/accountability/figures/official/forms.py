"""The forms of the official values."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.accountability.figures.hedges import Hedge
from vijfluik.accountability.figures.official.content import (
    Content,
    Parts,
    official_definitions,
)
from vijfluik.accountability.figures.official.model import OfficialValue
from vijfluik.accountability.figures.pages_words import language_of_page
from vijfluik.ui.forms import DateInput

PART = re.compile(r"\s*([a-z][a-z0-9_-]*)\s*[:=]\s*(\d{1,15})\s*")

_ModelForm = forms.ModelForm


class OfficialForm(_ModelForm):  # type: ignore[type-arg]
    """A value and its source; nothing is saved here, actions do."""

    figure = forms.ChoiceField(label=gettext_lazy("Cijfer"))
    parts = forms.CharField(
        label=gettext_lazy("Delen"),
        required=False,
        help_text=gettext_lazy(
            "Alleen als de bron het getal verdeelt: naam en getal, een per regel, zoals"
            " “meldplicht: 5”."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reden van de correctie"), required=False, max_length=500
    )

    class Meta:
        model = OfficialValue
        fields = (
            "figure",
            "number",
            "parts",
            "hedge",
            "hedge_word_nl",
            "hedge_word_en",
            "words_nl",
            "words_en",
            "supplied_by",
            "document",
            "place",
            "valid_from",
            "valid_until",
        )
        widgets = {"valid_from": DateInput(), "valid_until": DateInput()}

    def __init__(self, *args: Any, correcting: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        figure = self.fields["figure"]
        language = language_of_page()
        if isinstance(figure, forms.ChoiceField):
            known = official_definitions().values()
            choices: list[tuple[str, str]] = [
                (each.id, each.name.in_language(language)) for each in known
            ]
            choices.sort(key=lambda pair: pair[1])
            figure.choices = choices
        if correcting:
            figure.disabled = True
            self.fields["reason"].required = True
        else:
            del self.fields["reason"]

    def clean_parts(self) -> Parts | None:
        """The parts as numbers by name; None when there are none."""
        found: dict[str, int] = {}
        for line in str(self.cleaned_data["parts"]).splitlines():
            match = PART.fullmatch(line)
            if not line.strip():
                continue
            if match is None or match[1] in found:
                raise forms.ValidationError(
                    _("“%(line)s” is geen deel. Schrijf een naam en een getal: meldplicht: 5.")
                    % {"line": line.strip()}
                )
            found[match[1]] = int(match[2])
        return found or None

    def _post_clean(self) -> None:
        """Leave the rules between fields to `content.require_right`: nothing is saved here."""

    def content(self) -> Content:
        """What was filled in."""
        values = {name: self.cleaned_data[name] for name in self.Meta.fields}
        values["hedge"] = Hedge(values["hedge"])
        return Content(**values)


class ReasonForm(forms.Form):
    """Why a value is rejected or withdrawn."""

    reason = forms.CharField(label=gettext_lazy("Waarom?"), max_length=500)


def parts_text(parts: object) -> str:
    """Parts as the form takes them: a name and a number per line."""
    if isinstance(parts, Mapping):
        return "\n".join(f"{name}: {value}" for name, value in parts.items())
    if isinstance(parts, list):
        return "\n".join(f"deel{number}: {value}" for number, value in enumerate(parts, start=1))
    return ""


def put_faults(form: forms.BaseForm, *, faults: Mapping[str, str]) -> None:
    """Show each fault at its field; above the form when it has none."""
    for name, text in faults.items():
        form.add_error(name if name in form.fields else None, text)
