"""A notice: that something waits for somebody. A kind and a reference, and no words of a record."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.notices.models.mail import Mail
from vijfluik.core.partners.models import Professional


class Kind(models.TextChoices):
    """What a notice is about. Row-level security knows which of them are about oneself."""

    TERM = "term", _("een termijn loopt af")
    ROUND = "round", _("een peiling wacht op antwoord")
    MANDATE_WAITS = "mandate_waits", _("een mandaat wacht op goedkeuring")
    MANDATE_REVIEW = "mandate_review", _("een mandaat moet worden beoordeeld")
    MANDATE_ENDS = "mandate_ends", _("uw mandaat loopt af")
    DEPUTY_ASKED = "deputy_asked", _("u wordt gevraagd iemand te vervangen")
    ACCOUNT_REVIEW = "account_review", _("een account moet worden beoordeeld")
    RECOVERY_WAITS = "recovery_waits", _("een herstel wacht op goedkeuring")
    RECOVERY_OF_YOU = "recovery_of_you", _("voor uw account is een herstel voorgesteld")
    DOCUMENT_STOPPED = "document_stopped", _("uw document werd tegengehouden als schadelijk")
    DOCUMENT_WAITS = "document_waits", _("uw document wacht nog op de controle")


class Notice(models.Model):
    """One person, one subject, one moment: once, whatever becomes of who makes it.

    `moment` names the point in time that the notice marks: the day on which something is due and
    how many days before it ("2026-12-24/14"), or when what waits began to wait.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    kind = models.CharField(_("soort"), max_length=20, choices=Kind)
    thing = models.SlugField(max_length=40)
    object_key = models.UUIDField()
    # The row of lifecycle.due; no foreign key, for a destroyed record takes it along.
    due = models.UUIDField(null=True)
    due_on = models.DateField(_("voor"), null=True)
    moment = models.CharField(max_length=40)
    urgent = models.BooleanField(_("dringend"), default=False)
    made_at = models.DateTimeField(_("sinds"))
    read_at = models.DateTimeField(_("gelezen op"), null=True)
    mail = models.ForeignKey(Mail, models.SET_NULL, null=True, related_name="notices")

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        ordering = ("-made_at", "key")
        constraints = (
            models.UniqueConstraint(
                "professional", "kind", "object_key", "moment", name="notices_notice_once"
            ),
            models.CheckConstraint(
                name="notices_term_has_its_due",
                condition=models.Q(kind="term", due__isnull=False)
                | (~models.Q(kind="term") & models.Q(due__isnull=True)),
            ),
        )
        indexes = (
            models.Index(
                fields=("professional",),
                condition=models.Q(read_at__isnull=True),
                name="notices_notice_unread",
            ),
            models.Index(fields=("made_at",), name="notices_notice_made"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.moment}"
