"""The catalogue: what a provider offers, and what it taught when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.models import Organisation
from vijfluik.programme.trainings.vocabulary import ActivityKind, ExtremismForm, Theme


class Course(models.Model):
    """A training or series of meetings in a provider's offer."""

    code = models.SlugField(_("code"), max_length=40, primary_key=True)
    provider = models.ForeignKey(
        Organisation, models.PROTECT, related_name="courses", verbose_name=_("aanbieder")
    )
    name = models.CharField(_("naam"), max_length=200)
    kind = models.CharField(_("soort"), max_length=20, choices=ActivityKind)
    theme = models.CharField(_("thema"), max_length=40, choices=Theme)
    extremism_form = models.CharField(
        _("vorm van extremisme"), max_length=20, choices=ExtremismForm, default=ExtremismForm.ALL
    )
    item = models.CharField(_("onderdeel van het programma"), max_length=10)

    class Meta:
        verbose_name = _("aanbod")
        verbose_name_plural = _("aanbod")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class CourseVersion(models.Model):
    """A version of the content: what was taught from a day on, and who weighed its balance."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("versie"))
    valid_from = models.DateField(_("geldig vanaf"))
    summary = models.TextField(_("inhoud"))
    # VK-14: a training about one form of extremism is reviewed for balance before it is given.
    balance_reviewed_on = models.DateField(
        _("evenwichtigheid beoordeeld op"), null=True, blank=True
    )
    # VK-49: staff of a prison abroad is trained with a part on human rights.
    human_rights = models.TextField(_("deel over mensenrechten"), blank=True)

    class Meta:
        verbose_name = _("inhoudsversie")
        verbose_name_plural = _("inhoudsversies")
        ordering = ("course", "-number")
        constraints = (models.UniqueConstraint("course", "number", name="course_version_once"),)

    def __str__(self) -> str:
        return f"{self.course} {self.number}"
