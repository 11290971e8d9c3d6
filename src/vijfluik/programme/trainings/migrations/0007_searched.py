from django.db import migrations

from vijfluik.core.search.operations import Searched


class Migration(migrations.Migration):
    dependencies = [("trainings", "0006_guard"), ("search", "0001_folding")]
    operations = [
        Searched("Training", scope="provider", texts=("reference", "title", "requester")),
    ]
