"""Migration operations: row-level security of the usual kind for the tables of a register.

    operations = [
        migrations.CreateModel("Advice", …), migrations.CreateModel("AdviceStep", …),
        Scoped("Advice", thing="advice", owner="organisation"),
        ScopedSteps("AdviceStep", record="advice", thing="advice", owner="organisation"),
        Versioned("Advice"),
    ]

A room that needs other policies writes its own SQL file, as the trainings do.
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

_SECURED = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
"""
_RECORDS = """
GRANT SELECT, INSERT, UPDATE ON {table} TO vijfluik_app;
GRANT SELECT ON {table} TO vijfluik_report;
CREATE POLICY record_read ON {table} FOR SELECT TO vijfluik_app
  USING ((SELECT access.everywhere('{thing}', 'read')){inside}
         OR {owner} = ANY ((SELECT access.organisations('{thing}', 'read'))::text[]));
CREATE POLICY record_insert ON {table} FOR INSERT TO vijfluik_app
  WITH CHECK (((SELECT access.everywhere('{thing}', 'create')){inside}
         OR {owner} = ANY ((SELECT access.organisations('{thing}', 'create'))::text[])){within});
CREATE POLICY record_update ON {table} FOR UPDATE TO vijfluik_app
  USING ((SELECT access.changes_everywhere('{thing}')){inside}
         OR {owner} = ANY ((SELECT access.changes_at('{thing}'))::text[]));
CREATE POLICY record_report ON {table} FOR SELECT TO vijfluik_report
  USING ((SELECT access.everywhere('figures', 'read')));
CREATE TRIGGER guard BEFORE UPDATE ON {table}
  FOR EACH ROW EXECUTE FUNCTION access.guard_record('{thing}', '{owner}');
"""
# A rule for all opens the compartments that the actor stands in, and no other.
_INSIDE = """
         AND {compartment}::text IN (SELECT thing FROM access.readable_everywhere())"""
_WITHIN = """
         AND EXISTS (SELECT FROM {parent} parent
                     WHERE parent.key = {link} AND parent.{parent_owner} = {table}.{owner})"""
_STEPS = """
GRANT SELECT, INSERT ON {table} TO vijfluik_app;
CREATE POLICY step_read ON {table} FOR SELECT TO vijfluik_app
  USING (EXISTS (SELECT FROM {record} record WHERE record.key = {link}));
CREATE POLICY step_insert ON {table} FOR INSERT TO vijfluik_app
  WITH CHECK (
    taken_by_id = partners.actor()
    AND registered_at BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes'
    AND EXISTS (
      SELECT FROM {record} record
      WHERE record.key = {link}
        AND ((SELECT access.steps_everywhere('{thing}')){inside}
             OR record.{owner} = ANY ((SELECT access.steps_at('{thing}'))::text[]))));
"""
_FOUR_EYES = """
CREATE TRIGGER four_eyes BEFORE INSERT ON {table}
  FOR EACH ROW EXECUTE FUNCTION access.guard_four_eyes('{link}', {edges});
"""


class _Secured(Operation):
    """Runs SQL on one table of the migration's own app."""

    reduces_to_sql = False
    reversible = True

    def __init__(self, model: str, *, thing: str, owner: str) -> None:
        self.model, self.thing, self.owner = model, thing, owner

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The model stays what it is."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,  # noqa: ARG002 (as Django calls it)
        to_state: ProjectState,
    ) -> None:
        """Grant, switch row-level security on, and write the policies and guards."""
        schema_editor.execute(self.statements(app_label, to_state), params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Nothing: the table itself goes with the migration that made it."""

    def describe(self) -> str:
        """One line for `migrate`."""
        return f"Secure {self.model} by its owner"

    def statements(self, app_label: str, state: ProjectState) -> str:
        """The SQL."""
        raise NotImplementedError


class Scoped(_Secured):
    """The table of a register: who may what at the owning organisation, as the policy says.

    Args:
        model: the register's model.
        thing: the register's name in the policy.
        owner: the foreign key to the owning organisation.
        within: the foreign key to a parent in whose row the same organisation must stand, for a
            register whose records belong to those of another; empty for none.
        within_owner: the parent's foreign key to its organisation; as `owner` when empty.
        compartment: the field with the compartment that a record stands in, for a register with
            walls (`core.registers.walls`); empty for none.
    """

    def __init__(
        self,
        model: str,
        *,
        thing: str,
        owner: str,
        within: str = "",
        within_owner: str = "",
        compartment: str = "",
    ) -> None:
        super().__init__(model, thing=thing, owner=owner)
        self.within, self.within_owner = within, within_owner
        self.compartment = compartment

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How the operation is written in a migration."""
        options = {"thing": self.thing, "owner": self.owner, "within": self.within,
                   "within_owner": self.within_owner,
                   "compartment": self.compartment}  # fmt: skip
        return "Scoped", [self.model], options

    def statements(self, app_label: str, state: ProjectState) -> str:
        """The SQL."""
        model = state.apps.get_model(app_label, self.model)
        table, owner = model._meta.db_table, _column(model, self.owner)
        within = ""
        if self.within:
            parent = model._meta.get_field(self.within).related_model
            within = _WITHIN.format(
                parent=parent._meta.db_table,
                link=_column(model, self.within),
                parent_owner=_column(parent, self.within_owner or self.owner),
                table=table,
                owner=owner,
            )
        inside = _inside(model, self.compartment)
        known = {"table": table, "thing": self.thing, "owner": owner, "within": within,
                 "inside": inside}  # fmt: skip
        return (_SECURED + _RECORDS).format(**known)


class ScopedSteps(_Secured):
    """The table of a register's steps: seen with their record, added by who takes them.

    Args:
        model: the model of the steps.
        record: its foreign key to the record.
        thing: the register's name in the policy.
        owner: the record's foreign key to the owning organisation.
        four_eyes: the edges that another person takes than who brought the record there; the
            model is an `ApprovedStep` then.
        compartment: as in `Scoped`, of the record.
    """

    def __init__(
        self,
        model: str,
        *,
        record: str,
        thing: str,
        owner: str,
        four_eyes: Sequence[str] = (),
        compartment: str = "",
    ) -> None:
        super().__init__(model, thing=thing, owner=owner)
        self.record, self.four_eyes = record, tuple(four_eyes)
        self.compartment = compartment

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How the operation is written in a migration."""
        options = {"record": self.record, "thing": self.thing, "owner": self.owner,
                   "four_eyes": self.four_eyes,
                   "compartment": self.compartment}  # fmt: skip
        return "ScopedSteps", [self.model], options

    def statements(self, app_label: str, state: ProjectState) -> str:
        """The SQL."""
        model = state.apps.get_model(app_label, self.model)
        parent = model._meta.get_field(self.record).related_model
        known = {
            "table": model._meta.db_table,
            "record": parent._meta.db_table,
            "link": _column(model, self.record),
            "thing": self.thing,
            "owner": _column(parent, self.owner),
            "inside": _inside(parent, self.compartment, of="record."),
        }
        text = (_SECURED + _STEPS).format(**known)
        if self.four_eyes:
            edges = ", ".join(f"'{name}'" for name in self.four_eyes)
            text += _FOUR_EYES.format(edges=edges, **known)
        return text


def _inside(model: Any, compartment: str, *, of: str = "") -> str:
    """The condition that the actor stands in the compartment of the row; empty without walls."""
    return _INSIDE.format(compartment=of + _column(model, compartment)) if compartment else ""


def _column(model: Any, field: str) -> str:
    return str(model._meta.get_field(field).column)
