"""`publiccode.yml` is read by catalogues of public software: whole, and as the project itself says.

The standard (publiccode.yml 0.5) names the mandatory keys; what depends on the kind of software
(`url` of a repository that is public, a contractor) is asked where it applies.
"""

import datetime as dt
import re
import tomllib
from typing import Any

import yaml

from vijfluik import __version__
from vijfluik.cli.checkout import root

MANDATORY = {
    "publiccodeYmlVersion",
    "name",
    "releaseDate",
    "softwareVersion",
    "platforms",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}
STATES = {"concept", "development", "beta", "stable", "obsolete"}
TYPES = {
    "standalone/mobile",
    "standalone/iot",
    "standalone/desktop",
    "standalone/web",
    "standalone/backend",
    "standalone/other",
    "addon",
    "library",
    "configurationFiles",
}


def told() -> dict[str, Any]:
    """What the file says, with every value as it is written."""
    text = (root() / "publiccode.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def project() -> dict[str, Any]:
    """What the project says of itself to those who install it."""
    found: dict[str, Any] = tomllib.loads((root() / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def test_it_has_what_the_standard_asks() -> None:
    said = told()
    assert said.keys() >= MANDATORY
    assert re.fullmatch(r"0(\.\d+){1,2}", said["publiccodeYmlVersion"])
    assert said["developmentStatus"] in STATES
    assert said["softwareType"] in TYPES
    assert said["platforms"]
    assert dt.date.fromisoformat(said["releaseDate"])
    assert said["localisation"]["localisationReady"] is True
    assert set(said["localisation"]["availableLanguages"]) == {"nl", "en"}


def test_it_is_described_in_each_language_of_the_interface() -> None:
    said = told()
    assert said["description"].keys() == set(said["localisation"]["availableLanguages"])
    for words in said["description"].values():
        assert 0 < len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]


def test_who_maintains_it_can_be_asked() -> None:
    said = told()["maintenance"]
    assert said["type"] in {"internal", "community"}
    assert all(contact["name"] for contact in said["contacts"])
    assert said["contacts"]


def test_it_agrees_with_the_project_on_version_and_licence() -> None:
    said = told()
    assert said["softwareVersion"] == project()["version"] == __version__
    assert said["legal"]["license"] == project()["license"] == "EUPL-1.2"
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (root() / "LICENSE.md").read_text("utf-8")
