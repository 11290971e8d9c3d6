import django.db.models.deletion
from django.db import migrations, models

# Imports of all registers stand in one table. Row-level security binds the owner too, so it is
# lifted for the copy; deferred checks would stand in the way of altering the tables afterwards.
COPY = """
ALTER TABLE trainings_importbatch NO FORCE ROW LEVEL SECURITY;
ALTER TABLE registers_importbatch NO FORCE ROW LEVEL SECURITY;
INSERT INTO registers_importbatch (key, register, file_name, sha256, imported_at, added, known,
                                   corrected, skipped, held_back, imported_by_id)
SELECT key, 'trainings', file_name, sha256, imported_at, added, known, corrected, skipped,
       held_back, imported_by_id
FROM trainings_importbatch;
SET CONSTRAINTS ALL IMMEDIATE;
"""
CLOSE = "ALTER TABLE registers_importbatch FORCE ROW LEVEL SECURITY"


class Migration(migrations.Migration):

    dependencies = [
        ('registers', '0002_access'),
        ('trainings', '0007_searched'),
    ]

    operations = [
        migrations.RunSQL([(COPY, None)], migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='training',
            name='batch',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registers.importbatch'),
        ),
        migrations.RunSQL(CLOSE, migrations.RunSQL.noop),
        migrations.DeleteModel(
            name='ImportBatch',
        ),
        migrations.DeleteModel(
            name='StagedFile',
        ),
    ]
