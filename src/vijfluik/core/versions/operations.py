"""Migration operations: a model with versions.

    operations = [
        migrations.CreateModel("Training", …),
        run_file(__file__, "policies"),      # rights and row-level security first
        Versioned("Training"),
    ]

After any later migration that changes columns, rights or policies of the table, `VersionedChanged`.
A large table that figures count gets `Counted` as well.
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from vijfluik.core.versions import ddl


class _OnTable(Operation):
    """An operation on the table of a model: `Name` of the migration's own app, or `app.Name`."""

    reduces_to_sql = False
    reversible = True

    def __init__(self, model: str) -> None:
        self.model = model

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How the operation is written in a migration."""
        return self.__class__.__name__, [self.model], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The model stays what it is."""

    def _table(self, app_label: str, state: ProjectState) -> str:
        label, _, model = self.model.rpartition(".")
        name: str = state.apps.get_model(label or app_label, model)._meta.db_table
        return name


class Versioned(_OnTable):
    """Give the model's table versions; rows that it has already get their first one."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,  # noqa: ARG002 (as Django calls it)
        to_state: ProjectState,
    ) -> None:
        """Make the version table, its functions and triggers, its policies and rights."""
        with schema_editor.connection.cursor() as cursor:
            ddl.attach(cursor, name=self._table(app_label, to_state))

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,  # noqa: ARG002
    ) -> None:
        """Take the versions away; refused when there is history of a database in earnest."""
        with schema_editor.connection.cursor() as cursor:
            ddl.detach(cursor, name=self._table(app_label, from_state))

    def describe(self) -> str:
        """One line for `migrate`."""
        return f"Give {self.model} versions"


class VersionedChanged(_OnTable):
    """Bring the versions up to date after the columns, rights or policies of the table changed."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,  # noqa: ARG002
        to_state: ProjectState,
    ) -> None:
        """Add columns, renew the functions, copy policies and rights, take changed rows in."""
        with schema_editor.connection.cursor() as cursor:
            ddl.refresh(cursor, name=self._table(app_label, to_state))

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,  # noqa: ARG002
    ) -> None:
        """The same, towards what the table is by then: history keeps the columns it got.

        Undone before the column itself is removed, so the triggers still know the column here;
        write `VersionedChanged` on both sides of a change that must be undone while in use.
        """
        with schema_editor.connection.cursor() as cursor:
            ddl.refresh(cursor, name=self._table(app_label, from_state))

    def describe(self) -> str:
        """One line for `migrate`."""
        return f"Bring the versions of {self.model} up to date"


class Counted(_OnTable):
    """Hold what figures count of a versioned model in the indexes of its versions (`ddl.cover`).

    For tables of which a hundred thousand rows are expected; small ones are read as fast without.
    Written again with other columns it replaces what was there.
    """

    def __init__(
        self,
        model: str,
        *,
        columns: Sequence[str],
        by: Sequence[str] = (),
        also: Sequence[str] = (),
        also_held: Sequence[str] = (),
    ) -> None:
        """Name the model, the columns that its figures use, and how its indexes are ordered."""
        super().__init__(model)
        self.columns, self.by = tuple(columns), tuple(by)
        self.also, self.also_held = tuple(also), tuple(also_held)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How the operation is written in a migration."""
        options = {"columns": self.columns, "by": self.by}
        if self.also:
            options |= {"also": self.also, "also_held": self.also_held}
        return self.__class__.__name__, [self.model], options

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,  # noqa: ARG002
        to_state: ProjectState,
    ) -> None:
        """Make the indexes."""
        with schema_editor.connection.cursor() as cursor:
            table = self._table(app_label, to_state)
            ddl.cover(
                cursor,
                name=table,
                columns=self.columns,
                by=self.by,
                also=self.also,
                also_held=self.also_held,
            )

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,  # noqa: ARG002
    ) -> None:
        """Back to the index on ends alone."""
        with schema_editor.connection.cursor() as cursor:
            ddl.cover(cursor, name=self._table(app_label, from_state), columns=())

    def describe(self) -> str:
        """One line for `migrate`."""
        return f"Hold what figures count of {self.model} in indexes"
