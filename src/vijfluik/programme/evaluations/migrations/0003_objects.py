import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import VersionedChanged


def _link(to: str, label: str) -> models.Field:
    return models.ForeignKey(
        to,
        django.db.models.deletion.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
    )


# Object → that it is filled; exactly one of them is.
_FILLED = {
    "subject_item": ~Q(subject_item=""),
    "training": Q(training__isnull=False),
    "publication": Q(publication__isnull=False),
    "award": Q(award__isnull=False),
    "partnership": Q(partnership__isnull=False),
}


def _of_one_thing() -> Q:
    of = Q()
    for name in _FILLED:
        only = _FILLED[name]
        for other in _FILLED:
            only = only if other == name else only & ~_FILLED[other]
        of |= only
    return of


class Migration(migrations.Migration):
    # Of before the first release: nobody has a database of an earlier state to go back to.
    irreversible = "It replaced policies and functions whose earlier text stands in no file."
    dependencies = [
        ("evaluations", "0002_access"),
        ("grants", "0003_settled_unstated"),
        ("municipalities", "0001_access"),
        ("partnerships", "0003_access"),
    ]
    operations = [
        migrations.RemoveConstraint("evaluation", "evaluation_of_one_thing"),
        migrations.AddField(
            "evaluation", "award", _link("grants.award", "geëvalueerde toekenning")
        ),
        migrations.AddField(
            "evaluation",
            "partnership",
            _link("partnerships.partnership", "geëvalueerde samenwerking"),
        ),
        migrations.AddConstraint(
            "evaluation",
            models.CheckConstraint(condition=_of_one_thing(), name="evaluation_of_one_thing"),
        ),
        run_file(__file__, "objects"),
        # Versions have the columns and the policies of their table.
        VersionedChanged("Evaluation"),
        VersionedChanged("grants.Award"),
        VersionedChanged("partnerships.Partnership"),
    ]
