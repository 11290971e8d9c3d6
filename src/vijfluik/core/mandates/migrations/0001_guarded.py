from django.db import migrations

from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import Versioned


class Migration(migrations.Migration):
    initial = True
    dependencies = [("partners", "0004_accounts_guarded")]
    operations = [run_file(__file__, "mandates"), Versioned("partners.Mandate")]
