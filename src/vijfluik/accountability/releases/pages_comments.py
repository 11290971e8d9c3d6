"""Making a comment: the places of the text are offered, nobody has to know their names."""

from django import forms
from django.utils.translation import gettext as _

from vijfluik.accountability.figures.library import library
from vijfluik.accountability.releases.comments_register import COMMENTS
from vijfluik.accountability.releases.places import places
from vijfluik.accountability.releases.queries import worked_on
from vijfluik.accountability.releases.wordings import worded
from vijfluik.ui.registers.pages import records


def offering(form: forms.Form) -> None:
    """Offer the places of every text that is worked on: its sections, then its figures."""
    sections: dict[str, str] = {}
    figures: dict[str, str] = {}
    for release in worked_on():
        for key, label in places(worded(release)).items():
            (figures if key in library() else sections)[key] = label
    asked = form.fields["place"]
    form.fields["place"] = forms.ChoiceField(
        label=asked.label,
        help_text=_("De paragraaf of het cijfer waar uw opmerking bij hoort."),
        choices=[
            ("", _("Kies een plaats")),
            (_("Paragrafen"), list(sections.items())),
            (_("Cijfers"), list(figures.items())),
        ],
    )


create = records.create(COMMENTS, shaped=offering)
