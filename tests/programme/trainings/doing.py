"""What every register can do, done with the register of trainings."""

import uuid
from functools import partial
from types import SimpleNamespace
from typing import Any

from vijfluik.core.partners.acting import Acting
from vijfluik.core.registers import listing, reading, seen, work
from vijfluik.core.registers.access import access_record
from vijfluik.core.registers.exporting.records import Exported, ExportFormat, export_records
from vijfluik.core.registers.filtering import Wanted
from vijfluik.core.registers.importing import mending as core_mending
from vijfluik.core.registers.importing import previewing, writing
from vijfluik.core.registers.importing import staging as core_staging
from vijfluik.core.registers.paging import ListPage
from vijfluik.core.registers.sample import columns_explained
from vijfluik.core.registers.words import words_of
from vijfluik.programme.trainings.register import REGISTER

WORDS = tuple(words_of(REGISTER).values())
COLUMNS_EXPLAINED = columns_explained(REGISTER)
access_training = partial(access_record, REGISTER)
training_detail = partial(reading.record_detail, REGISTER)
former_values = partial(reading.former_values, REGISTER)
preview = partial(previewing.preview, REGISTER)
confirm = partial(writing.confirm, REGISTER)
import_file = partial(writing.import_file, REGISTER)
due_work = partial(work.due_work, of=[REGISTER])
staging = SimpleNamespace(
    stage=partial(core_staging.stage, REGISTER), discard=partial(core_staging.discard, REGISTER)
)
mending = SimpleNamespace(
    put_right=partial(core_mending.put_right, REGISTER),
    drop=partial(core_mending.drop, REGISTER),
    waiting_as_csv=partial(core_mending.waiting_as_csv, REGISTER),
)


def token_of(key: uuid.UUID) -> str:
    """The token of the version that holds now."""
    return seen.token_of(REGISTER, key=key)


def wanted(*, search: str = "", **values: Any) -> Wanted:
    """Which trainings somebody wants to see."""
    return Wanted(search=search, values=values)


def plain_rows(*, who: Acting, filters: Wanted) -> list[dict[str, Any]]:
    """The list as plain data."""
    return listing.plain_rows(REGISTER, who=who, wanted=filters)


def training_list(*, who: Acting, filters: Wanted, sort: str = "", page: int = 1) -> ListPage:
    """A page of the list."""
    return reading.record_list(REGISTER, who=who, wanted=filters, sort=sort, page=page)


def export_trainings(
    *,
    who: Acting,
    format: ExportFormat,  # noqa: A002 - as the machinery calls it
    filters: Wanted | None = None,
) -> Exported:
    """The list as a file."""
    return export_records(REGISTER, who=who, format=format, wanted=filters)
