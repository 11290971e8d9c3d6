"""Migration operation: a model whose texts are searched.

operations = [
    migrations.CreateModel("Training", …),
    run_file(__file__, "policies"),      # rights and row-level security first
    Searched("Training", scope="provider", texts=("reference", "title")),
]
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from vijfluik.core.search import ddl


class Searched(Operation):
    """Give the model's table a search table; the rows that it has already are folded into it."""

    reduces_to_sql = False
    reversible = True

    def __init__(
        self,
        model: str,
        *,
        scope: str,
        texts: Sequence[str],
        compartment: str = "",
        carried: Sequence[str] = (),
    ) -> None:
        """Name the fields.

        Args:
            model: of the migration's own app.
            scope: what row-level security asks about.
            texts: what is searched.
            compartment: what row-level security asks about as well, where there are walls.
            carried: what else a list needs to be found and ordered in the search table alone; with
                the scope it is what the model calls `searched_with` (`core.search.rows`).
        """
        self.model = model
        self.scope = scope
        self.texts = tuple(texts)
        self.compartment = compartment
        self.carried = tuple(carried)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How the operation is written in a migration."""
        options: dict[str, Any] = {"scope": self.scope, "texts": self.texts}
        if self.compartment:
            options["compartment"] = self.compartment
        if self.carried:
            options["carried"] = self.carried
        return self.__class__.__name__, [self.model], options

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The model stays what it is."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,  # noqa: ARG002 (as Django calls it)
        to_state: ProjectState,
    ) -> None:
        """Make the search table, its function and triggers, its policies and rights."""
        self._attach(app_label, schema_editor, state=to_state)

    def _attach(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, *, state: ProjectState
    ) -> None:
        meta = state.apps.get_model(app_label, self.model)._meta
        with schema_editor.connection.cursor() as cursor:
            ddl.attach(
                cursor,
                name=meta.db_table,
                key=meta.pk.column,
                scope=[meta.get_field(each).column for each in self._asked()],
                texts=[meta.get_field(text).column for text in self.texts],
                carried=[meta.get_field(each).column for each in self.carried],
            )

    def _asked(self) -> tuple[str, ...]:
        """The fields that the policies ask about."""
        return (self.scope, self.compartment) if self.compartment else (self.scope,)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,  # noqa: ARG002
    ) -> None:
        """Take the search table away."""
        self._detach(app_label, schema_editor, state=from_state)

    def _detach(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, *, state: ProjectState
    ) -> None:
        meta = state.apps.get_model(app_label, self.model)._meta
        with schema_editor.connection.cursor() as cursor:
            ddl.detach(cursor, name=meta.db_table)

    def describe(self) -> str:
        """One line for `migrate`."""
        return f"Let {self.model} be searched"


class Unsearched(Searched):
    """Take the search table away, to make it anew with other fields in the next operation.

    Arguments as those by which it was made, so that undoing the migration brings it back.
    """

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,  # noqa: ARG002
    ) -> None:
        """Take it away."""
        self._detach(app_label, schema_editor, state=from_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,  # noqa: ARG002
        to_state: ProjectState,
    ) -> None:
        """Bring it back."""
        self._attach(app_label, schema_editor, state=to_state)

    def describe(self) -> str:
        """One line for `migrate`."""
        return f"Make the search table of {self.model} anew"
