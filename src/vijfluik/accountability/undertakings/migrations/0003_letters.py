import django.contrib.postgres.fields
from django.db import migrations, models

import vijfluik.accountability.undertakings.choosing
from vijfluik.core.versions.operations import VersionedChanged


class Migration(migrations.Migration):

    dependencies = [
        ('undertakings', '0002_access'),
    ]

    operations = [
        migrations.AddField(
            model_name='paper',
            name='figures',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=vijfluik.accountability.undertakings.choosing.figure_choices, max_length=60), blank=True, default=list, help_text='De cijfers die in deze brief staan, om ze later opnieuw te maken.', size=None, verbose_name='cijfers in het stuk'),
        ),
        migrations.AddField(
            model_name='paper',
            name='figures_on',
            field=models.DateField(blank=True, help_text='De cijfers zoals bekend aan het einde van deze dag.', null=True, verbose_name='stand van de cijfers'),
        ),
        migrations.AddConstraint(
            model_name='paper',
            constraint=models.CheckConstraint(condition=models.Q(('figures', []), ('figures_on__isnull', False), _connector='OR'), name='paper_figures_are_of_a_day'),
        ),
        VersionedChanged("Paper"),
    ]
