from django.db import migrations, models

from vijfluik.core.law.loading import load_law
from vijfluik.core.versions.operations import VersionedChanged


class Migration(migrations.Migration):
    dependencies = [("law", "0002_law")]
    operations = [
        migrations.AddField(
            "provision",
            "stated_number",
            models.PositiveIntegerField(null=True, blank=True, verbose_name="getal in de tekst"),
        ),
        migrations.AddField(
            "provision",
            "stated_unit",
            models.CharField(
                max_length=10,
                blank=True,
                default="",
                choices=[
                    ("hours", "uur"),
                    ("days", "dagen"),
                    ("months", "maanden"),
                    ("years", "jaren"),
                ],
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "provision",
            "state",
            models.CharField(
                max_length=10,
                default="current",
                choices=[
                    ("current", "laatst bekende tekst"),
                    ("superseded", "vervangen door een latere tekst"),
                ],
                verbose_name="tekst",
            ),
        ),
        VersionedChanged("Provision"),
        migrations.RunPython(load_law, migrations.RunPython.noop),
    ]
