"""Rules for records that belong to those of another register, for the rooms to use."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About, Register
from vijfluik.core.registers.faults import Fault


def same_owner(content: Content, about: About, *, field: str, parent: Register) -> Iterator[Fault]:
    """What `Scoped(within=field)` refuses in the database, in words.

    Args:
        field: the foreign key to the parent.
        parent: the register that it leads to.
    """
    record = about.lookups.row(parent.model, key=content[field])
    if record is not None and parent.owner_of(record) != about.owner:
        yield Fault(
            field=field,
            wrong=_("dit is van een andere organisatie"),
            right=about.lookups.owners.get(parent.owner_of(record), parent.owner_of(record)),
        )


def exactly_one(content: Content, *, fields: tuple[str, ...]) -> Iterator[Fault]:
    """For an object of several kinds: one field per kind, and one of them filled."""
    filled = [name for name in fields if content[name] not in (None, "")]
    if len(filled) != 1:
        yield Fault(
            field=filled[1] if filled else fields[0],
            wrong=_("precies een hiervan hoort ingevuld te zijn"),
            right=_("kies waar dit over gaat, en laat de andere leeg"),
        )
