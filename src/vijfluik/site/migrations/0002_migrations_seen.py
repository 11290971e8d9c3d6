from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("site", "0001_sessions")]
    operations = [
        run_file(
            __file__, "migrations_seen", undo="REVOKE SELECT ON django_migrations FROM vijfluik_app"
        )
    ]
