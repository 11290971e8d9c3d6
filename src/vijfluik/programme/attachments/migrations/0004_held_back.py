from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("attachments", "0003_unattended")]
    operations = [
        run_file(__file__, "held_back", undo="DROP FUNCTION attachments.held_back()"),
    ]
