from django.db import migrations, models

from vijfluik.core.access.loading import load_policy
from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("access", "0006_asked")]
    operations = [
        migrations.AddField(
            "AccessRule",
            "compartment",
            models.CharField(max_length=30, default="", blank=True),
        ),
        run_file(__file__, "compartments", undo="DROP FUNCTION access.opened(text)"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
