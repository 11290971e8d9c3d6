"""Saving a record; a reference that is taken becomes a fault, also when two submit it at once."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Fault, Invalid

ONCE = "_reference_once"


def save(register: Register, *, record: Any, adding: bool = False) -> None:
    """Save.

    Raises:
        Invalid: its owner has a record of that reference already.
    """
    try:
        with transaction.atomic():
            record.save(force_insert=adding, force_update=not adding)
    except IntegrityError as error:
        if ONCE not in str(error):
            raise
        raise Invalid(
            [
                Fault(
                    field="reference",
                    wrong=_("deze %(owner)s heeft al een %(record)s met kenmerk %(reference)s")
                    % {
                        "owner": register.model._meta.get_field(register.scope).verbose_name,  # type: ignore[union-attr]
                        "record": register.model._meta.verbose_name,
                        "reference": record.reference,
                    },
                    right=_("een ander kenmerk, of open de registratie die er al is"),
                )
            ]
        ) from None
