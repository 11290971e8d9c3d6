"""A deputy: somebody who acts on the mandate of another for a while, in the own name."""

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Mandate, Professional

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise as _StrPromise


def _person(
    words: "_StrPromise", *, needed: bool = True
) -> "models.ForeignKey[Professional, Professional]":
    return models.ForeignKey(
        Professional,
        models.PROTECT,
        null=not needed,
        blank=not needed,
        related_name="+",
        verbose_name=words,
    )


class Deputy(models.Model):
    """From the moment that the deputy accepted, between its days (half-open), until one ends it.

    It gives what the mandate gives and never more: it works only while the mandate does. `replaced`
    is whose mandate it is, on this row because the two may not be four eyes for one another
    (`partners.one_pair_of_eyes`).
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="deputies")
    replaced = _person(_("vervangt"))
    professional = _person(_("vervanger"))
    valid_from = models.DateField(_("geldig vanaf"))
    valid_until = models.DateField(_("geldig tot"))
    proposed_by = _person(_("voorgesteld door"))
    proposed_at = models.DateTimeField(_("voorgesteld op"), auto_now_add=True)
    accepted_at = models.DateTimeField(_("aanvaard op"), null=True, blank=True)
    ended_at = models.DateTimeField(_("beëindigd op"), null=True, blank=True)
    ended_by = _person(_("beëindigd door"), needed=False)

    class Meta:
        verbose_name = _("vervanging")
        verbose_name_plural = _("vervangingen")
        ordering = ("-valid_from", "key")
        indexes = (
            models.Index(
                fields=("professional",),
                condition=models.Q(ended_at__isnull=True),
                name="mandates_deputy_open",
            ),
            models.Index(fields=("replaced", "professional"), name="mandates_deputy_pair"),
        )
        constraints = (
            models.CheckConstraint(
                name="deputy_is_another", condition=~models.Q(professional=models.F("replaced"))
            ),
            # Whoever is to do it accepts; whoever proposes it is another.
            models.CheckConstraint(
                name="deputy_proposed_by_another",
                condition=~models.Q(professional=models.F("proposed_by")),
            ),
            models.CheckConstraint(
                name="deputy_in_order", condition=models.Q(valid_until__gt=models.F("valid_from"))
            ),
            models.CheckConstraint(
                name="deputy_ends_in_a_name",
                condition=models.Q(ended_at__isnull=True, ended_by__isnull=True)
                | models.Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.professional} voor {self.replaced}"
