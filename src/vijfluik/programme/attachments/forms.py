"""The forms of documents."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from vijfluik.core.documents.stored.kinds import EVERY
from vijfluik.core.partners.models import Organisation
from vijfluik.programme.attachments.vocabulary import Ground
from vijfluik.ui.forms import FileDrop


def _limits() -> str:
    return _now("%(kinds)s; hoogstens %(size)d MB.") % {
        "kinds": EVERY,
        "size": settings.DOCUMENTS_LARGEST // (1024 * 1024),
    }


class FileForm(forms.Form):
    """A file in the place of another."""

    file = forms.FileField(
        label=_("bestand"), widget=FileDrop, help_text=lazy(_limits, str)(), max_length=1000
    )

    def content(self) -> bytes:
        """The bytes, as often as they are asked: a request may be run again from its beginning."""
        file = self.cleaned_data["file"]
        file.seek(0)
        read: bytes = file.read(settings.DOCUMENTS_LARGEST + 1)
        return read


class DocumentForm(FileForm):
    """A file at a record."""

    title = forms.CharField(
        label=_("titel"),
        max_length=200,
        required=False,
        help_text=_("Leeg: de naam van het bestand."),
    )
    organisation = forms.ChoiceField(
        label=_("namens"),
        help_text=_("De mensen van deze organisatie zien het ook als het niet gedeeld is."),
    )
    shared = forms.BooleanField(
        label=_("meteen delen met iedereen die deze registratie leest"), required=False
    )

    def __init__(self, *args: Any, organisations: Sequence[str], first: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = dict(
            Organisation.objects.filter(code__in=organisations).values_list("code", "name")
        )
        field = self.fields["organisation"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type only
        field.choices = [(code, names.get(code, code)) for code in organisations]
        field.initial = first
        if len(organisations) == 1:
            field.required, field.widget = False, forms.HiddenInput()

    def owner(self) -> str:
        """The code of the organisation on whose behalf."""
        return self.cleaned_data["organisation"] or str(self.fields["organisation"].initial)


class WithdrawForm(forms.Form):
    """Why it is destroyed."""

    ground = forms.ChoiceField(
        label=_("reden"), choices=Ground.choices, widget=forms.RadioSelect, required=False
    )


class SharingForm(forms.Form):
    """Whether it is shared from now on, as the page said it."""

    wanted = forms.ChoiceField(choices=(("ja", "ja"), ("nee", "nee")), widget=forms.HiddenInput)
