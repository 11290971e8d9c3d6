"""The pages that ask: a form, a confirmation, and the choice between two people's changes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst

from vijfluik.core.registers.declaration import Register
from vijfluik.ui.registers.frame import frame_of
from vijfluik.ui.shell import Link

AForm = TypeVar("AForm", bound=forms.BaseForm)
THEIRS = "theirs"
CHOICE = "keuze_"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a page asks for.

    Attributes:
        title: the act as a heading.
        submit: the act as a verb on the button, never "OK".
        cancel_url: the way back without a change.
        about: what the record is, as label and text.
        intro: a sentence under the title.
        notice: what the reader must know first; `tone` weighs it.
        consequences: what follows from an act that cannot be taken back.
        path: the pages between the list and this one.
        busy: what is being done while one waits; empty when the act is done at once.
    """

    title: str
    submit: str
    cancel_url: str
    about: Sequence[tuple[str, str]] = field(default=())
    intro: str = ""
    notice: str = ""
    tone: str = "info"
    consequences: Sequence[str] = field(default=())
    path: Sequence[Link] = field(default=())
    busy: str = ""


@dataclass(frozen=True, kw_only=True)
class Side:
    """A field that somebody else changed meanwhile: as it was, as theirs, as yours.

    `clash`: both changed it, so somebody must choose.
    """

    field: str
    label: str
    was: str
    theirs: str
    yours: str
    clash: bool


def capitalised(form: AForm) -> AForm:
    """The same form with its labels begun by a capital. Call it before the form is checked."""
    for each in form.fields.values():
        each.label = capfirst(str(each.label)) if each.label else each.label
    return form


def form_page(
    request: HttpRequest, *, register: Register, form: forms.BaseForm, asked: Asked
) -> HttpResponse:
    """A form, empty or with its errors."""
    context = {**_frame(register, asked=asked), "form": form}
    return render(request, "ui/registers/form.html", context, status=_status(form))


def confirm_page(
    request: HttpRequest,
    *,
    register: Register,
    form: forms.BaseForm,
    asked: Asked,
    danger: bool = True,
) -> HttpResponse:
    """The question once more, mostly for what cannot be taken back.

    Args:
        danger: it cannot be taken back.
    """
    context = {
        **_frame(register, asked=asked),
        "form": form,
        "question": asked.notice,
        "items": asked.about,
        "consequences": asked.consequences,
        "confirm_label": asked.submit,
        "danger": danger,
        "cancel_url": asked.cancel_url,
    }
    return render(request, "ui/confirm.html", context, status=_status(form))


def merge_page(
    request: HttpRequest,
    *,
    register: Register,
    form: forms.BaseForm,
    sides: Sequence[Side],
    changed_by: str,
    asked: Asked,
) -> HttpResponse:
    """Was, theirs, yours: choose per field and save. Nothing was written yet.

    Args:
        form: the form with what is to be saved: yours, and theirs where you changed nothing.
    """
    context = {
        **_frame(register, asked=asked),
        "sides": sides,
        "clashing": [side for side in sides if side.clash],
        "changed_by": changed_by,
        "carried": [field.as_hidden() for field in form],
        "choice": CHOICE,
        "theirs": THEIRS,
    }
    return render(request, "ui/registers/merge.html", context, status=409)


def _frame(register: Register, *, asked: Asked) -> dict[str, Any]:
    frame = frame_of(register, title=asked.title, path=asked.path, intro=asked.intro)
    return {**frame, "asked": asked}


def _status(form: forms.BaseForm) -> int:
    return 422 if form.is_bound and form.errors else 200
