"""A document at a record, and its sealed content."""

import uuid
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vijfluik.core.documents.stored.kinds import FileKind
from vijfluik.core.documents.stored.scanning import Verdict
from vijfluik.core.partners.models import Organisation, Professional
from vijfluik.programme.advice.models import Advice
from vijfluik.programme.attachments.vocabulary import Origin, State
from vijfluik.programme.evaluations.models import Evaluation
from vijfluik.programme.grants.models import Application, Award
from vijfluik.programme.municipalities.models import Deviation
from vijfluik.programme.partnerships.models import Partnership
from vijfluik.programme.trainings.models import Training

# Register → the field that leads to its record: one per kind, exactly one of them filled.
LINKS = {
    "applications": "application",
    "awards": "award",
    "trainings": "training",
    "advice": "advice",
    "partnerships": "partnership",
    "evaluations": "evaluation",
    "deviations": "deviation",
}


def _link(model: type[models.Model]) -> "models.ForeignKey[Any, Any]":
    return models.ForeignKey(model, models.PROTECT, null=True, blank=True, related_name="+")


def _exactly_one() -> Q:
    filled = Q()
    for one in LINKS.values():
        others = Q()
        for other in LINKS.values():
            others &= Q(**{f"{other}__isnull": other != one})
        filled |= others
    return filled


class Document(models.Model):
    """What is known of a document without opening it.

    A new version is a row of its own in the same `series`. Of a document that was destroyed the row
    stays without its names and its hash: that it was there, who brought it, and on what ground it
    went.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = _link(Application)
    award = _link(Award)
    training = _link(Training)
    advice = _link(Advice)
    partnership = _link(Partnership)
    evaluation = _link(Evaluation)
    deviation = _link(Deviation)
    # On whose behalf it was put there; its people see it before it is shared.
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("namens")
    )
    title = models.CharField(_("titel"), max_length=200, blank=True)
    file_name = models.CharField(_("bestandsnaam"), max_length=140, blank=True)
    kind = models.CharField(_("soort"), max_length=10, choices=FileKind)
    size = models.PositiveBigIntegerField(_("grootte"))
    sha256 = models.CharField(
        "SHA-256", max_length=64, blank=True, validators=[RegexValidator(r"\A[0-9a-f]{64}\Z")]
    )
    shared = models.BooleanField(_("gedeeld"), default=False)
    scan = models.CharField(_("controle"), max_length=20, choices=Verdict)
    state = models.CharField(_("stand"), max_length=20, choices=State, default=State.CURRENT)
    origin = models.CharField(_("herkomst"), max_length=20, choices=Origin, default=Origin.BROUGHT)
    # Of a letter: which one, and the edition of its template.
    letter = models.CharField(_("brief"), max_length=80, blank=True)
    series = models.UUIDField(default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField(_("versie"), default=1)
    brought_by = models.ForeignKey(
        Professional, models.PROTECT, related_name="+", verbose_name=_("geplaatst door")
    )
    brought_at = models.DateTimeField(_("geplaatst op"))

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documenten")
        ordering = ("-brought_at", "key")
        constraints = (
            models.CheckConstraint(name="document_of_one_record", condition=_exactly_one()),
            models.CheckConstraint(
                name="document_kind_known", condition=Q(kind__in=FileKind.values)
            ),
            models.CheckConstraint(
                name="document_scan_known", condition=Q(scan__in=Verdict.values)
            ),
            models.CheckConstraint(
                name="document_state_known", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(
                name="document_gone_is_nameless",
                condition=Q(state=State.WITHDRAWN, title="", file_name="", sha256="")
                | (~Q(state=State.WITHDRAWN) & ~Q(title="") & ~Q(file_name="") & ~Q(sha256="")),
            ),
            models.CheckConstraint(
                name="document_letter_named",
                condition=Q(origin=Origin.LETTER) & ~Q(letter="")
                | Q(origin=Origin.BROUGHT, letter=""),
            ),
            models.UniqueConstraint("series", "number", name="document_version_once"),
        )
        indexes = tuple(
            models.Index(
                fields=(field,),
                name=f"document_{field}",
                condition=Q(**{f"{field}__isnull": False}),
            )
            for field in LINKS.values()
        )

    def __str__(self) -> str:
        return self.title or str(self.key)

    @property
    def thing(self) -> str:
        """The register of its record."""
        return next(thing for thing, field in LINKS.items() if getattr(self, f"{field}_id"))

    @property
    def record_key(self) -> uuid.UUID:
        """The key of its record."""
        found: uuid.UUID = getattr(self, f"{LINKS[self.thing]}_id")
        return found


class Content(models.Model):
    """The sealed bytes of a document, with its own key under the key of the installation."""

    document = models.OneToOneField(
        Document, models.PROTECT, primary_key=True, related_name="+", db_column="key"
    )
    # As the document; who may destroy it is asked of this row.
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    key_id = models.CharField(max_length=16)
    wrapped = models.BinaryField()
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return str(self.document_id)
