from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    initial = True
    dependencies = [("sessions", "0001_initial")]
    operations = [
        run_file(__file__, "sessions", undo="REVOKE ALL ON django_session FROM vijfluik_app")
    ]
