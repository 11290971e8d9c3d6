from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.search.operations import Searched
from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import Versioned

OWNER = "organisation"


class Migration(migrations.Migration):
    # Of before the first release: nobody has a database of an earlier state to go back to.
    irreversible = "It replaced policies and functions whose earlier text stands in no file."
    dependencies = [
        ("releases", "0001_initial"),
        ("access", "0006_asked"),
        ("partners", "0006_programme_roles"),
        ("registers", "0002_access"),
        ("search", "0001_folding"),
        ("versions", "0001_shared"),
    ]
    operations = [
        Scoped("Release", thing="releases", owner=OWNER),
        ScopedSteps(
            "ReleaseStep", record="release", thing="releases", owner=OWNER, four_eyes=("adopt",)
        ),
        Searched("Release", scope=OWNER, texts=("title", "reference")),
        Scoped("Comment", thing="release_comments", owner=OWNER, within="release"),
        ScopedSteps("CommentStep", record="comment", thing="release_comments", owner=OWNER),
        Searched("Comment", scope=OWNER, texts=("text", "reference", "place")),
        Versioned("Comment"),
        Scoped("Reader", thing="release_readers", owner=OWNER, within="release"),
        ScopedSteps("ReaderStep", record="reader", thing="release_readers", owner=OWNER),
        Searched("Reader", scope=OWNER, texts=("reference", "occasion")),
        run_file(__file__, "releases"),
        run_file(__file__, "files"),
        # Versions have the policies of their table.
        Versioned("Release"),
        Versioned("Reader"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]
