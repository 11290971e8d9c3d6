"""Who may read what staff did: privacy officer and auditor, for lawfulness, never performance."""

from django.http import Http404

from vijfluik.core.journal.recording import record, record_apart
from vijfluik.core.journal.results import Result
from vijfluik.core.journal.vocabulary import JOURNAL_READ
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Purpose, Role

RULE = "journal.read"
POLICY_VERSION = "1"
READERS = (Role.PRIVACY_OFFICER, Role.AUDITOR)


def access_journal(who: Acting) -> None:
    """Let an overseer through, inside `acting`; the decision is an event either way.

    Raises:
        Http404: everybody else; the same answer as where there is no journal.
    """
    if may_read(who):
        record(
            action=JOURNAL_READ,
            result=Result.ALLOWED,
            rule=RULE,
            policy_version=POLICY_VERSION,
            object_type="journal",
        )
        return
    record_apart(
        action=JOURNAL_READ,
        result=Result.DENIED,
        rule=RULE,
        policy_version=POLICY_VERSION,
        object_type="journal",
        who=who,
    )
    raise Http404


def may_read(who: Acting) -> bool:
    """Whether the mandate in use is one of oversight by an overseer."""
    if who.purpose != Purpose.OVERSIGHT:
        return False
    return any(grant.key == who.mandate and grant.role in READERS for grant in who.actor.grants)
