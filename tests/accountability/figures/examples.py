"""Figures of every kind over the trainings: not all kinds have one in the library yet."""

from dataclasses import replace

from vijfluik.accountability.figures.definition import Definition, definition_from
from vijfluik.core.facts.columns import ColumnType
from vijfluik.core.facts.sources import declare
from vijfluik.programme.trainings.figures import SOURCE

ROR = {"column": "provider_id", "equals": "ror"}
HELD = {"column": "state", "equals": "held"}


# The trainings once more, as if their participants were cents: no register holds money yet.
PAYMENTS = declare(
    replace(
        SOURCE,
        name="payments",
        columns=tuple(
            replace(column, type=ColumnType.CENTS) if column.name == "participants" else column
            for column in SOURCE.columns
        ),
    )
)


def example(name: str, *, kind: str, query: dict[str, object], **changes: object) -> Definition:
    """A definition that says no more than it has to."""
    happens = {} if "period" not in changes else {"event": "held_on"}
    content: dict[str, object] = {
        "id": name,
        "kind": kind,
        "register_item": "VK-13",
        "owner": "beleidsteam preventie",
        "name": {"nl": name, "en": name},
        "unit": {"nl": "trainingen", "en": "trainings"},
        "status": {"nl": "gegeven", "en": "delivered"},
        "query": {"source": "trainings", "filters": [HELD]} | happens | query,
        "basis": {"source_lines": [1], "text": {"nl": "Voorbeeld.", "en": "Example."}},
    }
    return definition_from(content | changes, place=name)


YEAR = {"year": 2018}


def one(reference: str) -> dict[str, object]:
    """A query that reads the one training with this reference."""
    return {"filters": [{"column": "reference", "equals": reference}, HELD]}


EXAMPLES = {
    each.id: each
    for each in (
        example(
            "providers",
            kind="flow",
            period=YEAR,
            named="provider",
            query={
                "measure": {"distinct": ["provider_id"]},
                "dimensions": ["provider", "month"],
                "filters": [HELD, {"column": "kind", "equals": "training"}],
            },
        ),
        example(
            "share-for-teachers",
            kind="ratio",
            period=YEAR,
            query={
                "measure": {"ratio": {"part": [{"column": "audience", "overlaps": ["teachers"]}]}},
                "dimensions": ["month", "audience", "provider"],
            },
        ),
        example(
            "share-from-primary",
            kind="ratio",
            period=YEAR,
            query={
                "measure": {
                    "ratio": {
                        "numerator": ["participants_primary"],
                        "denominator": ["participants"],
                    }
                },
                "dimensions": ["provider"],
            },
        ),
        example(
            "since-2017",
            kind="cumulative",
            period={"since": "2017-01-01"},
            query={"measure": {"count": "records"}, "dimensions": ["month"]},
        ),
        example(
            "seats-since-2017",
            kind="cumulative",
            period={"from": "2017-01-01", "until": "2019-01-01"},
            query={"measure": {"sum": ["participants"]}, "filters": [HELD, ROR]},
        ),
        example(
            "by-provider",
            kind="flow",
            period=YEAR,
            split="provider",
            query={"measure": {"count": "records"}, "dimensions": ["provider", "month"]},
        ),
        example(
            "paid",
            kind="money",
            hedge="about",
            hedge_word={"nl": "ongeveer", "en": "approximately"},
            period=YEAR,
            query={
                "source": "payments",
                "measure": {"sum": ["participants"]},
                "dimensions": ["month", "provider"],
            },
        ),
        example(
            "on-a-day",
            kind="stock",
            period={"on": "2018-06-30"},
            query={"measure": {"count": "records"}, "event": "requested_on"},
        ),
        example(
            "day-held",
            kind="date",
            query={"measure": {"value": ["held_on"]}, **one("day-held")},
        ),
        example(
            "month-held",
            kind="deadline",
            query={"measure": {"value": ["held_on"], "precision": "month"}, **one("month-held")},
        ),
        example(
            "years",
            kind="term",
            query={
                "measure": {
                    "value": ["requested_on", "held_on"],
                    "precision": "year",
                    "joining": "both",
                },
                **one("years"),
            },
        ),
        example(
            "seats-wanted",
            kind="target",
            hedge="more_than",
            query={"measure": {"value": ["participants"]}, **one("seats-wanted")},
        ),
        example(
            "last-number",
            kind="edition",
            period={"on": "2018-12-31"},
            query={"measure": {"value": ["participants"], "pick": "last"}},
        ),
        example(
            "reached",
            kind="milestone",
            query={"measure": {"value": ["held_on"], "planned": "planned_on"}, **one("reached")},
        ),
        example(
            "said",
            kind="date",
            query={"measure": {"value": ["title"]}, **one("said")},
        ),
    )
}
