"""The law as plain values, for JSON: English keys, days as ISO 8601."""

import datetime as dt
from collections.abc import Iterable

from vijfluik.core.law.effects import Effects, case_registers
from vijfluik.core.law.in_force import Known
from vijfluik.core.law.provision import ProvisionVersion
from vijfluik.engines.terms import as_value


def listed(known: Iterable[Known], *, on: dt.date) -> list[dict[str, object]]:
    """Each provision with its state on a day."""
    found: list[dict[str, object]] = []
    for each in known:
        shown = each.shown(on)
        found.append(
            {
                "id": each.slug,
                "rule": shown.rule,
                "act": shown.act.short,
                "article": shown.article,
                "title": dict(shown.title),
                "state": str(each.state(on)),
                "until": iso(each.until),
                "standing": str(shown.standing),
            }
        )
    return found


def detailed(known: Known, *, on: dt.date) -> dict[str, object]:
    """One provision with the text of a day, what it carries, and all its parts as known."""
    shown = known.shown(on)
    return {
        **listed([known], on=on)[0],
        "on": on.isoformat(),
        "identifier": shown.act.identifier,
        "text": dict(shown.text),
        "note": dict(shown.note),
        "claims": sorted(map(str, shown.claims)),
        "carries": sorted(map(str, shown.carries)),
        "terms": {name: as_value(rule) for name, rule in shown.usable_terms.items()},
        "certainty": str(shown.certainty),
        "source": dict(shown.source),
        "confirmed": confirmed(shown),
        "versions": [
            {
                "key": part.key,
                "known_from": part.known_from.isoformat(),
                "valid_from": part.valid_from.isoformat(),
                "valid_until": iso(part.valid_until),
                "start": str(part.start),
                "standing": str(part.standing),
            }
            for part in known.parts
        ],
    }


def told(found: Effects, *, tasks: int) -> dict[str, object]:
    """What falls, and how many tasks were made of it."""
    version = found.version
    return {
        "id": version.slug,
        "act": version.act.short,
        "article": version.article,
        "lapse": found.on.isoformat(),
        "until": iso(found.until),
        "standing": str(version.standing),
        "dependants": [
            {"kind": str(each.kind), "key": each.key, "nl": each.nl, "en": each.en}
            for each in found.dependants
        ],
        "registers_asked": case_registers(),
        "cases": [
            {
                "register": case.register,
                "key": str(case.object_key),
                "organisation": case.organisation,
                "until": iso(case.until),
            }
            for case in found.cases
        ],
        "tasks_made": tasks,
    }


def confirmed(version: ProvisionVersion) -> dict[str, object] | None:
    """Who confirmed a version, when, and whether they are invented; None when nobody did."""
    confirmation = version.confirmation
    if confirmation is None:
        return None
    return {
        "by": list(confirmation.by),
        "on": confirmation.on.isoformat(),
        "invented": confirmation.invented,
    }


def iso(day: dt.date | None) -> str | None:
    """A day as text; None stays None."""
    return None if day is None else day.isoformat()
