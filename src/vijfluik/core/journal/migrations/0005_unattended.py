from pathlib import Path

from django.db import migrations

from vijfluik.core.sql import run_file

BEFORE = Path(__file__).resolve().parent.parent / "sql" / "unattended_before.sql"


class Migration(migrations.Migration):
    dependencies = [("journal", "0004_delivery")]
    operations = [run_file(__file__, "unattended", undo=BEFORE.read_text(encoding="utf-8"))]
