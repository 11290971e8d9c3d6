from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0001_initial"),
        ("access", "0006_asked"),
        ("accounts", "0002_guarded"),
        ("journal", "0004_delivery"),
        ("lifecycle", "0002_due"),
        ("partners", "0010_accounts"),
    ]
    operations = [run_file(__file__, "notices", undo="DROP SCHEMA notices CASCADE")]
