from django.db import migrations

from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import Versioned


class Migration(migrations.Migration):
    dependencies = [
        ("law", "0001_initial"),
        ("access", "0004_policy_law"),
        ("versions", "0001_shared"),
    ]
    # The provisions themselves come with the latest migration: loading writes every column.
    operations = [
        run_file(__file__, "law", undo="DROP SCHEMA law CASCADE"),
        Versioned("Provision"),
    ]
