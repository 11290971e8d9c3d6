from django.db import migrations
from django.db.models import CheckConstraint, Q

import vijfluik.core.registers.models.fields
from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("grants", "0002_access")]
    operations = [
        migrations.RemoveConstraint("award", "award_settled_has_day_and_amount"),
        migrations.AlterField(
            "award",
            "settled_cents",
            vijfluik.core.registers.models.fields.MoneyField(
                blank=True,
                help_text=(
                    "In euro. Leeg is “niet vermeld”, en dat kan alleen als ook het toegekende"
                    " bedrag niet is vermeld."
                ),
                null=True,
                verbose_name="vastgesteld",
            ),
        ),
        migrations.AddConstraint(
            "award",
            CheckConstraint(
                condition=~Q(state__in=("settled", "reclaiming", "recovered"))
                | (
                    Q(settled_on__isnull=False)
                    & (Q(settled_cents__isnull=False) | Q(amount_cents__isnull=True))
                ),
                name="award_settled_has_day_and_amount",
            ),
        ),
        run_file(__file__, "totals", undo=migrations.RunSQL.noop),
    ]
