"""The closed lists that evaluations are described with."""

from collections.abc import Mapping

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# output is no proof of effect; said wherever an outcome stands.
DIFFUSE = _(
    "Effecten van deze aanpak zijn diffuus en meestal indirect: een uitkomst bewijst niet dat één "
    "maatregel het verschil maakte."
)


class State(models.TextChoices):
    """Where an evaluation stands."""

    PLANNED = "planned", _("gepland")
    RUNNING = "running", _("loopt")
    DELIVERED = "delivered", _("opgeleverd")
    PUBLISHED = "published", _("openbaar")
    FOLLOWED_UP = "followed_up", _("opgevolgd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


DONE = (State.DELIVERED.value, State.PUBLISHED.value, State.FOLLOWED_UP.value)
OUT = (State.PUBLISHED.value, State.FOLLOWED_UP.value)


class EvaluationKind(models.TextChoices):
    """What is asked of it: the design, the carrying out, or what it brought about."""

    PLAN = "plan", _("planevaluatie")
    PROCESS = "process", _("procesevaluatie")
    EFFECT = "effect", _("effectevaluatie")


class Method(models.TextChoices):
    """How it is studied."""

    LITERATURE = "literature", _("literatuur")
    INTERVIEWS = "interviews", _("gesprekken")
    SURVEY = "survey", _("vragenlijst")
    CASES = "cases", _("casusstudie")
    RECORDS = "records", _("registraties")
    OBSERVATION = "observation", _("waarneming")
    BEFORE_AFTER = "before_after", _("meting voor en na")
    COMPARISON = "comparison", _("vergelijkingsgroep")


class Maturity(models.TextChoices):
    """How well it is known that what was evaluated works; the words stand in MEANING."""

    DESCRIBED = "described", _("beschreven")
    PLAUSIBLE = "plausible", _("onderbouwd")
    TESTED = "tested", _("getoetst")
    EFFECTIVE = "effective", _("werkzaam gebleken")


MEANING: Mapping[str, str | Promise] = {
    Maturity.DESCRIBED: _("Er staat op papier wat er gebeurt, voor wie en met welk doel."),
    Maturity.PLAUSIBLE: _(
        "Er staat ook waarom het zou werken, en elke stap rust op onderzoek of ervaring."
    ),
    Maturity.TESTED: _("In de praktijk is nagegaan of het gaat zoals bedacht, en wat er uitkomt."),
    Maturity.EFFECTIVE: _(
        "Meer dan één onderzoek met een vergelijking wijst dezelfde kant op; ook dan geldt het "
        "voor de onderzochte omstandigheden."
    ),
}


class Strength(models.TextChoices):
    """How strong the evidence is for what is said."""

    INDICATION = "indication", _("aanwijzing")
    PLAUSIBLE = "plausible", _("aannemelijk")
    SUPPORTED = "supported", _("door meer bronnen ondersteund")
    COMPARED = "compared", _("getoetst met een vergelijking")
