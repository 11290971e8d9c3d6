from django.db import migrations

from vijfluik.core.sql import run_file


class Migration(migrations.Migration):
    # Of before the first release: nobody has a database of an earlier state to go back to.
    irreversible = "It replaced policies and functions whose earlier text stands in no file."
    dependencies = [("releases", "0003_wording")]
    operations = [run_file(__file__, "wordings")]
