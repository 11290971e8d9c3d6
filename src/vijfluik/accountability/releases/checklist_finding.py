"""One line of the checklist."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse
from django.utils.translation import gettext as _

from vijfluik.accountability.releases.models import Comment


class Severity(StrEnum):
    """Whether it stands in the way, or may stay with a reason."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """What the checklist looks at, beside the rules of the linter."""

    UNREADABLE = "unreadable-text"
    EDITIONS_DIFFER = "editions-differ"
    NO_ALTERNATIVE = "no-alternative"
    UNEXPLAINED_BREAK = "unexplained-break"
    STALE_OFFICIAL = "stale-official"
    RECORDS_CHANGED = "records-changed"
    UNRESOLVED_COMMENT = "unresolved-comment"
    UNANSWERED_UNDERTAKING = "unanswered-undertaking"
    PATTERN_UNDECIDED = "pattern-undecided"
    PATTERN_UNSIGNED = "pattern-unsigned"
    PATTERN_EXPOSES = "pattern-exposes"
    PATTERN_SUPERSEDED = "pattern-superseded"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What was found, where, and what would be right; words are in the language of the screen.

    code: the rule. place: where, as a person finds it. fact: what it rests on, in no language; with
    code and place it makes the key, so that what somebody answered for is this and nothing else.
    url: where to mend it; empty when that is the text.
    """

    severity: Severity
    code: str
    place: str
    fact: str
    message: str
    remedy: str
    url: str = ""

    @property
    def key(self) -> str:
        """The same finding has the same key, in either language of the screen."""
        text = "\0".join((self.code, self.fact))
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    @staticmethod
    def of_comment(comment: Comment, *, place: str) -> "Finding":
        """A comment that waits for an answer, or whose answer nobody took for enough.

        Args:
            place: where it stands, in words.
        """
        return Finding(
            severity=Severity.ERROR,
            code=Code.UNRESOLVED_COMMENT,
            place=place,
            fact=str(comment.key),
            message=comment.text,
            remedy=_("Beantwoord de opmerking en handel haar af."),
            url=reverse("release_comments:detail", args=[comment.key]),
        )
