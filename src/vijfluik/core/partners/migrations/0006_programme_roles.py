from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('partners', '0005_adviser'),
    ]

    operations = [
        migrations.AlterField(
            model_name='mandate',
            name='role',
            field=models.CharField(choices=[('policy_officer', 'beleidsmedewerker'), ('training_provider', 'opleidingscoördinator'), ('adviser', 'adviseur'), ('municipal_officer', 'gemeenteambtenaar'), ('fund_manager', 'fondsbeheerder'), ('knowledge_editor', 'kennisredacteur'), ('evaluation_coordinator', 'evaluatiecoördinator'), ('partnership_coordinator', 'samenwerkingscoördinator'), ('parliamentary_officer', 'parlementair medewerker'), ('privacy_officer', 'functionaris gegevensbescherming'), ('auditor', 'toezichthouder'), ('mandate_administrator', 'mandaatbeheerder')], max_length=30, verbose_name='rol'),
        ),
    ]
