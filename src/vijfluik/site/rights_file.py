"""The matrix of rights as a file: for a spreadsheet, or for another program."""

import io
import json
from collections.abc import Mapping, Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vijfluik.core.access.matrix import Right
from vijfluik.core.access.policy import Scope
from vijfluik.core.access.things import ACTS, THINGS
from vijfluik.core.registers.exporting.fields import ExportField, FieldKind
from vijfluik.core.registers.exporting.invented import invented_notice
from vijfluik.core.registers.exporting.separated import CONTENT_TYPE, write_separated

FORMATS: Mapping[str, str] = {"csv": CONTENT_TYPE, "json": "application/json"}


def rights_file(rights: Sequence[Right], *, format: str, version: str) -> bytes:  # noqa: A002
    """The rights in the order given.

    Args:
        format: `csv`, in the language of the page, or `json`, in the words of the policy.
        version: of the policy, which stands in either.
    """
    if format == "json":
        content = {
            "notice": invented_notice() or None,
            "version": version,
            "rights": [right.as_json() for right in rights],
        }
        return json.dumps(content, indent=1, ensure_ascii=False).encode()
    into = io.BytesIO()
    told = _("Rechten volgens versie %(version)s van het beleid") % {"version": version}
    notices = [each for each in (invented_notice(), told) if each]
    write_separated(rights, fields=_fields(), notice=". ".join(notices), into=into)
    return into.getvalue()


def _fields() -> list[ExportField[Right]]:
    return [
        ExportField(
            identifier="thing",
            name="onderdeel",
            heading=_("Onderdeel"),
            kind=FieldKind.TEXT,
            value=lambda right: capfirst(str(THINGS.get(right.thing, right.thing))),
        ),
        ExportField(
            identifier="role",
            name="rol",
            heading=_("Rol"),
            kind=FieldKind.TEXT,
            value=lambda right: str(right.role.label),
        ),
        ExportField(
            identifier="actions",
            name="handelingen",
            heading=_("Mag"),
            kind=FieldKind.SEVERAL,
            value=lambda right: [str(ACTS.get(act, act)) for act in right.actions],
        ),
        ExportField(
            identifier="scope",
            name="waar",
            heading=_("Waar"),
            kind=FieldKind.TEXT,
            value=lambda right: _("overal") if right.scope is Scope.ALL else _("eigen organisatie"),
        ),
        ExportField(
            identifier="purpose",
            name="waarvoor",
            heading=_("Waarvoor"),
            kind=FieldKind.TEXT,
            value=lambda right: str(right.purpose.label),
        ),
        ExportField(
            identifier="reason",
            name="waarom",
            heading=_("Waarom"),
            kind=FieldKind.TEXT,
            value=lambda right: str(right.reason),
        ),
        ExportField(
            identifier="law",
            name="grond",
            heading=_("Grond"),
            kind=FieldKind.SEVERAL,
            value=lambda right: [*right.reason.law, *filter(None, [right.reason.rests])],
        ),
    ]
