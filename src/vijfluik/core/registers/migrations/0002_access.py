from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("registers", "0001_initial"), ("access", "0002_policy")]
    operations = [
        run_file(__file__, "imports", undo=migrations.RunSQL.noop),
        run_file(
            __file__,
            "scopes",
            undo="DROP FUNCTION access.changes_everywhere(text), access.changes_at(text),"
            " access.steps_everywhere(text), access.steps_at(text), access.guard_record(),"
            " access.guard_four_eyes()",
        ),
    ]
