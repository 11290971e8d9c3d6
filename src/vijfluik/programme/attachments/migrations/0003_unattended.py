from django.db import migrations

from vijfluik.core.sql import run_file

UNDO = "DROP FUNCTION attachments.unattended(journal_event)"


class Migration(migrations.Migration):
    dependencies = [("attachments", "0002_access"), ("journal", "0005_unattended")]
    operations = [run_file(__file__, "unattended", undo=UNDO)]
