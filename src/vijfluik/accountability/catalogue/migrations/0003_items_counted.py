from django.db import migrations

from vijfluik.core.sql import run_file

UNDO = """
DROP POLICY item_report ON catalogue_item_version;
DROP POLICY item_report ON catalogue_item;
ALTER POLICY item_read ON catalogue_item_version TO vijfluik_app, vijfluik_report;
ALTER POLICY item_read ON catalogue_item TO vijfluik_app, vijfluik_report;
"""


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0002_items")]
    operations = [run_file(__file__, "items_counted", undo=UNDO)]
