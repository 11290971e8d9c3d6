"""A form with one field of each kind, empty or with every kind of error."""

from django import forms

from vijfluik.ui.forms import DateInput, FileDrop, SearchInput


class SpecimenForm(forms.Form):
    """One field of each kind that the platform uses."""

    subject = forms.CharField(
        label="Onderwerp", help_text="Kort en zakelijk, geen namen van personen.", max_length=80
    )
    held_on = forms.DateField(label="Datum", widget=DateInput)
    participants = forms.IntegerField(label="Deelnemers", min_value=0, required=False)
    provider = forms.ChoiceField(
        label="Aanbieder", choices=[("", "Kies"), ("ror", "ROR"), ("jep", "JEP"), ("ssv", "SSV")]
    )
    state = forms.ChoiceField(
        label="Stand",
        widget=forms.RadioSelect,
        choices=[("planned", "Gepland"), ("held", "Gegeven"), ("cancelled", "Vervallen")],
    )
    audiences = forms.MultipleChoiceField(
        label="Doelgroepen",
        required=False,
        help_text="Meer dan een mag.",
        widget=forms.CheckboxSelectMultiple,
        choices=[("municipal", "Gemeenten"), ("police", "Politie"), ("school", "Scholen")],
    )
    agreed = forms.BooleanField(label="De aanbieder heeft de aantallen bevestigd", required=False)
    remark = forms.CharField(label="Toelichting", widget=forms.Textarea, required=False)
    document = forms.FileField(
        label="Bestand met trainingen", widget=FileDrop, help_text="CSV of XLSX.", required=False
    )


class SpecimenFilter(forms.Form):
    """Filters as above a register."""

    search = forms.CharField(label="Zoeken", widget=SearchInput, required=False)
    year = forms.ChoiceField(label="Jaar", required=False, choices=[("", "Alle"), ("2018", "2018")])
    place = forms.CharField(label="Gemeente", required=False)


def specimen_forms() -> dict[str, forms.Form]:
    """The form empty, the form with errors, and the filters."""
    return {
        "form": SpecimenForm(prefix="leeg"),
        "wrong_form": SpecimenForm({"fout-participants": "-3"}, prefix="fout"),
        "filter_form": SpecimenFilter({"year": "2018"}, auto_id="filter_%s"),
    }
