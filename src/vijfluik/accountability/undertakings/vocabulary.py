"""The closed lists of what goes to Parliament and comes from it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class House(models.TextChoices):
    """To which House, or from which."""

    SECOND = "second", _("Tweede Kamer")
    FIRST = "first", _("Eerste Kamer")
    BOTH = "both", _("beide Kamers")


class PaperKind(models.TextChoices):
    """What sort of paper it is; a resolution is no paper of a House, and is kept beside them."""

    LETTER = "letter", _("brief")
    BILL = "bill", _("wetsvoorstel")
    MOTION = "motion", _("motie")
    QUESTION = "question", _("Kamervragen")
    REPORT = "report", _("rapport")
    TREATY = "treaty", _("verdrag")
    RESOLUTION = "resolution", _("resolutie")


class PaperState(models.TextChoices):
    """Where a paper stands."""

    FILED = "filed", _("ingeboekt")
    PROPOSED = "proposed", _("ter goedkeuring")
    APPROVED = "approved", _("goedgekeurd")
    HANDLED = "handled", _("behandeld")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class BillState(models.TextChoices):
    """The stages of a bill; only in force it is law."""

    PREPARED = "prepared", _("in voorbereiding")
    SUBMITTED = "submitted", _("ingediend")
    SECOND_ADOPTED = "second_adopted", _("aangenomen door de Tweede Kamer")
    ADOPTED = "adopted", _("aangenomen door de Eerste Kamer")
    PUBLISHED = "published", _("in het Staatsblad")
    IN_FORCE = "in_force", _("in werking")
    REJECTED = "rejected", _("verworpen of ingetrokken voorstel")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class UndertakingKind(models.TextChoices):
    """What binds the ministry."""

    MOTION = "motion", _("motie")
    COMMITMENT = "commitment", _("toezegging")


class UndertakingState(models.TextChoices):
    """How far it is by our own account, whatever the House says."""

    OPEN = "open", _("open")
    POSTPONED = "postponed", _("uitgesteld")
    PROPOSED = "proposed", _("voorgesteld als afgedaan")
    SETTLED = "settled", _("afgedaan")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class HouseSays(models.TextChoices):
    """What the House's own register says of it."""

    OPEN = "open", _("open")
    DONE = "done", _("afgedaan")


class ObligationState(models.TextChoices):
    """Whether an item carries it out."""

    OPEN = "open", _("nog niet uitgevoerd")
    RUNNING = "running", _("in uitvoering")
    DONE = "done", _("uitgevoerd")
    WITHDRAWN = "withdrawn", _("ingetrokken")
