"""The only way to the text and files of a release: as maker, beforehand, or when it is open."""

import uuid
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q, QuerySet
from django.utils import timezone

from vijfluik.accountability.releases.models import Reader, Release
from vijfluik.accountability.releases.vocabulary import ReaderState, ReleaseState
from vijfluik.core.access.decisions import decide
from vijfluik.core.access.gate import Refused, acting_now, refuse, require
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.queries import today

MADE, OPENED = "releases", "released"
OBJECT = "releases.release"
_FIXED = (ReleaseState.ADOPTED, ReleaseState.PUBLISHED, ReleaseState.RECTIFIED)


class Standing(StrEnum):
    """As what somebody reads a release."""

    MAKER = "maker"
    EARLY = "early"
    PUBLIC = "public"


@dataclass(frozen=True, kw_only=True)
class Found:
    """A release with the standing in which it may be read; `admission` is that of an early one."""

    release: Release
    standing: Standing
    admission: Reader | None = None


def access_text(*, who: Acting, key: uuid.UUID) -> Found:
    """A release that `who` may read; the decision is journalled.

    Row-level security asks the same once more. Call it inside `acting(who)`.

    Raises:
        Refused: it may not be read, or there is no such release.
    """
    release = Release.objects.filter(key=key).first()
    if release is None:
        return _refused(key)
    if _makes(release, who=who):
        require(
            thing=MADE,
            action="read",
            organisation=release.organisation_id,
            object_type=OBJECT,
            object_key=str(key),
        )
        return Found(release=release, standing=Standing.MAKER)
    if is_open(release):
        require(thing=OPENED, action="read", object_type=OBJECT, object_key=str(key))
        return Found(release=release, standing=Standing.PUBLIC)
    admission = admission_to(release, who=who)
    if admission is None:
        return _refused(key)
    require(thing=OPENED, action="read", object_type=OBJECT, object_key=str(key))
    return Found(release=release, standing=Standing.EARLY, admission=admission)


def is_open(release: Release) -> bool:
    """Whether everybody of the programme may read it now."""
    if release.state not in (ReleaseState.PUBLISHED, ReleaseState.RECTIFIED):
        return False
    if release.embargo_until is None:
        return True
    return release.embargo_until <= timezone.now()


def open_releases() -> QuerySet[Release]:
    """The releases that everybody of the programme may read now, the latest moment first."""
    lifted = Q(embargo_until__isnull=True) | Q(embargo_until__lte=timezone.now())
    states = (ReleaseState.PUBLISHED, ReleaseState.RECTIFIED)
    return Release.objects.filter(lifted, state__in=states).order_by("-as_of", "key")


def admission_to(release: Release, *, who: Acting) -> Reader | None:
    """What lets somebody read a release beforehand today; None for nothing."""
    if release.state not in _FIXED:
        return None
    return admissions(who=who).filter(release=release.key).first()


def admissions(*, who: Acting) -> QuerySet[Reader]:
    """The admissions that somebody has today."""
    day = today()
    return Reader.objects.filter(
        professional=who.actor.key,
        state=ReaderState.ADMITTED,
        valid_from__lte=day,
        valid_until__gte=day,
    )


def _makes(release: Release, *, who: Acting) -> bool:
    decided = decide(who=who, thing=MADE, action="read", organisation=release.organisation_id)
    return decided.allowed


def _refused(key: uuid.UUID) -> Found:
    acting_now()
    refuse(thing=OPENED, action="read", object_type=OBJECT, object_key=str(key))
    raise Refused
