from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("retention", "0002_destruction")]
    operations = [run_file(__file__, "contents", undo=migrations.RunSQL.noop)]
