"""The items as the database holds them, so that figures over them have receipts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.items.areas import Area


class ItemState(models.TextChoices):
    """Whether an item is part of the approach."""

    ACTIVE = "active", _("loopt")
    ENDED = "ended", _("beëindigd")


class ListedItem(models.Model):
    """An item of `core/items/items.toml`. Rows come with the software; no page changes them."""

    key = models.CharField(max_length=10, primary_key=True)
    area = models.CharField(_("gebied"), max_length=20, choices=[(each, each) for each in Area])
    name_nl = models.CharField(_("naam"), max_length=200)
    name_en = models.CharField(_("naam in het Engels"), max_length=200)
    state = models.CharField(_("stand"), max_length=10, choices=ItemState, default=ItemState.ACTIVE)
    valid_from = models.DateField(_("genoemd sinds"))

    class Meta:
        db_table = "catalogue_item"
        verbose_name = _("onderdeel")
        verbose_name_plural = _("onderdelen")
        ordering = ("key",)

    def __str__(self) -> str:
        return self.key
