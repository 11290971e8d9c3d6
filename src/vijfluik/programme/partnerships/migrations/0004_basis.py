from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0003_access"), ("law", "0004_in_force")]
    operations = [
        run_file(__file__, "basis", undo="DROP FUNCTION partnerships.guard_basis() CASCADE")
    ]
