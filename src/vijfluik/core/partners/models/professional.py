"""A person who works at a partner and signs in: never somebody a dossier is about."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models.organisation import Organisation


class ProfessionalManager(BaseUserManager["Professional"]):
    """Finds accounts by their sign-in name; rights come from mandates only."""


class Professional(AbstractBaseUser):
    """One person, one account (BIO2 5.16.02: no group accounts).

    There is no superuser and there are no groups or permissions beside mandates: a right that is
    not a mandate could not be reviewed, would not lapse, and row-level security would not know it.
    """

    # Django would keep it here, where whoever may see a colleague's name could read it. What proves
    # who somebody is gets a table of its own, which the application asks through a function.
    password = None  # type: ignore[assignment]

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.SlugField(_("aanmeldnaam"), max_length=60, unique=True)
    name = models.CharField(_("naam"), max_length=120)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="professionals", verbose_name=_("werkgever")
    )
    language = models.CharField(_("taal"), max_length=2, default="nl")
    is_active = models.BooleanField(_("in dienst"), default=True)

    objects = ProfessionalManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("professional")
        verbose_name_plural = _("professionals")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        """The name as shown in the page header."""
        return self.name
