from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    # Of before the first release: nobody has a database of an earlier state to go back to.
    irreversible = "Events are encoded anew from then on; what was written cannot be taken back."
    dependencies = [("journal", "0002_journal")]
    operations = [
        # The encoding of what was written since cannot be taken back.
        run_file(__file__, "objects"),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AddField(
                    model_name="event",
                    name="objects_shown",
                    field=ArrayField(
                        models.UUIDField(),
                        db_column="objects",
                        default=list,
                        verbose_name="getoonde vastleggingen",
                    ),
                )
            ]
        ),
    ]
