from django.db import migrations

from vijfluik.core.versions import ddl
from vijfluik.core.versions.tables import versioned_names


def index_ends(apps, schema_editor):
    """Tables that get versions after this migration have the index from the start."""
    with schema_editor.connection.cursor() as cursor:
        for name in versioned_names(cursor):
            ddl.index_ends(cursor, name=name)


class Migration(migrations.Migration):
    dependencies = [("versions", "0001_shared")]
    operations = [migrations.RunPython(index_ends, migrations.RunPython.noop)]
