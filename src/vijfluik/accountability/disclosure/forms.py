"""The form of an exemption."""

from django import forms

from vijfluik.accountability.disclosure.models import DisclosureExemption

_ModelForm = forms.ModelForm


class ExemptionForm(_ModelForm):  # type: ignore[type-arg]
    """Where the source itself publishes the number; nothing is saved here, actions do."""

    class Meta:
        model = DisclosureExemption
        fields = ("document", "place")
