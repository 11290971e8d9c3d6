"""What is left in the journal of an act that did not succeed."""

import dataclasses
import uuid
from contextlib import AbstractContextManager

from vijfluik.core.access.gate import Refused
from vijfluik.core.journal.kinds import Kind
from vijfluik.core.journal.recording import failure_recorded
from vijfluik.core.partners.acting import Acting
from vijfluik.core.versions.retrying import begins_anew

# As long as a reason may be kept; one that is too long is itself a failure to record.
_LONGEST_REASON = 500


def attempted(
    *, action: Kind, who: Acting, object_type: str, key: uuid.UUID | str = ""
) -> AbstractContextManager[None]:
    """Around `acting(…)`: an error leaves one failed-event, which outlives the rollback.

    Not a refusal, which the gate has journalled already, nor an attempt that is begun anew.

    Args:
        action: what was tried.
        who: as in `acting`, with the reason given.
        key: of the object; empty when there is none yet.
    """
    return failure_recorded(
        action=action,
        who=dataclasses.replace(who, reason=who.reason[:_LONGEST_REASON]),
        object_type=object_type,
        object_key=key,
        unless=_told_otherwise,
    )


def _told_otherwise(error: Exception) -> bool:
    return isinstance(error, Refused) or begins_anew(error)
