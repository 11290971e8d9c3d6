import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

PEOPLE = settings.AUTH_USER_MODEL


def person(verbose_name: str, **options: object) -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=PEOPLE,
        verbose_name=verbose_name,
        **options,
    )


def somebody_else(name: str, field: str) -> migrations.AddConstraint:
    return migrations.AddConstraint(
        model_name="mandate",
        constraint=models.CheckConstraint(
            condition=Q(**{f"{field}__isnull": True}) | ~Q(**{field: F("professional")}), name=name
        ),
    )


class Migration(migrations.Migration):
    # The function of the rules was made for the columns of before.
    dependencies = [
        ("partners", "0002_acting"),
        ("access", "0002_policy"),
        ("versions", "0001_shared"),
    ]
    operations = [
        migrations.RemoveConstraint("mandate", "mandate_granted_by_someone_else"),
        migrations.RenameField("mandate", "granted_by", "proposed_by"),
        migrations.RenameField("mandate", "granted_at", "proposed_at"),
        migrations.AlterField("mandate", "proposed_by", person("voorgesteld door")),
        migrations.AlterField(
            "mandate",
            "proposed_at",
            models.DateTimeField(auto_now_add=True, verbose_name="voorgesteld op"),
        ),
        migrations.AlterField(
            "mandate",
            "purpose",
            models.CharField(
                choices=[
                    ("programme", "uitvoeren en verantwoorden van het programma"),
                    ("oversight", "toezicht op de rechtmatigheid"),
                    ("administration", "beheer van mandaten"),
                ],
                db_column="for_purpose",
                max_length=30,
                verbose_name="doel",
            ),
        ),
        *(
            migrations.AddField("mandate", name, person(words, null=True, blank=True))
            for name, words in (
                ("approved_by", "goedgekeurd door"),
                ("reviewed_by", "laatst beoordeeld door"),
                ("ended_by", "beëindigd door"),
            )
        ),
        *(
            migrations.AddField(
                "mandate", name, models.DateTimeField(blank=True, null=True, verbose_name=words)
            )
            for name, words in (("approved_at", "goedgekeurd op"), ("ended_at", "beëindigd op"))
        ),
        migrations.AddField(
            "mandate",
            "end_reason",
            models.CharField(blank=True, max_length=500, verbose_name="reden van beëindiging"),
        ),
        # A demonstration of before has nobody to approve by hand: a second invented person did.
        # Elsewhere a mandate waits for its approval, as the rule has it.
        migrations.RunSQL(
            "UPDATE partners_mandate AS mandate SET approved_at = proposed_at, approved_by_id ="
            " (SELECT other.professional_id FROM partners_mandate other"
            "  WHERE other.role IN ('privacy_officer', 'auditor')"
            "  AND other.professional_id NOT IN (mandate.professional_id, mandate.proposed_by_id)"
            "  ORDER BY other.role DESC, other.professional_id LIMIT 1)"
            " WHERE EXISTS (SELECT FROM versions.demonstration)"
            " AND EXISTS (SELECT FROM partners_mandate other"
            "  WHERE other.role IN ('privacy_officer', 'auditor')"
            "  AND other.professional_id NOT IN (mandate.professional_id, mandate.proposed_by_id))",
            migrations.RunSQL.noop,
        ),
        # Constraints look at all rows, which PostgreSQL refuses while checks of keys are pending.
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL IMMEDIATE"),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("proposed_by")),
                name="partners_mandate_four_eyes",
            ),
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=Q(approved_by__isnull=True, approved_at__isnull=True)
                | Q(approved_by__isnull=False, approved_at__isnull=False),
                name="partners_mandate_approval_is_dated",
            ),
        ),
        somebody_else("mandate_granted_by_someone_else", "proposed_by"),
        somebody_else("mandate_approved_by_someone_else", "approved_by"),
        somebody_else("mandate_reviewed_by_someone_else", "reviewed_by"),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, end_reason="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(end_reason="")),
                name="mandate_ends_with_a_reason",
            ),
        ),
    ]
