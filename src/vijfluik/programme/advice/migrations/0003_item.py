import vijfluik.core.items.choices
import vijfluik.core.registers.models.fields
from django.db import migrations, models

from vijfluik.core.versions.operations import VersionedChanged

# Row-level security is forced, so that the owner of the table has no rows to update; rewriting a
# column asks nobody. What no service tells is of the unit that advises municipalities.
BY_SERVICE = """
ALTER TABLE advice_advice ALTER COLUMN item TYPE varchar(10) USING
  CASE service
    WHEN 'forsa' THEN 'VK-16'
    WHEN 'family_support' THEN 'VK-16'
    WHEN 'school_safety' THEN 'VK-10'
    WHEN 'threat_management' THEN 'VK-22'
    ELSE 'VK-04'
  END;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('advice', '0002_access'),
        ('partners', '0007_no_password'),
        ('registers', '0002_access'),
    ]

    operations = [
        migrations.AddField(
            model_name='advice',
            name='item',
            field=vijfluik.core.registers.models.fields.ItemField(choices=vijfluik.core.items.choices.item_choices, default='', help_text='Leeg laten bij een nieuwe vraag: dan wordt het dat van de dienst.', max_length=10, verbose_name='onderdeel van het programma'),
            preserve_default=False,
        ),
        migrations.RunSQL(BY_SERVICE, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='advice',
            name='requester_kind',
            field=models.CharField(choices=[('municipality', 'gemeente'), ('school', 'school'), ('police', 'politie'), ('care', 'zorg en welzijn'), ('justice', 'justitie en reclassering'), ('immigration', 'vreemdelingenketen'), ('state', 'ander land'), ('religious', 'religieuze instelling'), ('other', 'andere organisatie')], default='other', max_length=20, verbose_name='soort aanvrager'),
        ),
        migrations.AlterField(
            model_name='advice',
            name='service',
            field=models.CharField(choices=[('ess', 'Expertise-unit Sociale Stabiliteit'), ('forsa', 'Forsa, begeleiding bij uitstappen'), ('family_support', 'Familiesteunpunt'), ('school_safety', 'adviespunt school en veiligheid'), ('threat_management', 'expertise dreigingsmanagement'), ('strategies', 'advies aan landen over strategie en plannen'), ('religious_safety', 'veiligheid van religieuze instellingen')], max_length=30, verbose_name='dienst'),
        ),
        migrations.AlterField(
            model_name='advice',
            name='theme',
            field=models.CharField(choices=[('local_networks', 'lokale netwerken'), ('polarisation', 'polarisatie'), ('radicalisation', 'radicalisering'), ('leaving', 'uitstappen en familie'), ('school_climate', 'schoolklimaat'), ('social_domain', 'aansluiting sociaal domein'), ('strategy', 'strategie en plannen'), ('safety', 'veiligheid van een instelling'), ('other', 'ander thema')], max_length=30, verbose_name='thema'),
        ),
        migrations.AddConstraint(
            model_name='advice',
            constraint=models.CheckConstraint(condition=models.Q(('item', ''), _negated=True), name='advice_serves_an_item'),
        ),
        VersionedChanged("Advice"),
    ]
