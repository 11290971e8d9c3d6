from django.db import migrations

from vijfluik.accountability.catalogue.loading import load_items
from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import Versioned


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0001_initial"),
        ("access", "0005_policy_roles"),
        ("versions", "0001_shared"),
    ]
    operations = [
        run_file(__file__, "items", undo="SELECT 1"),
        Versioned("ListedItem"),
        migrations.RunPython(load_items, migrations.RunPython.noop),
    ]
