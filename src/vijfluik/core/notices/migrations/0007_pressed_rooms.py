from pathlib import Path

from django.db import migrations

from vijfluik.core.sql import run_file

BEFORE = Path(__file__).resolve().parent.parent / "sql" / "pressed.sql"
UNDO = """
    DROP FUNCTION notices.pressed();
    DROP FUNCTION notices.expiring();
    DROP FUNCTION notices.awaited();
    DROP FUNCTION notices.was_told(uuid, text, uuid, timestamptz, date);
    DROP POLICY pressing ON lifecycle_due;
"""


class Migration(migrations.Migration):
    dependencies = [("notices", "0006_kinds"), ("lifecycle", "0003_worked")]
    operations = [
        run_file(__file__, "pressed_rooms", undo=UNDO + BEFORE.read_text(encoding="utf-8"))
    ]
