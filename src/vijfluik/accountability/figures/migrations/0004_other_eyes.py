from django.db import migrations

from vijfluik.core.partners.other_eyes import other_eyes


class Migration(migrations.Migration):
    dependencies = [("figures", "0003_official"), ("mandates", "0003_deputies")]
    operations = [other_eyes("figure_official")]
