from django.db import migrations

from vijfluik.core.partners.other_eyes import other_eyes


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0001_initial"), ("mandates", "0003_deputies")]
    operations = [other_eyes("disclosure_pattern"), other_eyes("disclosure_exemption")]
