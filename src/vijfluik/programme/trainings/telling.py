"""The timeline of a training in the words of its page."""

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vijfluik.programme.trainings.queries import Detail
from vijfluik.programme.trainings.showing import shown
from vijfluik.programme.trainings.timeline import Moment
from vijfluik.ui.components.history import Change
from vijfluik.ui.registers.record import Happening
from vijfluik.ui.shell import Link

# Edge → icon and tone.
_SIGNS = {
    "request": ("add", "neutral"),
    "plan": ("planned", "info"),
    "replan": ("planned", "info"),
    "hold": ("positive", "positive"),
    "cancel": ("closed", "neutral"),
    "reopen": ("change", "info"),
    "withdraw": ("refusal", "negative"),
}
_CHANGED = ("version", "info")


def done_words() -> dict[str, str]:
    """Edge → what was done, in the language of the page."""
    return {
        "request": _("Aangevraagd"),
        "plan": _("Gepland"),
        "replan": _("Verzet"),
        "hold": _("Als gegeven vastgelegd"),
        "cancel": _("Geannuleerd"),
        "reopen": _("Annulering teruggedraaid"),
        "withdraw": _("Ingetrokken"),
        "correct": _("Gewijzigd"),
    }


def happenings(found: Detail) -> list[Happening]:
    """Every moment, the newest first; the last change can be taken back."""
    words = done_words()
    nothing = shown("", None, places={})
    return [
        Happening(
            title=words.get(moment.edge, moment.title),
            at=moment.at,
            on=moment.on if moment.edge not in ("", "correct") else None,
            actor=moment.actor,
            icon=_SIGNS.get(moment.edge, _CHANGED)[0],
            tone=_SIGNS.get(moment.edge, _CHANGED)[1],
            reason=moment.reason,
            changes=[
                Change(
                    label=capfirst(change.label),
                    # What was not filled in yet is no old value.
                    before="" if change.before == nothing else change.before,
                    after=change.after,
                )
                for change in moment.changes
            ],
            links=_undo(found, moment=moment, newest=number == 0),
        )
        for number, moment in enumerate(found.timeline)
    ]


def _undo(found: Detail, *, moment: Moment, newest: bool) -> list[Link]:
    if not newest or moment.edge != "correct" or not found.correctable:
        return []
    return [Link(label=_("Terugdraaien"), url=undo_url(found.training.key))]


def undo_url(key: object) -> str:
    """The correction form with the values from before the last correction."""
    return reverse("trainings:correct", args=[key]) + "?terug=1"
