"""Bring the policy into the database, from a migration."""

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vijfluik.core.access.compartments import waits_for
from vijfluik.core.access.policy import FILE, parse


def load_policy(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Replace the rules in the database by those of `policy.toml`; for `RunPython`."""
    rule_model = apps.get_model("access", "AccessRule")
    rows = rule_model._default_manager.using(editor.connection.alias)
    # Before migration 0007 of this application a rule names no compartment.
    shuts = "compartment" in {field.name for field in rule_model._meta.get_fields()}
    rows.all().delete()
    made = []
    for rule in parse(FILE.read_text(encoding="utf-8")).rules:
        values = {
            "role": rule.role,
            "thing": rule.thing,
            "action": rule.action,
            "purpose": rule.purpose,
            "scope": rule.scope,
        }
        if shuts:
            values["compartment"] = waits_for(rule.thing)
        made.append(rule_model(**values))
    rows.bulk_create(made)
