from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0003_mandates_by_two"),
        ("access", "0003_mandates"),
        ("versions", "0001_shared"),
    ]
    operations = [run_file(__file__, "accounts")]
