from django.db import migrations, models

from vijfluik.core.versions.operations import VersionedChanged


class Migration(migrations.Migration):

    dependencies = [
        ('partnerships', '0004_basis'),
    ]

    operations = [
        migrations.AddField(
            model_name='post',
            name='report',
            field=models.TextField(blank=True, help_text='In het kort, zonder namen; eerdere verslagen staan in het verloop.', verbose_name='laatste verslag'),
        ),
        migrations.AddField(
            model_name='post',
            name='reported_on',
            field=models.DateField(blank=True, null=True, verbose_name='laatste verslag op'),
        ),
        migrations.AddField(
            model_name='post',
            name='tasks',
            field=models.TextField(blank=True, help_text='Wat vanuit deze post wordt gedaan, per regel één taak.', verbose_name='taken'),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.CheckConstraint(condition=models.Q(('report', ''), ('reported_on__isnull', False), _connector='OR'), name='post_report_has_day'),
        ),
        VersionedChanged("Post"),
    ]
