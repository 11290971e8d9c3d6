"""An account: that somebody may sign in, since when, looked at by whom, and until when."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Professional

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise as _StrPromise


def _person(words: "_StrPromise") -> "models.ForeignKey[Professional | None, Professional | None]":
    return models.ForeignKey(
        Professional, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=words
    )


class Account(models.Model):
    """What stands beside a professional. It says nothing of rights: those are mandates.

    Nobody invites, reviews or dismisses oneself; who left does not come back under this account.
    """

    professional = models.OneToOneField(
        Professional, models.PROTECT, primary_key=True, related_name="account"
    )
    invited_by = _person(_("uitgenodigd door"))
    invited_at = models.DateTimeField(_("uitgenodigd op"))
    activated_at = models.DateTimeField(_("in gebruik sinds"), null=True, blank=True)
    reviewed_on = models.DateField(_("laatst beoordeeld op"))
    reviewed_by = _person(_("laatst beoordeeld door"))
    left_at = models.DateTimeField(_("vertrokken op"), null=True, blank=True)
    left_by = _person(_("afgesloten door"))
    leave_reason = models.CharField(_("reden van vertrek"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ("professional",)
        constraints = (
            *(
                models.CheckConstraint(
                    name=f"account_{field}_somebody_else",
                    condition=models.Q(**{f"{field}__isnull": True})
                    | ~models.Q(**{field: models.F("professional")}),
                )
                for field in ("invited_by", "reviewed_by", "left_by")
            ),
            models.CheckConstraint(
                name="account_leaves_with_a_reason",
                condition=models.Q(left_at__isnull=True, left_by__isnull=True, leave_reason="")
                | (
                    models.Q(left_at__isnull=False, left_by__isnull=False)
                    & ~models.Q(leave_reason="")
                ),
            ),
        )

    def __str__(self) -> str:
        return str(self.professional)
