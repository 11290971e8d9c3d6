from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notices", "0005_pressed")]
    operations = [
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(
                choices=[
                    ("term", "een termijn loopt af"),
                    ("round", "een peiling wacht op antwoord"),
                    ("mandate_waits", "een mandaat wacht op goedkeuring"),
                    ("mandate_review", "een mandaat moet worden beoordeeld"),
                    ("mandate_ends", "uw mandaat loopt af"),
                    ("deputy_asked", "u wordt gevraagd iemand te vervangen"),
                    ("account_review", "een account moet worden beoordeeld"),
                    ("recovery_waits", "een herstel wacht op goedkeuring"),
                    ("recovery_of_you", "voor uw account is een herstel voorgesteld"),
                    ("document_stopped", "uw document werd tegengehouden als schadelijk"),
                    ("document_waits", "uw document wacht nog op de controle"),
                ],
                max_length=20,
                verbose_name="soort",
            ),
        ),
    ]
