"""Whether what a person confirms is still what the preview showed them.

The token is the highest version that was shown and a digest of every record that differs: its
version, what it says and what the file says. The version is there only to name what changed since.
"""

import hashlib
import json
import uuid
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from vijfluik.core.registers.contents import content_of
from vijfluik.core.registers.declaration import Register
from vijfluik.core.registers.faults import Fault, Invalid
from vijfluik.core.registers.importing.comparing import Differing
from vijfluik.core.versions.history import versions

_AT_ONCE = 5000
# So many references fit in a message; the preview shows them all.
_NAMED = 5


def token_of_differing(register: Register, *, differing: Sequence[Differing]) -> str:
    """The token of a comparison. Call it inside `acting(…)`."""
    current = _current_versions(register, differing=differing)
    return _token(register, differing=differing, versions_of=current)


def need_shown(register: Register, *, differing: Sequence[Differing], seen: str) -> None:
    """Refuse to write anything else than was shown. Call it inside `acting(…)`, records held.

    Args:
        seen: the token of the preview.

    Raises:
        Invalid: what is recorded changed since; with the references of what changed.
    """
    current = _current_versions(register, differing=differing)
    if _token(register, differing=differing, versions_of=current) == seen:
        return
    number = seen.partition("-")[0]
    highest = int(number) if number.isascii() and number.isdigit() and len(number) < 19 else 0
    later = [row.record.reference for row in differing if current[row.record.key] > highest]
    wrong = _("wat vastligt is intussen gewijzigd; er is niets ingelezen")
    if later:
        more = ", …" if len(later) > _NAMED else ""
        wrong = _("intussen gewijzigd: %(references)s; er is niets ingelezen") % {
            "references": ", ".join(later[:_NAMED]) + more
        }
    right = _("bekijk hieronder opnieuw wat er zou gebeuren, en bevestig dan")
    raise Invalid([Fault(field="", wrong=wrong, right=right)])


def _current_versions(
    register: Register, *, differing: Sequence[Differing]
) -> dict[uuid.UUID, int]:
    keys = [row.record.key for row in differing]
    found: dict[uuid.UUID, int] = {}
    for start in range(0, len(keys), _AT_ONCE):
        rows = versions(register.model).current().filter(key__in=keys[start : start + _AT_ONCE])
        found.update(rows.values_list("key", "vid"))
    return found


def _token(
    register: Register, *, differing: Sequence[Differing], versions_of: dict[uuid.UUID, int]
) -> str:
    digest = hashlib.sha256()
    for row in sorted(differing, key=lambda each: each.record.key):
        # Both sides in full: a change between comparing and reading the version shows as well.
        record: Any = row.record
        before, key = content_of(register, record=record), record.key
        line = [
            str(key),
            versions_of[key],
            row.edge,
            record.state,
            row.candidate.state,
            [str(before[name]) for name in register.names],
            [[name, str(row.content[name])] for name in sorted(row.fields)],
        ]
        digest.update(json.dumps(line).encode() + b"\n")
    return f"{max(versions_of.values(), default=0)}-{digest.hexdigest()}"
