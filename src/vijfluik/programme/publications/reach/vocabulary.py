"""The closed lists that reach is described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Whether it is still only possible, or was measured."""

    ESTIMATED = "estimated", _("geraamd")
    MEASURED = "measured", _("gemeten")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class ReachUnit(models.TextChoices):
    """What is counted; nobody is followed to count it."""

    VISITS = "visits", _("bezoeken")
    DOWNLOADS = "downloads", _("downloads")
    PUPILS = "pupils", _("leerlingen")
    SCHOOLS = "schools", _("scholen")
    ORGANISATIONS = "organisations", _("organisaties")
    COPIES = "copies", _("verspreide exemplaren")
    DISPLAYS = "displays", _("vertoningen")


class Method(models.TextChoices):
    """How it was counted."""

    SERVER = "server", _("teller van de server, zonder bezoekers te volgen")
    STATED = "stated", _("opgave van de organisaties zelf")
    REGISTERED = "registered", _("optelling van aanmeldingen")
    SAMPLE = "sample", _("steekproef")
    ESTIMATE = "estimate", _("raming uit openbare aantallen")
