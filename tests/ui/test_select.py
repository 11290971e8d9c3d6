"""A list to choose from is drawn as Django draws it, in a fraction of the time."""

from django import forms
from django.forms.renderers import TemplatesSetting

from vijfluik.ui.forms import Renderer


class Asking(forms.Form):
    """Groups, a chosen option, attributes, and signs that must not become markup."""

    place = forms.ChoiceField(
        choices=[
            ("", "alle"),
            ("Noord", [("a", "A & <b>"), ('"b"', "B")]),
            (1, "één"),
        ],
        widget=forms.Select(attrs={"class": "wide", "data-hint": '<"&'}),
    )
    several = forms.MultipleChoiceField(choices=[("x", "X"), ("y", "Y")])


def drawn(form: Asking, *, name: str) -> list[str]:
    return str(form[name]).split()


def test_it_is_what_django_draws() -> None:
    given = {"place": '"b"', "several": ["x", "y"]}
    for data in (given, {}, None):
        ours = Asking(data, renderer=Renderer())
        theirs = Asking(data, renderer=TemplatesSetting())
        for name in ours.fields:
            assert drawn(ours, name=name) == drawn(theirs, name=name)
    assert "selected" in str(Asking(given, renderer=Renderer())["place"])
