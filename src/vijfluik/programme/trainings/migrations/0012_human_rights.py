from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trainings", "0011_found_alone")]

    operations = [
        migrations.AddField(
            model_name="courseversion",
            name="human_rights",
            field=models.TextField(blank=True, verbose_name="deel over mensenrechten"),
        ),
    ]
