from django.db import migrations

from vijfluik.core.sql import run_file

UNDO = "DROP FUNCTION retention.unattended(journal_event)"


class Migration(migrations.Migration):
    dependencies = [("retention", "0003_contents"), ("journal", "0005_unattended")]
    operations = [run_file(__file__, "unattended", undo=UNDO)]
