"""Finding items on the page of the programme: by word, area, pattern and state."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vijfluik.accountability.catalogue.library import catalogue
from vijfluik.accountability.catalogue.queries import Entry
from vijfluik.accountability.catalogue.words import LABELS, WORDS
from vijfluik.core.items.areas import Area
from vijfluik.ui.forms import SearchInput, choosing
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel


def title_of(area: Area) -> str:
    """The area's name as a title."""
    return _("Overkoepelend") if area == Area.ACROSS else str(Panel(area).label)


class ItemsForm(forms.Form):
    """The filters; each that is filled in narrows."""

    zoek = forms.CharField(
        label=gettext_lazy("Zoek"), required=False, max_length=100, widget=SearchInput()
    )
    gebied = forms.ChoiceField(label=gettext_lazy("Gebied"), required=False)
    patroon = forms.ChoiceField(label=gettext_lazy("Patroon"), required=False)
    stand = forms.ChoiceField(label=gettext_lazy("Stand"), required=False)

    def __init__(self, asked: Mapping[str, str]) -> None:
        super().__init__(asked, auto_id="filter_%s")
        language = page_language()
        choices: dict[str, list[tuple[str, str]]] = {
            "gebied": [(str(area), title_of(area)) for area in Area],
            "patroon": [
                (key.lower(), each.name.of(language)) for key, each in catalogue().patterns.items()
            ],
            "stand": [(WORDS[state], str(LABELS[state])) for state in WORDS],
        }
        for name, found in choices.items():
            choosing(self, name).choices = [("", _("alle")), *found]

    def asked(self) -> dict[str, str]:
        """What was filled in and makes sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def label_of(self, name: str, *, value: str) -> str:
        """A filter in force, in words."""
        field = self.fields[name]
        words = {} if name == "zoek" else {str(key): label for key, label in field.widget.choices}
        return f"{field.label}: {words.get(value, value)}"


def narrowed(entries: Iterable[Entry], *, asked: dict[str, str]) -> list[Entry]:
    """The items that pass every filter."""
    return [entry for entry in entries if _passes(entry, asked)]


def _passes(entry: Entry, asked: dict[str, str]) -> bool:
    area, pattern, state = (asked.get(name, "") for name in ("gebied", "patroon", "stand"))
    if area and area != entry.item.area and Area(area) not in entry.described.also:
        return False
    if pattern and pattern.upper() not in entry.described.patterns:
        return False
    if state and WORDS[entry.state.state] != state:
        return False
    said = _said(entry)
    return all(word in said for word in asked.get("zoek", "").casefold().split())


def _said(entry: Entry) -> str:
    """Everything by whose words an item is found, in the language of the page."""
    language = page_language()
    actors = catalogue().actors
    return " ".join(
        [
            entry.item.key,
            entry.name,
            entry.described.what.of(language),
            *(actors[code].of(language) for code in entry.described.runs),
            *(actors[code].of(language) for code in entry.described.partners),
        ]
    ).casefold()
