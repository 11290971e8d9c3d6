from django.db import migrations

from vijfluik.core.access.loading import load_policy


class Migration(migrations.Migration):
    dependencies = [("access", "0003_mandates")]
    operations = [migrations.RunPython(load_policy, migrations.RunPython.noop)]
