"""What a release says of itself under the title of its files, in the language of the edition."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from vijfluik.accountability.releases.models import Release
from vijfluik.accountability.reports.library import report_named
from vijfluik.core.documents.structure import Language


def details_of(release: Release, *, language: Language) -> tuple[tuple[str, str], ...]:
    """Terms and texts: its own number, its notes, what it rectifies, why, and what changed."""
    with override(str(language)):
        found = [(_("Uitgave"), release.reference), *_rectification(release, language=language)]
        notes = release.said("notes", language=language)
        if notes:
            found.append((_("Toelichting"), notes))
        return tuple(found)


def _rectification(release: Release, *, language: Language) -> list[tuple[str, str]]:
    before = release.predecessor
    if before is None:
        return []
    title = report_named(before.report).title.in_language(language)
    return [
        (_("Rectificatie van"), f"{title} ({before.reference})"),
        (_("Reden"), release.said("rectified_because", language=language)),
        (_("Wat er is veranderd"), release.said("changed", language=language)),
    ]
