from django.db import migrations

from vijfluik.core.access.loading import load_policy


class Migration(migrations.Migration):
    dependencies = [("needs", "0003_access"), ("partners", "0009_needs_researcher")]
    operations = [migrations.RunPython(load_policy, migrations.RunPython.noop)]
