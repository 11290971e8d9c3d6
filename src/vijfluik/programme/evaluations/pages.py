"""What the pages of this room tell beside what every register tells."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vijfluik.core.access.gate import acting_now
from vijfluik.core.registers.reading import Detail
from vijfluik.programme.evaluations.before_after import before_after
from vijfluik.programme.evaluations.canvas import DRAWN, drawn
from vijfluik.programme.evaluations.maturity import kinds_within_reach
from vijfluik.programme.evaluations.models import Evaluation
from vijfluik.programme.evaluations.queries import last_of_the_same
from vijfluik.programme.evaluations.register import REGISTER
from vijfluik.programme.evaluations.theories.register import THEORIES
from vijfluik.programme.evaluations.vocabulary import MEANING, Maturity
from vijfluik.programme.publications.tagging import of_day
from vijfluik.ui.registers.pages import records


def _facts(found: Detail) -> list[tuple[str, str]]:
    """The provision that asks for it, and what held on the day on which it appeared or began."""
    record = found.record
    day = record.published_on or record.commissioned_on
    facts = [(label, text) for label, text in of_day(day) if text]
    if record.provision:
        url = reverse("law:provision", args=[record.provision])
        link = format_html('<a href="{}">{}</a>', url, record.get_provision_display())
        facts.insert(0, (_("Wat de wet erover zegt"), link))
    return facts


def begin(name: str, parent: Any) -> Mapping[str, object]:
    """What the evaluation of a thing begins with: the item that it is of, by the own organisation.

    Args:
        name: the field of the evaluation that leads to the thing.
        parent: the thing.
    """
    if name not in ("award", "partnership"):
        return {}
    return {
        "title": _("Evaluatie van %(name)s")
        % {"name": parent.title if name == "award" else parent},
        "item": parent.item,
        REGISTER.scope: acting_now().actor.organisation,
    }


def ladder(evaluation: Evaluation | None) -> list[dict[str, object]]:
    """The scale of maturity, with the rung that an evaluation came to."""
    reached = "" if evaluation is None else evaluation.maturity
    rungs = list(Maturity)
    at = rungs.index(Maturity(reached)) if reached else -1
    return [
        {
            "label": capfirst(str(rung.label)),
            "meaning": MEANING[rung],
            "reached": number <= at,
            "here": number == at,
        }
        for number, rung in enumerate(rungs)
    ]


def _maturity(found: Detail) -> str:
    """How far the evidence for the evaluated thing is, by its latest public evaluation."""
    last = last_of_the_same(found.record, who=acting_now())
    context = {
        "rungs": ladder(last),
        "last": last,
        "own": last is not None and last.key == found.record.key,
        # Only for who may open the page that the link leads to.
        "others": bool(kinds_within_reach()),
    }
    return render_to_string("evaluations/ladder.html", context)


def _canvas(found: Detail) -> str:
    return drawn(found.record)


evaluation = records.detail(REGISTER, extra=_facts, above=_maturity, below=before_after)
theory = records.detail(THEORIES, above=_canvas, drawn=DRAWN)
