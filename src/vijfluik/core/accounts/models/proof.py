"""What proves who somebody is, each in a table of its own that only its owner reads.

The application looks one person's up while nobody acts yet, through functions of the database.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Professional


class Password(models.Model):
    """The hash of a password (scrypt), and since when it is this one."""

    professional = models.OneToOneField(
        Professional, models.PROTECT, primary_key=True, related_name="+"
    )
    encoded = models.CharField(max_length=200)
    set_at = models.DateTimeField(_("ingesteld op"))

    class Meta:
        verbose_name = _("wachtwoord")
        verbose_name_plural = _("wachtwoorden")

    def __str__(self) -> str:
        return str(self.professional_id)


class Authenticator(models.Model):
    """The secret of an app that shows codes (TOTP, RFC 6238), sealed with the installation's key.

    `last_step` is the last half minute of which a code was taken: no code counts twice.
    """

    professional = models.OneToOneField(
        Professional, models.PROTECT, primary_key=True, related_name="+"
    )
    sealed = models.BinaryField()
    last_step = models.BigIntegerField(default=0)
    set_at = models.DateTimeField(_("ingesteld op"))

    class Meta:
        verbose_name = _("codeapp")
        verbose_name_plural = _("codeapps")

    def __str__(self) -> str:
        return str(self.professional_id)


class Passkey(models.Model):
    """The public half of a passkey (WebAuthn); the other half never leaves its device."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    credential = models.BinaryField(unique=True)
    # As the authenticator gave it: identifier, key and the kind of device (CTAP2).
    attested = models.BinaryField()
    uses = models.BigIntegerField(default=0)
    name = models.CharField(_("naam"), max_length=60)
    added_at = models.DateTimeField(_("toegevoegd op"))
    used_at = models.DateTimeField(_("laatst gebruikt op"), null=True, blank=True)

    class Meta:
        verbose_name = _("toegangssleutel")
        verbose_name_plural = _("toegangssleutels")
        ordering = ("added_at",)

    def __str__(self) -> str:
        return self.name
