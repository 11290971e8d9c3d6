from django.db import migrations

from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import Versioned


class Migration(migrations.Migration):
    # Of before the first release: nobody has a database of an earlier state to go back to.
    irreversible = "It replaced policies and functions whose earlier text stands in no file."
    initial = True
    dependencies = [("partners", "0004_accounts_guarded")]
    operations = [run_file(__file__, "mandates"), Versioned("partners.Mandate")]
