"""What the page of a partnership tells beside what every register tells."""

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vijfluik.core.access.gate import acting_now
from vijfluik.core.registers.reading import Detail
from vijfluik.programme.partnerships.grounds import confirmed
from vijfluik.programme.partnerships.milestones.picture import picture_of
from vijfluik.programme.partnerships.partnership.register import REGISTER
from vijfluik.programme.partnerships.vocabulary import PartnershipKind
from vijfluik.ui.components.notices import shown_badge
from vijfluik.ui.registers.pages import records


def _ground(found: Detail) -> list[tuple[str, str]]:
    """How sure the ground is, with the way to the provision."""
    record: Any = found.record
    if record.provision and confirmed(record.provision):
        standing = shown_badge(_("Bevestigd"), "positive")
    else:
        standing = shown_badge(_("Niet bevestigd"), "warning")
    if not record.provision:
        return [(_("Stand van de grondslag"), standing)]
    way = format_html(
        ' <a href="{}">{}</a>',
        reverse("law:provision", args=[record.provision]),
        _("naar de bepaling"),
    )
    return [(_("Stand van de grondslag"), format_html("{}{}", standing, way))]


def _milestones(found: Detail) -> SafeString:
    """Its milestones in time, with the days that were expected before; for a plan, its model."""
    picture = picture_of(found.record, who=acting_now())
    model_url = ""
    if found.correctable and found.record.kind == PartnershipKind.ACTION_PLAN:
        model_url = reverse("plan_model", args=[found.record.key])
    if picture is None and not model_url:
        return SafeString("")
    context = {"picture": picture, "model_url": model_url}
    return render_to_string("partnerships/milestones.html", context)


detail = records.detail(REGISTER, extra=_ground, below=_milestones)
