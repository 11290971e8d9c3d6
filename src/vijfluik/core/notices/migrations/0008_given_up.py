from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("notices", "0007_pressed_rooms")]
    operations = [run_file(__file__, "given_up", undo="DROP FUNCTION notices.given_up()")]
