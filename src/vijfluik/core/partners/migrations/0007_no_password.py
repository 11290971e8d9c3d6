from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("partners", "0006_programme_roles")]
    operations = [migrations.RemoveField(model_name="professional", name="password")]
