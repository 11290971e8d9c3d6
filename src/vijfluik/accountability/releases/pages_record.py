"""The page of a release in its register, and its acts with what comes with them."""

import functools
import uuid
from collections.abc import Mapping, Sequence

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vijfluik.accountability.releases import actions
from vijfluik.accountability.releases.pages_text import files_table
from vijfluik.accountability.releases.queries import successors
from vijfluik.accountability.releases.releases_register import RELEASES
from vijfluik.accountability.releases.vocabulary import ReleaseState
from vijfluik.core.registers.reading import Detail
from vijfluik.ui.marks import fresh_proof_for
from vijfluik.ui.registers.pages import acts, records


def _links(found: Detail) -> Sequence[tuple[str, str]]:
    """The ways to its text, its checklist, what rectified it and how to do that."""
    one = found.record
    text = format_html(
        '<a href="{}">{}</a>', reverse("released:release", args=[one.key]), _("Tekst lezen")
    )
    address = reverse("release_checklist", args=[one.key])
    link = format_html('<a href="{}">{}</a>', address, _("Controlelijst bekijken"))
    links: list[tuple[str, str]] = [(_("Tekst"), text), (_("Controlelijst"), link)]
    if one.state == ReleaseState.DRAFT:
        address = reverse("release_writing", args=[one.key, "nl"])
        write = format_html('<a href="{}">{}</a>', address, _("Schrijven in de tekst"))
        links.insert(1, (_("Bewerken"), write))
    files = files_table(one)
    if files is not None:
        links.append((_("Bestanden"), str(len(files.rows))))
    later = successors([one]).get(one.key)
    if later is not None:
        address = reverse("releases:detail", args=[later.key])
        links.append(
            (_("Gerectificeerd door"), format_html('<a href="{}">{}</a>', address, str(later)))
        )
    elif one.state == ReleaseState.PUBLISHED:
        address = f"{reverse('releases:create')}?predecessor={one.key}"
        link = format_html('<a href="{}">{}</a>', address, _("Rectificatie opstellen"))
        links.append((_("Klopt er iets niet?"), link))
    return links


detail = records.detail(RELEASES, extra=_links)


def _publishes(keywords: Mapping[str, object]) -> bool:
    chosen = RELEASES.act_of_word(str(keywords.get("step", "")))
    return chosen is not None and chosen.name == "publish"


@fresh_proof_for(_publishes)
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, key: uuid.UUID, step: str) -> HttpResponseBase:
    """A step; the files that adopting makes lead back to this site."""
    origin = request.build_absolute_uri("/").rstrip("/")
    take = functools.partial(actions.take, base_url=origin)
    return acts.act(RELEASES, take=take)(request, key=key, step=step)


def begin(name: str, parent: object) -> dict[str, object]:
    """A rectification begins with the report and the period of what it rectifies."""
    if name != "predecessor":
        return {}
    return {each: getattr(parent, each) for each in ("title", "report", "period_until")}


create = records.create(RELEASES, begin=begin)
