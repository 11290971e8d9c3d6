from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_identities"),
        ("journal", "0003_objects"),
    ]
    operations = [run_file(__file__, "history", undo="DROP FUNCTION accounts.history(uuid, integer)")]
