from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial"), ("partners", "0002_acting")]
    operations = [
        run_file(
            __file__,
            "tables",
            undo="DROP TABLE journal_drop, journal_membership, journal_block, journal_queue,"
            " journal_subject, journal_event CASCADE; DROP SCHEMA journal CASCADE",
        ),
        # Taken back with the tables and the schema.
        run_file(__file__, "guard", undo=""),
        run_file(__file__, "sealing", undo=""),
        run_file(__file__, "months", undo=""),
    ]
