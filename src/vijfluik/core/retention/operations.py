"""Migration operation: a model whose records can be destroyed.

operations = [
    run_file(__file__, "members"),       # rights and row-level security
    Searched("Member", …),
    Versioned("Member"),
    Destroyable("Member", thing="network_members", owner="municipality", steps="MemberStep",
                link="member", lapsed="networks.lapsed_members", grounds=("overleden",)),
]
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from vijfluik.core.search.ddl import search_table
from vijfluik.core.versions.ddl import secure
from vijfluik.core.versions.tables import Cursor, described, quoted

# The owner sees the one row that is being destroyed, and no other. An application may set the
# same word, and is not the owner.
_POLICY = (
    "CREATE POLICY destruction ON public.{table} TO vijfluik_owner"
    " USING (current_setting('retention.destroying', true) = {column}::text)"
)
# As `versions.ddl` makes it, but for the versions of the row that is being destroyed.
_GUARD = """
DROP TRIGGER versions_guard_deletion ON public.{past};
CREATE TRIGGER versions_guard_deletion BEFORE DELETE ON public.{past} FOR EACH ROW
  WHEN (pg_trigger_depth() = 0
        OR ((OLD.op <> 'D' OR OLD.tx_from <> transaction_timestamp())
            AND current_setting('retention.destroying', true) IS DISTINCT FROM OLD.{key}::text))
  EXECUTE FUNCTION versions.refuse_history()
"""


class Destroyable(Operation):
    """Let the records of a model be destroyed with their versions, steps and words to search."""

    reduces_to_sql = False
    reversible = False

    def __init__(
        self,
        model: str,
        *,
        thing: str,
        owner: str,
        steps: str,
        link: str,
        lapsed: str,
        grounds: Sequence[str],
    ) -> None:
        """Name the model and where its records stand.

        Args:
            thing: the register in the policy.
            owner: the foreign key to the organisation.
            steps: the model of its steps.
            link: their foreign key to the record.
            lapsed: the function of the database that answers the keys whose time is over.
            grounds: the only ones on which somebody may withdraw a record.
        """
        self.model, self.thing, self.owner = model, thing, owner
        self.steps, self.link, self.lapsed = steps, link, lapsed
        self.grounds = tuple(grounds)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How the operation is written in a migration."""
        options = {"thing": self.thing, "owner": self.owner, "steps": self.steps,
                   "link": self.link, "lapsed": self.lapsed, "grounds": self.grounds}  # fmt: skip
        return "Destroyable", [self.model], options

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The model stays what it is."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,  # noqa: ARG002 (as Django calls it)
        to_state: ProjectState,
    ) -> None:
        """Make it known, open it to its destruction, and keep its words out of statistics."""
        record = to_state.apps.get_model(app_label, self.model)
        steps = to_state.apps.get_model(app_label, self.steps)
        base = record._meta.db_table
        link = str(steps._meta.get_field(self.link).column)
        owner = str(record._meta.get_field(self.owner).column)
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO retention_destroyable"
                " (base, thing, object_type, owner, steps, link, lapsed, grounds)"
                " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
                [base, self.thing, f"{app_label}.{self.model.lower()}", owner,
                 steps._meta.db_table, link, self.lapsed, list(self.grounds)],
            )  # fmt: skip
            for table, column in ((base, "key"), (steps._meta.db_table, link)):
                words = {"table": quoted(table), "column": quoted(column)}
                cursor.execute(_POLICY.format(**words))
            table = described(cursor, name=base)
            cursor.execute(_GUARD.format(past=quoted(table.past), key=quoted(table.key)))
            secure(cursor, table=table)
            for name in (base, table.versions, search_table(base)):
                forget_samples(cursor, name=name)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Never called: what can be destroyed stays so."""

    def describe(self) -> str:
        """One line for `migrate`."""
        return f"Let the records of {self.model} be destroyed"


def forget_samples(cursor: Cursor, *, name: str) -> None:
    """Let PostgreSQL keep no sample of a table's texts.

    ANALYZE copies values into `pg_statistic`, where they would outlive their row.
    """
    cursor.execute(
        "SELECT a.attname FROM pg_attribute a WHERE a.attrelid = to_regclass(%s)"
        " AND a.attnum > 0 AND NOT a.attisdropped"
        " AND format_type(a.atttypid, NULL) IN ('text', 'character varying')",
        [f"public.{quoted(name)}"],
    )
    for (column,) in cursor.fetchall():
        cursor.execute(f"ALTER TABLE public.{quoted(name)} ALTER {quoted(column)} SET STATISTICS 0")
