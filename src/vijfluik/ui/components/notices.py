"""What is said to the reader: notices, badges, empty states, progress, errors of a form."""

from enum import StrEnum
from functools import lru_cache

from django.forms import BaseForm, BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from vijfluik.ui.components.library import register


class Tone(StrEnum):
    """The five tones; each has a colour, an icon of its own shape, and words beside it."""

    POSITIVE = "positive"
    INFO = "info"
    WARNING = "warning"
    NEGATIVE = "negative"
    NEUTRAL = "neutral"


# Django's levels of messages, as tones.
MESSAGE_TONES = {
    "debug": Tone.NEUTRAL,
    "info": Tone.INFO,
    "success": Tone.POSITIVE,
    "warning": Tone.WARNING,
    "error": Tone.NEGATIVE,
}


@register.filter
def message_tone(level_tag: str) -> Tone:
    """The tone of a message of Django by its level tag; an unknown level is information.

    level_tag: `message.level_tag`.
    """
    return MESSAGE_TONES.get(level_tag, Tone.INFO)


@register.simple_block_tag
def notice(
    content: SafeString, tone: str = "info", *, title: str = "", heading_level: int = 0
) -> str:
    """A block that stands out: what is the matter and what to do.

    content: its text. tone: a Tone. title: a bold first line. heading_level: 2 to 4 makes the
    title a heading; 0 leaves it a paragraph.
    """
    return render_to_string(
        "ui/notice.html",
        {"content": content, "tone": Tone(tone), "title": title, "heading_level": heading_level},
    )


@register.inclusion_tag("ui/badge.html")
def badge(label: str, tone: str = "neutral", *, icon: str = "") -> dict[str, object]:
    """A state in a word: colour, icon shape and text together.

    label: the state. tone: a Tone. icon: another icon than that of the tone.
    """
    return {"label": label, "tone": Tone(tone), "icon": icon or Tone(tone)}


def shown_badge(label: str, tone: str = "neutral") -> SafeString:
    """A badge as text for a cell of a table or a value of a definition."""
    # Plain text, so that what is marked as safe and what is not never share a drawing.
    return _drawn_badge(f"{label}", f"{tone}")


@lru_cache(maxsize=512)
def _drawn_badge(label: str, tone: str) -> SafeString:
    """The same few states stand in every row of a list; words, so each language has its own."""
    return render_to_string("ui/badge.html", badge(label, tone))


@register.inclusion_tag("ui/empty.html")
def empty(
    title: str, *, text: str = "", action_label: str = "", action_url: str = ""
) -> dict[str, object]:
    """A list with nothing in it: why, and the one thing to do about it.

    title: what is not there. text: why, or what would fill it. action_label, action_url: a button.
    """
    return {
        "title": title,
        "text": text,
        "action_label": action_label,
        "action_url": action_url,
    }


@register.inclusion_tag("ui/progress.html")
def progress(label: str, *, done: int, total: int, text: str = "") -> dict[str, object]:
    """How far a long task is, as a bar and in words.

    label: what is being done. done, total: counts; a total of 0 shows a bar without an end.
    text: another sentence than "n van m".
    """
    return {"label": label, "done": done, "total": total, "text": text}


def first_control(field: BoundField) -> str:
    """The id of the control that a link to the field must reach: in a group, its first choice."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.id_for_label


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    """All errors of a form in one block at its head, each leading to its field.

    form: a bound form; a form without errors gives nothing. The block takes the focus when the
    page loads (autofocus), with and without script.
    """
    linked = [
        {"target": first_control(field), "text": error, "label": field.label}
        for field in form.visible_fields()
        for error in field.errors
    ]
    return {
        "general": list(form.non_field_errors()),
        "linked": linked,
        "count": len(linked) + len(form.non_field_errors()),
    }
