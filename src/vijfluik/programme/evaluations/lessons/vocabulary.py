"""The closed lists that lessons are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Whether other organisations may read it."""

    DRAFT = "draft", _("concept")
    PUBLISHED = "published", _("gepubliceerd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


PUBLISHED = (State.PUBLISHED.value,)


class Outcome(models.TextChoices):
    """How it went; what did not work is as worth reading as what did."""

    WENT_WELL = "went_well", _("het ging zoals bedacht")
    PARTLY = "partly", _("een deel ging anders")
    DID_NOT = "did_not", _("het ging niet zoals bedacht")


class Shelf(models.TextChoices):
    """Where a lesson stands: with those who evaluate, or with everybody. Things of the policy."""

    PROGRAMME = "grants_programme", _("wie evalueren")
    PUBLIC = "lessons_public", _("alle partners")
