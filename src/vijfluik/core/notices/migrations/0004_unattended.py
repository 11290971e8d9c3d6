from django.db import migrations

from vijfluik.core.sql import run_file

UNDO = "DROP FUNCTION notices.unattended(journal_event)"


class Migration(migrations.Migration):
    dependencies = [("notices", "0003_outbox"), ("journal", "0005_unattended")]
    operations = [run_file(__file__, "unattended", undo=UNDO)]
