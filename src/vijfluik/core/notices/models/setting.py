"""How somebody wants to be told: how often by mail, and where."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Professional


class Rhythm(models.TextChoices):
    """How often mail about notices goes out. What is urgent goes at once, whatever was chosen."""

    DIRECT = "direct", _("meteen")
    DAILY = "daily", _("een keer per werkdag, om acht uur")
    WEEKLY = "weekly", _("een keer per week, op maandag om acht uur")


class Setting(models.Model):
    """One's own; no row is direct and without mail.

    `address` is the confirmed one, `asked` a new one until the link in the mail of `asked_mail`
    was opened. Both are sealed (`core.accounts.sealing`): the database alone cannot be read for
    addresses.
    """

    professional = models.OneToOneField(
        Professional, models.PROTECT, primary_key=True, related_name="+"
    )
    rhythm = models.CharField(
        _("mail over berichten"), max_length=10, choices=Rhythm, default=Rhythm.DIRECT
    )
    address = models.BinaryField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    asked = models.BinaryField(null=True)
    asked_mail = models.UUIDField(null=True)

    class Meta:
        verbose_name = _("instelling voor berichten")
        verbose_name_plural = _("instellingen voor berichten")
        constraints = (
            models.CheckConstraint(
                name="notices_setting_address_is_confirmed",
                condition=models.Q(address__isnull=True, confirmed_at__isnull=True)
                | models.Q(address__isnull=False, confirmed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="notices_setting_asked_by_mail",
                condition=models.Q(asked__isnull=True, asked_mail__isnull=True)
                | models.Q(asked__isnull=False, asked_mail__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.professional_id} {self.rhythm}"
