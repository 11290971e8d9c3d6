"""A theory of change as a picture: five boxes, and what each arrow rests on."""

from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.text import capfirst

from vijfluik.programme.evaluations.models import Theory
from vijfluik.programme.evaluations.theories.vocabulary import ARROWS, BOXES, Evidence

TONES = {
    Evidence.NONE.value: "warning",
    Evidence.EXPERIENCE.value: "neutral",
    Evidence.INDICATION.value: "info",
    Evidence.SUPPORTED.value: "positive",
    Evidence.COMPARED.value: "positive",
}

# The fields that the picture shows.
DRAWN = (
    *BOXES,
    *(arrow.assumption for arrow in ARROWS),
    *(arrow.evidence for arrow in ARROWS),
    "indicators",
)


@dataclass(frozen=True, kw_only=True)
class Box:
    """A box with the arrow that leads to it; the first has none."""

    name: str
    text: str
    number: int
    before: str = ""
    assumption: str = ""
    evidence: str = ""
    tone: str = ""


def boxes_of(theory: Theory) -> list[Box]:
    """The five boxes in their order."""
    return [_box(theory, number=number, name=name) for number, name in enumerate(BOXES, start=1)]


def _box(theory: Theory, *, number: int, name: str) -> Box:
    box = {"name": _label(name), "text": getattr(theory, name), "number": number}
    arrow = next((each for each in ARROWS if each.target == name), None)
    if arrow is None:
        return Box(**box)
    evidence = getattr(theory, arrow.evidence)
    return Box(
        **box,
        before=_label(arrow.source),
        assumption=getattr(theory, arrow.assumption),
        evidence=capfirst(str(Evidence(evidence).label)),
        tone=TONES[evidence],
    )


def _label(name: str) -> str:
    field: Any = Theory._meta.get_field(name)
    return capfirst(str(field.verbose_name))


def drawn(theory: Theory) -> str:
    """The picture, as safe text."""
    indicators = [line.strip() for line in theory.indicators.splitlines() if line.strip()]
    context = {"theory": theory, "boxes": boxes_of(theory), "indicators": indicators}
    return render_to_string("evaluations/canvas.html", context)
