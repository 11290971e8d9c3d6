"""Migration step: what one proposes and another approves is not approved by who replaces them."""

from django.db import migrations


def other_eyes(table: str) -> migrations.RunSQL:
    """Give a table of `FourEyes` rows the trigger that knows who replaces whom.

    Its migration comes after that of the deputies (`mandates`, `0003_deputies`).
    """
    return migrations.RunSQL(
        f"CREATE TRIGGER other_eyes BEFORE INSERT OR UPDATE OF approved_by_id ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION partners.guard_approval()",
        f"DROP TRIGGER other_eyes ON {table}",
    )
