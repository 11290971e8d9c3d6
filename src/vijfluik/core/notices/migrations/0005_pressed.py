from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0004_unattended"),
        ("access", "0006_asked"),
        ("accounts", "0002_guarded"),
        ("mandates", "0003_deputies"),
    ]
    operations = [run_file(__file__, "pressed", undo="DROP FUNCTION notices.pressed()")]
