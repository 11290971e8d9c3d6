"""Saving a record; what the database refuses becomes a fault, also when two submit it at once."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Fault, Invalid

ONCE = "_reference_once"


def save(register: Register, *, record: Any, adding: bool = False) -> None:
    """Save.

    Raises:
        Invalid: its owner has a record of that reference already, or it breaks a constraint that
            the model has words for (`Record.refusals`).
    """
    try:
        with transaction.atomic():
            record.save(force_insert=adding, force_update=not adding)
    except IntegrityError as error:
        refusal = register.model.refusals.get(_constraint(error))  # type: ignore[attr-defined]
        if refusal is not None:
            raise Invalid([refusal.fault()]) from None
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


def _constraint(error: IntegrityError) -> str:
    """The name of the constraint that refused; empty when the database names none."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""
