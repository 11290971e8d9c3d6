"""Which version of a record a person looked at: the token that a page sends along."""

import uuid

from django.utils.translation import gettext as _

from vijfluik.core.registers.content import Content
from vijfluik.core.registers.contents import content_of
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Fault, Invalid
from vijfluik.core.versions.history import versions
from vijfluik.core.versions.rows import VersionRow


def token_of(register: Register, *, key: uuid.UUID) -> str:
    """The token of the version that holds now."""
    return str(current_version(register, key=key).vid)


def current_version(register: Register, *, key: uuid.UUID) -> VersionRow:
    """The version that holds now.

    Raises:
        VersionRow.DoesNotExist: there is no such record, or it may not be seen.
    """
    return versions(register.model).current().get(key=key)


def content_seen(register: Register, *, key: uuid.UUID, token: str) -> Content:
    """What the record said in the version of a token.

    Raises:
        Invalid: the token is of no version of this record.
    """
    row = None
    if token.isascii() and token.isdigit() and len(token) < 19:
        row = versions(register.model).filter(key=key, vid=int(token)).first()
    if row is None:
        raise Invalid(
            [
                Fault(
                    field="seen",
                    wrong=_("deze pagina is verouderd"),
                    right=_("open de registratie opnieuw"),
                )
            ]
        )
    return content_of(register, record=row)
