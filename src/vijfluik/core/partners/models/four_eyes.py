"""What one person proposes and another approves."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models.professional import Professional


class FourEyes(models.Model):
    """Mixin for a row that one person proposes and another approves; the database checks it.

    A subclass lists `*FourEyes.constraints("<table>")` among its constraints.
    """

    proposed_by = models.ForeignKey(
        Professional, models.PROTECT, related_name="+", verbose_name=_("voorgesteld door")
    )
    proposed_at = models.DateTimeField(_("voorgesteld op"), auto_now_add=True)
    approved_by = models.ForeignKey(
        Professional,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("goedgekeurd door"),
    )
    approved_at = models.DateTimeField(_("goedgekeurd op"), null=True, blank=True)

    class Meta:
        abstract = True

    @staticmethod
    def constraints(table: str) -> tuple[models.CheckConstraint, ...]:
        """Two different people, whatever the code above forgets; and who says when."""
        return (
            models.CheckConstraint(
                name=f"{table}_four_eyes",
                condition=models.Q(approved_by__isnull=True)
                | ~models.Q(approved_by=models.F("proposed_by")),
            ),
            models.CheckConstraint(
                name=f"{table}_approval_is_dated",
                condition=models.Q(approved_by__isnull=True, approved_at__isnull=True)
                | models.Q(approved_by__isnull=False, approved_at__isnull=False),
            ),
        )
