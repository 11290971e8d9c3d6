from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("notices", "0002_guarded")]
    operations = [run_file(__file__, "outbox", undo="DROP FUNCTION notices.outbox()")]
