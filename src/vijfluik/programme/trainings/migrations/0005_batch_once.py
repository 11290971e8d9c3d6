from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('trainings', '0004_staging'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='importbatch',
            constraint=models.UniqueConstraint(
                fields=('imported_by', 'sha256'), name='import_batch_once'
            ),
        ),
    ]
