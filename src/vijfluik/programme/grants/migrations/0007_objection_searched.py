from django.db import migrations

from vijfluik.core.search.operations import Searched, Unsearched


class Migration(migrations.Migration):
    """What a term for objecting rests on is a line of text like the others, and is searched."""

    dependencies = [("grants", "0006_item_of_the_service"), ("search", "0001_folding")]
    operations = [
        Unsearched("Round", scope="organisation", texts=("title", "reference")),
        Searched("Round", scope="organisation", texts=("title", "reference", "objection_basis")),
    ]
