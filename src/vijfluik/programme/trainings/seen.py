"""Which version of a record a person looked at: the token that a page sends along."""

import uuid

from django.utils.translation import gettext as _

from vijfluik.core.versions.history import versions
from vijfluik.core.versions.rows import VersionRow
from vijfluik.programme.trainings.content import Content, content_of
from vijfluik.programme.trainings.faults import Fault, Invalid
from vijfluik.programme.trainings.models import Training


def token_of(key: uuid.UUID) -> str:
    """The token of the version that holds now."""
    return str(current_version(key).vid)


def current_version(key: uuid.UUID) -> VersionRow:
    """The version that holds now.

    Raises:
        VersionRow.DoesNotExist: there is no such record, or it may not be seen.
    """
    return versions(Training).current().get(key=key)


def content_seen(*, key: uuid.UUID, token: str) -> Content:
    """What the record said in the version of a token.

    Raises:
        Invalid: the token is of no version of this record.
    """
    row = None
    if token.isascii() and token.isdigit() and len(token) < 19:
        row = versions(Training).filter(key=key, vid=int(token)).first()
    if row is None:
        raise Invalid(
            [
                Fault(
                    field="seen",
                    wrong=_("deze pagina is verouderd"),
                    right=_("open de training opnieuw"),
                )
            ]
        )
    return content_of(row)
