"""A mail that is to go out: to whom and when, how often it was tried, and what came of it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Professional


class Reason(models.TextChoices):
    """Why it goes out now."""

    URGENT = "urgent", _("dringend")
    DIRECT = "direct", _("meteen")
    DAILY = "daily", _("dagoverzicht")
    WEEKLY = "weekly", _("weekoverzicht")
    ADDRESS = "address", _("mailadres bevestigen")


class Fault(models.TextChoices):
    """Why it did not go, in a word: what a server says may hold the address."""

    REFUSED = "refused", _("geweigerd: het adres bestaat niet of neemt niets aan")
    LATER = "later", _("de mailserver vroeg het later te proberen")
    UNREACHABLE = "unreachable", _("de mailserver was niet bereikbaar")
    INSECURE = "insecure", _("de verbinding met de mailserver was niet veilig")
    ACCESS = "access", _("de mailserver liet het platform niet toe")
    ADDRESS = "address", _("er is geen bevestigd mailadres meer")


class Mail(models.Model):
    """A row of the outbox. It names nothing: the notices it is about refer to it.

    A try is written down before it is made, with the moment of the next one: whoever is killed in
    the middle leaves a mail that is tried again, under the same Message-ID.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    reason = models.CharField(_("soort"), max_length=10, choices=Reason)
    made_at = models.DateTimeField(_("gemaakt op"))
    next_try_at = models.DateTimeField(_("volgende poging"))
    tries = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    tried_at = models.DateTimeField(_("laatste poging"), null=True)
    sent_at = models.DateTimeField(_("verstuurd op"), null=True)
    given_up_at = models.DateTimeField(_("opgegeven op"), null=True)
    fault = models.CharField(_("waarom niet"), max_length=20, choices=Fault, blank=True)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ("-made_at", "key")
        constraints = (
            models.CheckConstraint(
                name="notices_mail_ends_one_way",
                condition=models.Q(sent_at__isnull=True) | models.Q(given_up_at__isnull=True),
            ),
        )
        indexes = (
            models.Index(
                fields=("next_try_at",),
                condition=models.Q(sent_at__isnull=True, given_up_at__isnull=True),
                name="notices_mail_waiting",
            ),
        )

    def __str__(self) -> str:
        return f"{self.reason} {self.made_at:%Y-%m-%d %H:%M}"
