"""The files of a report as its page offers them: what each is for, and about how large it is."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from vijfluik.accountability.reports.building import Built
from vijfluik.accountability.reports.formats import FORMATS, FileFormat
from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now

KEPT = 64
Sizes = Mapping[FileFormat, int]
_known: OrderedDict[tuple[str, str, str], Sizes] = OrderedDict()


@dataclass(frozen=True, kw_only=True)
class OfferedFile:
    """A file that can be made. size: in bytes; None when only making it would tell."""

    name: str
    about: str
    url: str
    size: int | None


def offered(built: Built, *, query: str) -> list[OfferedFile]:
    """The files of a report in the order in which people look for them, its evidence last.

    Args:
        built: the edition that is shown.
        query: of the addresses: the moment and the edition.
    """
    slug = built.report.slug
    sizes = sizes_of(built)
    files = [
        OfferedFile(
            name=str(told.name),
            about=str(told.about),
            url=f"{reverse(f'reports:{kind}', args=[slug])}{query}",
            size=sizes[kind],
        )
        for kind, told in FORMATS.items()
    ]
    evidence = OfferedFile(
        name=_("Bewijs voor publicatie (ZIP)"),
        about=_(
            "om elk cijfer na te gaan zonder dit platform; wat de rapportage afschermt, staat er"
            " ook niet in"
        ),
        url=f"{reverse('reports:evidence', args=[slug])}{query}",
        size=None,
    )
    if not reach(who=acting_now(), thing="reports", action="evidence").everywhere:
        return [*files, evidence]
    internal = OfferedFile(
        name=_("Bewijs, INTERN (ZIP)"),
        about=_(
            "voor wie de cijfers helemaal narekent, zoals een rekenkamer; niet voor publicatie,"
            " want kleine aantallen zijn er niet in afgeschermd"
        ),
        url=f"{reverse('reports:internal_evidence', args=[slug])}{query}",
        size=None,
    )
    return [*files, evidence, internal]


def sizes_of(built: Built) -> Sizes:
    """How many bytes each file takes, of this day or of an earlier look at it.

    Within a day an edition hardly changes in size, and writing it in every format for each look at
    its page would make reading wait; so this is about, and the page says so.
    """
    key = (built.report.slug, str(built.language), built.as_of.date().isoformat())
    if key not in _known:
        made = built.files(tuple(FileFormat))
        _known[key] = {kind: len(content) for kind, content in made.items()}
    _known.move_to_end(key)
    while len(_known) > KEPT:
        _known.popitem(last=False)
    return _known[key]
