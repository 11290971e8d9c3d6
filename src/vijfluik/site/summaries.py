"""What the panels of the Overzicht say, each from the rooms that its reader may enter."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from vijfluik.core.access.decisions import reach
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today
from vijfluik.core.versions.history import versions
from vijfluik.core.versions.rows import INFINITY
from vijfluik.programme.trainings.access import THING
from vijfluik.programme.trainings.models import Training, TrainingStep
from vijfluik.programme.trainings.queries import DueItem, due_work, overview
from vijfluik.programme.trainings.register import REGISTER
from vijfluik.programme.trainings.telling import done_words
from vijfluik.ui.components.painting import PanelChange, PanelFigure, PanelSummary, PanelTask
from vijfluik.ui.formatting import days_until, number, short_day
from vijfluik.ui.language import page_language
from vijfluik.ui.panels import Panel
from vijfluik.ui.registers.requests import ONWARD

DUE = 4
CHANGES = 3


def trainings_summary(*, who: Acting, figures: Sequence[PanelFigure] = ()) -> PanelSummary:
    """The panel Voorkomen for this reader; only its name for who may see no trainings.

    Args:
        figures: key figures to stand first, such as those with a receipt.
    """
    address = reverse("catalogue:area", args=[Panel.VOORKOMEN])
    if reach(who=who, thing=THING, action="read").nowhere:
        return PanelSummary(panel=Panel.VOORKOMEN, url=address, figures=figures)
    return PanelSummary(
        panel=Panel.VOORKOMEN,
        url=address,
        figures=[*figures, *_counts(who)],
        due=[_task(item) for item in due_work(who=who)[:DUE]],
        changes=latest_changes(),
    )


def _counts(who: Acting) -> list[PanelFigure]:
    """What stands open: work at hand, no figures to cite."""
    counts = overview(who=who)
    language = page_language()
    listed = reverse("trainings:list")
    return [
        PanelFigure(
            label=_("aanvragen zonder afgesproken dag"),
            value=number(counts.requested_open, language=language),
            url=f"{listed}?{urlencode({'stand': 'requested'})}",
        ),
        PanelFigure(
            label=_("trainingen gepland"),
            value=number(counts.planned_open, language=language),
            url=f"{listed}?{urlencode({'stand': 'planned'})}",
        ),
    ]


def _task(item: DueItem) -> PanelTask:
    address = reverse("trainings:act", args=[item.training.key, REGISTER.acts[item.act].word])
    return PanelTask(
        label=f"{item.label.capitalize()}: {item.training.title}",
        url=f"{address}?{urlencode({ONWARD: reverse('overview')})}",
        when=days_until(item.due.due_on, today=today(), language=page_language()),
        late=item.overdue,
    )


def latest_changes() -> list[PanelChange]:
    """The records that were changed last, as row-level security lets them through.

    Versions that ended are found by an index on their end; the steps themselves have none on
    their moment alone.
    """
    ended = versions(Training).filter(tx_to__lt=INFINITY).order_by("-tx_to")
    keys = list(ended.values_list("key", flat=True)[:CHANGES])
    steps = TrainingStep.objects.filter(training__in=keys).select_related("training")
    # The last of each record stays: the steps come in the order of their moments.
    last = {step.training_id: step for step in steps.order_by("registered_at")}.values()
    words = done_words()
    return [
        PanelChange(
            label=f"{words.get(step.edge, '')}: {step.training.title}",
            url=reverse("trainings:detail", args=[step.training_id]),
            when=short_day(step.registered_at, language=page_language()),
        )
        for step in sorted(last, key=lambda step: step.registered_at, reverse=True)
    ]
