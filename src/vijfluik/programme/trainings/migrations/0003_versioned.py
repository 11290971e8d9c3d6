from django.db import migrations

from vijfluik.core.versions.operations import Versioned


class Migration(migrations.Migration):
    dependencies = [("trainings", "0002_access"), ("versions", "0001_shared")]
    operations = [Versioned("Training")]
