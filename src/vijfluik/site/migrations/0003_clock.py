from pathlib import Path

from django.db import migrations

from vijfluik.core.sql import run_file

BEFORE = Path(__file__).resolve().parent.parent / "sql" / "clock_before.sql"


class Migration(migrations.Migration):
    dependencies = [
        ("site", "0002_migrations_seen"),
        ("attachments", "0002_access"),
        ("lifecycle", "0003_worked"),
        ("registers", "0004_forgetting"),
    ]
    operations = [run_file(__file__, "clock", undo=BEFORE.read_text(encoding="utf-8"))]
