"""Reading releases: their files, what rectified them, and what was decided by whom."""

from collections.abc import Iterable

from vijfluik.accountability.releases.access import MADE, OBJECT, OPENED, admissions, open_releases
from vijfluik.accountability.releases.models import Comment, File, Release, ReleaseStep
from vijfluik.accountability.releases.models.file import ALL_LANGUAGES
from vijfluik.accountability.releases.vocabulary import CommentState, ReleaseState
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import limited, listing
from vijfluik.core.documents.structure import Language
from vijfluik.core.partners.acting import Acting

_ORDER = [*(str(each) for each in Language), ALL_LANGUAGES]


def readable(*, who: Acting) -> list[Release]:
    """The releases that somebody may read, the latest moment first: all as maker, or what is open.

    Raises:
        Refused: releases may not be read at all.
    """
    makes = not reach(who=who, thing=MADE, action="read").nowhere
    with listing(thing=MADE if makes else OPENED, object_type=OBJECT) as shown:
        rows = (
            limited(Release.objects.order_by("-as_of", "key"), where=shown.where,
                    field="organisation")
            if makes
            else open_releases()
        )  # fmt: skip
        found = list(rows)
        shown.showed(each.key for each in found)
    return found


def adoption_of(release: Release) -> ReleaseStep | None:
    """The step that last adopted it, with who took it; None before it was adopted."""
    steps = ReleaseStep.objects.filter(release=release.key).exclude(edge="correct")
    last = steps.filter(edge="adopt").select_related("taken_by", "proposed_by").last()
    returned = steps.filter(edge="return").last()
    if last is None or (returned is not None and returned.registered_at > last.registered_at):
        return None
    return last


def files_of(release: Release) -> list[File]:
    """Its files as they were adopted, without their bytes."""
    adoption = adoption_of(release)
    if adoption is None:
        return []
    files = File.objects.filter(adopted_in=adoption.key).defer("content")
    return sorted(files, key=lambda file: (_ORDER.index(file.language), file.format))


def file_of(release: Release, *, language: str, kind: str) -> File | None:
    """One file with its bytes; None when there is no such file."""
    adoption = adoption_of(release)
    if adoption is None:
        return None
    found = File.objects.filter(adopted_in=adoption.key, language=language, format=kind)
    return found.first()


def successors(releases: Iterable[Release]) -> dict[object, Release]:
    """Release → the one that rectified it, as far as the reader may read that one too."""
    keys = [each.key for each in releases]
    rows = Release.objects.filter(predecessor__in=keys, state__in=("published", "rectified"))
    return {row.predecessor_id: row for row in rows}


def admitted_to(*, who: Acting) -> list[Release]:
    """What somebody is admitted to and is not open yet; makers have the register."""
    keys = list(admissions(who=who).values_list("release", flat=True))
    if not keys:
        return []
    opened = open_releases().filter(key__in=keys).values("key")
    fixed = (ReleaseState.ADOPTED, ReleaseState.PUBLISHED)
    return list(Release.objects.filter(key__in=keys, state__in=fixed).exclude(key__in=opened))


def worked_on() -> list[Release]:
    """The releases whose text may still change, of those within reach."""
    return list(Release.objects.filter(state__in=(ReleaseState.DRAFT, ReleaseState.IN_CHECK)))


def commented(release: Release) -> list[str]:
    """The place of each comment on a release that is not settled, of those within reach."""
    states = (CommentState.OPEN, CommentState.ANSWERED)
    waiting = Comment.objects.filter(release=release.key, state__in=states)
    return list(waiting.values_list("place", flat=True))
