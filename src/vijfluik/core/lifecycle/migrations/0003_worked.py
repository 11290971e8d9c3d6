from django.db import migrations, models

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("lifecycle", "0002_due"), ("journal", "0005_unattended")]
    operations = [
        migrations.CreateModel(
            name="Worked",
            fields=[
                ("name", models.SlugField(max_length=20, primary_key=True, serialize=False)),
                ("ended_at", models.DateTimeField()),
            ],
            options={"db_table": "lifecycle_worked"},
        ),
        run_file(__file__, "worked", undo="DROP SCHEMA lifecycle CASCADE"),
    ]
