"""How records of one source are made: what is left to say beside the definition."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import models

Record = dict[str, object]
FIRST_DAY, SECOND_DAY = dt.date(2018, 3, 5), dt.date(2020, 10, 6)


def random_key(_record: Record) -> object:
    """The key of a record of ours."""
    return uuid.uuid4()


@dataclass(frozen=True, kw_only=True)
class Parent:
    """A record that others belong to; no figure counts it."""

    model: type[models.Model]
    values: Record

    @property
    def key(self) -> object:
        """Its key."""
        return self.values["key"]


@dataclass(frozen=True, kw_only=True)
class Maker:
    """How records of one source are made.

    plain: values that any record needs. withdrawn: what withdrawing changes. values: two different
    values of a column that cannot be made up, such as a key of another table. key: of a record
    whose other values are there, where it is no random one. parent: what each of its records
    belongs to.
    """

    model: type[models.Model]
    plain: Callable[[], Record]
    withdrawn: Mapping[str, object]
    values: Mapping[str, tuple[object, object]]
    key: Callable[[Record], object] = random_key
    parent: Parent | None = None
