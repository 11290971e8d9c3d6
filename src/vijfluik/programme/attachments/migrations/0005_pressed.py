from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("attachments", "0004_held_back"), ("notices", "0007_pressed_rooms")]
    operations = [run_file(__file__, "pressed", undo="DROP FUNCTION attachments.pressed()")]
