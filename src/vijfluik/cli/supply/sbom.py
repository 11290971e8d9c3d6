"""The bill of materials in CycloneDX 1.6, made of the pins alone: the same pins, the same bytes."""

import json
import uuid
from collections.abc import Sequence
from typing import Any

from vijfluik import __version__
from vijfluik.cli.supply.pins import ROOT_PACKAGE, Pin

SPECIFICATION = "1.6"
# Any will do that is always the same.
NAMESPACE = uuid.UUID("2b0f5f0e-0f57-4a55-9a9e-3f4d6a3ad1f1")


def bill(pins: Sequence[Pin]) -> dict[str, Any]:
    """The whole document: each package with its hashes, and what needs what.

    It has no time stamp, and a serial number that follows from its content, so that whoever makes
    it anew from the same commit can compare it byte by byte.
    """
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": ROOT_PACKAGE,
                "name": ROOT_PACKAGE,
                "version": __version__,
                "licenses": [{"license": {"id": "EUPL-1.2"}}],
            }
        },
        "components": [_component(pin) for pin in pins],
        "dependencies": [
            {"ref": ROOT_PACKAGE, "dependsOn": _needed(ROOT_PACKAGE, pins=pins)},
            *({"ref": purl(pin), "dependsOn": _needed(pin.name, pins=pins)} for pin in pins),
        ],
    }
    serial = uuid.uuid5(NAMESPACE, json.dumps(content, sort_keys=True))
    return {**content, "serialNumber": f"urn:uuid:{serial}"}


def as_text(content: dict[str, Any]) -> str:
    """The document as it is written."""
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def purl(pin: Pin) -> str:
    """The address of a package, which is its reference too."""
    return f"pkg:pypi/{pin.name}@{pin.version}"


def _component(pin: Pin) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": purl(pin),
        "name": pin.name,
        "version": pin.version,
        "purl": purl(pin),
        # Several files of one version may be installed, one for each sort of machine.
        "externalReferences": [
            {
                "type": "distribution",
                "url": purl(pin),
                "hashes": [{"alg": "SHA-256", "content": each} for each in pin.hashes],
            }
        ],
    }


def _needed(name: str, *, pins: Sequence[Pin]) -> list[str]:
    return [purl(pin) for pin in pins if name in pin.via]
