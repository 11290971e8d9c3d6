"""The difference between two reports as JSON."""

from vijfluik.accountability.explaining.between.difference import (
    ChangedBinding,
    ChangedFigure,
    Difference,
)
from vijfluik.accountability.explaining.between.editions import Binding, Edition, Stated
from vijfluik.accountability.explaining.between.promises import Outcome, Promise
from vijfluik.accountability.explaining.presenting import explained
from vijfluik.core.facts.statements import moment_text


def compared(found: Difference) -> dict[str, object]:
    """What `report diff A B --format json` prints."""
    return {
        "from": _edition(found.before),
        "to": _edition(found.after),
        "changed": [_figure(each) for each in found.changed],
        "unchanged": [each.after.figure for each in found.figures if not each.changed],
        "vanished": [_stated(each) for each in found.vanished],
        "new": [_stated(each) for each in found.new],
        "bindings": [_binding(each) for each in found.bindings],
        "undertakings": {
            str(outcome): [_promise(each) for each in found.promises if each.outcome is outcome]
            for outcome in Outcome
        },
        "receipts_not_kept_here": list(found.unproven),
        "altered": list(found.altered),
    }


def _edition(edition: Edition) -> dict[str, object]:
    return {
        "title": edition.title,
        "language": str(edition.language),
        "as_of": moment_text(edition.as_of),
        "figures": len(edition.figures),
    }


def _figure(each: ChangedFigure) -> dict[str, object]:
    return {
        "figure": each.after.figure,
        "name": each.after.name,
        "from": _stated(each.before),
        "to": _stated(each.after),
        "why": None if each.why is None else explained(each.why),
    }


def _stated(each: Stated) -> dict[str, object]:
    return {
        "figure": each.figure,
        "value": each.value,
        "definition": each.definition,
        "receipt": each.receipt,
    }


def _binding(each: ChangedBinding) -> dict[str, object]:
    def told(binding: Binding | None) -> dict[str, str] | None:
        return None if binding is None else {"section": binding.section, "text": binding.text}

    return {"figure": each.figure, "from": told(each.before), "to": told(each.after)}


def _promise(each: Promise) -> dict[str, object]:
    return {
        "key": each.key,
        "kind": each.kind,
        "title": each.title,
        "promised": each.promised.isoformat(),
        "now": each.now.isoformat(),
        "settled_on": None if each.settled_on is None else each.settled_on.isoformat(),
        "figure": each.figure or None,
    }
