from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("partners", "0002_acting")]
    operations = [
        run_file(__file__, "guards", undo="DROP SCHEMA versions CASCADE"),
        run_file(
            __file__,
            "moments",
            undo="DROP SCHEMA versions_owner CASCADE;"
            " DROP FUNCTION versions.reading(), versions.open_transactions(), versions.closed_moment(),"
            " versions.blockers(timestamptz), versions.end_overlong(interval)",
        ),
    ]
