"""The closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReleaseState(models.TextChoices):
    """Where a release stands."""

    DRAFT = "draft", _("in bewerking")
    IN_CHECK = "in_check", _("ter controle")
    ADOPTED = "adopted", _("vastgesteld")
    PUBLISHED = "published", _("gepubliceerd")
    RECTIFIED = "rectified", _("gerectificeerd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class CommentState(models.TextChoices):
    """Where a comment on a text stands."""

    OPEN = "open", _("open")
    ANSWERED = "answered", _("beantwoord")
    RESOLVED = "resolved", _("afgehandeld")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class ReaderState(models.TextChoices):
    """Whether somebody may read beforehand."""

    ADMITTED = "admitted", _("toegelaten")
    ENDED = "ended", _("beëindigd")
    WITHDRAWN = "withdrawn", _("ingetrokken")
