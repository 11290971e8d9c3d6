"""When the notifier last went round: who waits for a mail can see that nobody sends any."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Round(models.Model):
    """One row, written at the end of each round."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    ended_at = models.DateTimeField(_("laatste ronde"))

    class Meta:
        constraints = (
            models.CheckConstraint(name="notices_round_is_one", condition=models.Q(id=1)),
        )

    def __str__(self) -> str:
        return f"{self.ended_at:%Y-%m-%d %H:%M}"
