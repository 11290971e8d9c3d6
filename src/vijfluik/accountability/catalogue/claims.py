"""A claim: what serves a row. It proves nothing; a test that was run does (`states`)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from vijfluik.accountability.catalogue.located import Located
from vijfluik.core.items.words import Words

# `route:trainings:act` is the name of an address, `action:vijfluik.….actions:plan` a function.
TARGET = re.compile(r"route:[a-z_]+(:[a-z_]+)?|action:vijfluik(\.\w+)+:\w+(\.\w+)?")
RULE = re.compile(r"vijfluik(\.\w+)+:\w+(\.\w+)?")
_FIELDS = ("items", "by", "rule", "without", "data", "lacks_nl", "lacks_en")


class Without(StrEnum):
    """What the function of a rule answers when the rule is taken out."""

    NOTHING = "nothing"
    EMPTY = "empty"
    TRUE = "true"
    # Behaviour of its own, written beside the tests (`tests/serving/replacements.py`).
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What serves a row.

    Attributes:
        row: the id of the row, of an item or of a pattern.
        items: of a pattern's row, the items that it is served for; all of them when empty.
        by: the addresses and functions that have to be really called, all of them.
        rule: the function that is taken out to see whether the row's tests notice.
        without: what it answers then.
        programme: data of any item will do, because the row is about the programme as a whole.
        lacks: what the row asks and this does not give; with it the row works partly at most.
        place: the file and line that say so.
    """

    row: str
    items: Sequence[str]
    by: Sequence[str]
    rule: str
    without: Without
    programme: bool
    lacks: Words | None
    place: str


def claim_from(table: Located) -> Claim:
    """Read a claim.

    Raises:
        CatalogueError: something is missing or malformed.
    """
    table.only(_FIELDS)
    by = table.strings("by")
    if not by:
        raise table.wrong("nothing is named that serves it", name="by")
    for target in by:
        if not TARGET.fullmatch(target):
            raise table.wrong(f"{target!r} is neither an address nor a function", name="by")
    rule = table.string("rule")
    if not RULE.fullmatch(rule):
        raise table.wrong(f"{rule!r} is no function", name="rule")
    if table.string("data", default="item") not in ("item", "programme"):
        raise table.wrong("data are of the item or of the programme", name="data")
    return Claim(
        row=table.header,
        items=table.strings("items"),
        by=by,
        rule=rule,
        without=_without(table),
        programme=table.string("data", default="item") == "programme",
        lacks=_lacks(table),
        place=f"{table.file}:{table.line()}",
    )


def _without(table: Located) -> Without:
    try:
        return Without(table.string("without", default=Without.NOTHING))
    except ValueError as error:
        raise table.wrong(str(error), name="without") from None


def _lacks(table: Located) -> Words | None:
    if not {"lacks_nl", "lacks_en"} & set(table.content):
        return None
    return Words(nl=table.string("lacks_nl"), en=table.string("lacks_en"))
