from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.sql import run_file

UNDO = """
    DELETE FROM retention_destroyable WHERE base = 'attachments_content';
    DROP SCHEMA attachments CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("attachments", "0001_initial"),
        ("access", "0006_asked"),
        ("advice", "0004_need"),
        ("evaluations", "0007_finding_of_an_offer"),
        ("grants", "0007_objection_searched"),
        ("journal", "0004_delivery"),
        ("municipalities", "0004_deviations_access"),
        ("partnerships", "0007_talks_access"),
        ("retention", "0003_contents"),
        ("trainings", "0012_human_rights"),
    ]
    operations = [
        run_file(__file__, "access", undo=UNDO),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
