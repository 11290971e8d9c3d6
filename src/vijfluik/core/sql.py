"""SQL that stands in `.sql` files beside the room it belongs to, run by migrations as a whole."""

from pathlib import Path

from django.db import migrations


def run_file(module_file: str, name: str, *, undo: str | None = None) -> migrations.RunSQL:
    """A migration step that runs `sql/<name>.sql` of the room whose migration calls it.

    Args:
        module_file: `__file__` of the migration.
        name: the file without its ending.
        undo: SQL that takes it back; None when the step cannot be undone.
    """
    file = Path(module_file).resolve().parent.parent / "sql" / f"{name}.sql"
    # One string: psycopg runs it as one script, so that function bodies may hold semicolons.
    return migrations.RunSQL([(file.read_text(encoding="utf-8"), None)], reverse_sql=undo)
