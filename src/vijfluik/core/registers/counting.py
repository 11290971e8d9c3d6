"""What figures may count of a register: its version table, its columns and its breakdowns."""

from collections.abc import Mapping

from vijfluik.core.facts.columns import GROUPABLE, Column, ColumnType, Dimension
from vijfluik.core.facts.sources import Source, declare
from vijfluik.core.registers.declaration import Field, Register
from vijfluik.core.registers.kinds import Kind, kinds_of
from vijfluik.core.registers.kinds.plain import Line, Prose, in_dutch
from vijfluik.core.registers.kinds.references import InPlace, InPlaces


def declare_source(
    register: Register,
    *,
    breakdowns: Mapping[str, str] | None = None,
    sought: bool = False,
) -> Source:
    """Make a register countable; a room calls it in `figures.py`.

    Only what stands on the row itself is counted: a value that is looked up elsewhere could change
    later, and a past figure with it. Prose is left out.

    Args:
        breakdowns: field → what a breakdown by it is called, where the label will not do. A line
            of text is a breakdown only when it is named here, because its words name things.
        sought: its versions are `Counted` with `by`, as a large register's are.

    Raises:
        ValueError: its records are people.
    """
    need_no_persons(register)
    meta = register.model._meta
    kinds = kinds_of(register)
    counted = [
        (field, kinds[field.name])
        for field in register.fields
        if kinds[field.name].counted is not None and not isinstance(kinds[field.name], Prose)
    ]
    return declare(
        Source(
            name=register.thing,
            label=in_dutch(meta.verbose_name_plural),
            model=meta.label,
            table=meta.db_table,
            key="key",
            status="state",
            columns=tuple(_column(field, kind=kind) for field, kind in counted),
            dimensions=tuple(
                _dimension(field, kind=kind, word=(breakdowns or {}).get(field.name, ""))
                for field, kind in counted
                if kind.counted in GROUPABLE
                and (type(kind) is not Line or field.name in (breakdowns or {}))
            ),
            main=tuple(kind.column for field, kind in counted if field.listed),
            sought=sought,
        )
    )


def need_no_persons(register: Register) -> None:
    """Refuse to count people: a trend is about numbers of work, never about a person.

    Raises:
        ValueError: the records of the register are people.
    """
    if register.persons:
        raise ValueError(f"{register.thing}: a figure never reads the row of a person")


def _column(_field: Field, *, kind: Kind) -> Column:
    labelled = type(kind).labels is not Kind.labels
    counted = kind.counted
    assert counted is not None  # noqa: S101 - for the type only
    return Column(
        name=kind.column,
        type=ColumnType(counted),
        label=in_dutch(kind.field.verbose_name),
        labels=kind.labels if labelled else None,
        places=isinstance(kind, InPlace | InPlaces),
    )


def _dimension(field: Field, *, kind: Kind, word: str) -> Dimension:
    return Dimension(
        name=field.name, label=word or in_dutch(kind.field.verbose_name), column=kind.column
    )
