"""A link that works once: to begin with, or to begin anew when what proves somebody was lost."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import FourEyes, Professional


class LinkKind(models.TextChoices):
    """What the link is for."""

    INVITATION = "invitation", _("uitnodiging")
    RECOVERY = "recovery", _("herstel")


class Link(FourEyes):
    """A link of which only the hash is kept. An invitation takes one administrator: an account
    without a mandate opens nothing. A recovery hands somebody's access to whoever holds the link,
    so one administrator proposes and another approves; neither is the person (constraints).
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    kind = models.CharField(_("soort"), max_length=20, choices=LinkKind)
    reason = models.CharField(_("reden"), max_length=500, blank=True)
    # SHA-256 of the secret; none while a recovery waits for its approval.
    digest = models.BinaryField(null=True, unique=True)
    expires_at = models.DateTimeField(_("werkt tot"), null=True, blank=True)
    used_at = models.DateTimeField(_("gebruikt op"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Professional, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("toegangslink")
        verbose_name_plural = _("toegangslinks")
        ordering = ("-proposed_at",)
        constraints = (
            *FourEyes.constraints("accounts_link"),
            models.CheckConstraint(
                name="link_recovery_works_after_approval",
                condition=models.Q(kind="invitation")
                | models.Q(digest__isnull=True)
                | models.Q(approved_by__isnull=False),
            ),
            models.CheckConstraint(
                name="link_expires",
                condition=models.Q(digest__isnull=True, expires_at__isnull=True)
                | models.Q(digest__isnull=False, expires_at__isnull=False),
            ),
            models.CheckConstraint(
                name="link_proposed_by_somebody_else",
                condition=~models.Q(proposed_by=models.F("professional")),
            ),
            models.CheckConstraint(
                name="link_approved_by_somebody_else",
                condition=models.Q(approved_by__isnull=True)
                | ~models.Q(approved_by=models.F("professional")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.proposed_at:%Y-%m-%d}"
