"""A file of a release, as it was built when it was adopted; it never changes."""

import uuid

from django.db import models

from vijfluik.accountability.releases.models.release import Release, ReleaseStep

# The evidence for publication is of all editions together.
ALL_LANGUAGES, EVIDENCE = "", "zip"


class File(models.Model):
    """The bytes of one edition in one format, with their hash, of the step that adopted them.

    One of them is of no edition: the evidence for publication, with all the others in it. What is
    adopted is what is published: nothing is built anew afterwards.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    release = models.ForeignKey(Release, models.PROTECT, related_name="+")
    adopted_in = models.ForeignKey(ReleaseStep, models.PROTECT, related_name="+")
    language = models.CharField(max_length=2)
    format = models.CharField(max_length=10)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    built_at = models.DateTimeField()

    class Meta:
        ordering = ("language", "format")
        constraints = (
            models.UniqueConstraint(
                fields=("adopted_in", "language", "format"), name="release_file_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.language}.{self.format}"
