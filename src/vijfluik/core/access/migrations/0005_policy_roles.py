from django.db import migrations

from vijfluik.core.access.loading import load_policy


class Migration(migrations.Migration):
    dependencies = [("access", "0004_policy_law"), ("partners", "0006_programme_roles")]
    operations = [migrations.RunPython(load_policy, migrations.RunPython.noop)]
