"""That somebody comes in by a provider of identities, and as whom that provider knows them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.accounts.models.link import Link
from vijfluik.core.partners.models import Professional


class Identity(models.Model):
    """One account's tie to one subject of one provider. Whoever has one has nothing else that
    proves who it is: when the provider lets somebody go, no password is left here.

    It is made by using a link, of an invitation or a recovery, and in no other way: the table asks
    for the link. `digest` is a keyed hash of issuer and subject; the word that the provider has
    for somebody is not kept.
    """

    professional = models.OneToOneField(
        Professional, models.PROTECT, primary_key=True, related_name="+"
    )
    provider = models.CharField(_("aanbieder"), max_length=40)
    issuer = models.CharField(max_length=255)
    digest = models.BinaryField(unique=True)
    link = models.OneToOneField(Link, models.PROTECT, related_name="+")
    linked_at = models.DateTimeField(_("gekoppeld op"))

    class Meta:
        verbose_name = _("koppeling met een aanbieder")
        verbose_name_plural = _("koppelingen met een aanbieder")

    def __str__(self) -> str:
        return self.provider
