"""What every record of a register has: a random key, its owner's own number, a state, a source."""

import uuid
from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.faults import Refusal
from vijfluik.core.registers.models.batch import ImportBatch


class Record(models.Model):
    """A record of a register.

    A subclass adds the foreign key to its owning organisation (the `scope` of its register), its
    own fields, and lists `record_constraints(…)` and `record_indexes(…)`. `Meta.ordering` is the
    usual order of its list: the day that matters most, the latest first, and then "key". `walled`
    names the field with its compartment, in a register with walls (`core.registers.walls`), and
    `walled_own` another thing by whose rules a record is one's own.

    refusals: name of a constraint of the database → what people read when it refuses a row.
    """

    walled: ClassVar[str] = ""
    walled_own: ClassVar[str] = ""
    refusals: ClassVar[Mapping[str, Refusal]] = {}

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(
        _("kenmerk"),
        max_length=40,
        help_text=_("Uw eigen nummer; één keer per organisatie."),
    )
    state = models.CharField(_("stand"), max_length=30, editable=False)
    batch = models.ForeignKey(
        ImportBatch, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.reference


def record_constraints(
    name: str, *, scope: str, states: type[models.TextChoices]
) -> tuple[models.BaseConstraint, ...]:
    """The constraints of a register's table.

    Args:
        name: begins their names, such as "advice".
        scope: the field with the owning organisation.
        states: the vocabulary of the lifecycle.
    """
    return (
        # Carries the scope: it must not tell that another organisation's record exists.
        models.UniqueConstraint(scope, "reference", name=f"{name}_reference_once"),
        models.CheckConstraint(name=f"{name}_state_known", condition=Q(state__in=states.values)),
    )


def record_indexes(name: str, *, scope: str, day: str) -> tuple[models.Index, ...]:
    """The indexes that the list needs at 100,000 records.

    Args:
        name: begins their names, at most 20 characters.
        scope: the field with the owning organisation.
        day: the field that the list is ordered by, the latest first.
    """
    return (
        models.Index(fields=(f"-{day}", "key"), name=f"{name}_list"),
        models.Index(fields=(scope, f"-{day}", "key"), name=f"{name}_list_own"),
        models.Index(fields=("state", f"-{day}", "key"), name=f"{name}_list_st"),
    )
