import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("partners", "0007_no_password")]
    operations = [
        migrations.AddField(
            "organisation",
            "place",
            models.OneToOneField(
                "partners.place",
                django.db.models.deletion.PROTECT,
                null=True,
                blank=True,
                related_name="+",
                help_text=(
                    "Van een gemeente: welke zij is. Zonder deze ziet zij haar eigen steun niet."
                ),
                verbose_name="gemeente",
            ),
        ),
        migrations.AddConstraint(
            "organisation",
            models.CheckConstraint(
                name="organisation_place_of_a_municipality",
                condition=Q(place__isnull=True) | Q(kind="municipality"),
            ),
        ),
        run_file(__file__, "places", undo=migrations.RunSQL.noop),
    ]
