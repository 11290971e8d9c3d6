from django.db import migrations, models

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    dependencies = [("trainings", "0005_batch_once")]
    operations = [
        migrations.AddConstraint(
            model_name="training",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    state__in=["requested", "planned", "held", "cancelled", "withdrawn"]
                ),
                name="training_state_known",
            ),
        ),
        run_file(__file__, "guard", undo=migrations.RunSQL.noop),
    ]
