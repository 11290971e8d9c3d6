import django.db.models.deletion
from django.db import migrations, models

from vijfluik.core.versions.operations import VersionedChanged


class Migration(migrations.Migration):
    dependencies = [("evaluations", "0006_measured_access"), ("offers", "0002_access")]

    operations = [
        migrations.AddField(
            model_name="finding",
            name="offer",
            field=models.ForeignKey(
                blank=True,
                help_text=(
                    "Het aanbod waarvoor deze bevinding iets zegt; leeg als dat er niet is."
                ),
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="offers.offer",
                verbose_name="aanbod",
            ),
        ),
        VersionedChanged("Finding"),
    ]
