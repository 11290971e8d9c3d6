"""What the platform is made of: the bill of materials, the pins, and what is known against them."""

import datetime as dt
import json
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from vijfluik.cli.checkout import root
from vijfluik.cli.commands import audit, sbom
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.supply.advisories import accepted, open_advisories, question
from vijfluik.cli.supply.installed import faults
from vijfluik.cli.supply.pins import LEVELS, Pin, normalised, read_pins
from vijfluik.cli.supply.sbom import as_text, bill

REQUIREMENTS = root() / "requirements"


def pins(level: str = "base") -> list[Pin]:
    return read_pins(REQUIREMENTS / f"{level}.txt")


@pytest.mark.parametrize("level", LEVELS)
def test_every_package_is_pinned_to_one_version_with_its_hashes(level: str) -> None:
    found = pins(level)
    assert len({pin.name for pin in found}) == len(found) > 20
    assert all(pin.hashes and pin.version for pin in found)
    # Nothing is there that nobody asked for.
    known = {pin.name for pin in found} | {"vijfluik"}
    assert [pin.name for pin in found if not pin.via or not set(pin.via) <= known] == []


def test_a_line_without_a_version_or_a_hash_is_refused(tmp_path: Path) -> None:
    for text in ("django>=5\n", "django==5.2\n    # via vijfluik\n"):
        file = tmp_path / "base.txt"
        file.write_text(text)
        with pytest.raises(ValueError, match="no pin of one version"):
            read_pins(file)


def test_the_bill_names_every_package_and_is_the_same_each_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert sbom.run([]) == 0
    text = capsys.readouterr().out
    assert text == as_text(bill(pins()))
    content = json.loads(text)
    assert (content["bomFormat"], content["specVersion"]) == ("CycloneDX", "1.6")
    assert {each["name"] for each in content["components"]} == {pin.name for pin in pins()}
    django = next(each for each in content["components"] if each["name"] == "django")
    (source,) = django["externalReferences"]
    assert [each["alg"] for each in source["hashes"]] == ["SHA-256"] * len(source["hashes"])
    needs = {each["ref"]: each["dependsOn"] for each in content["dependencies"]}
    assert django["purl"] in needs["vijfluik"]
    assert any(each.startswith("pkg:pypi/asgiref@") for each in needs[django["purl"]])
    # Another pin is another bill, under another number.
    assert bill(pins("check"))["serialNumber"] != content["serialNumber"]


class Invented(Distribution):
    """A package as its installer left it, with one file."""

    def __init__(self, folder: Path, *, name: str, version: str) -> None:
        self.folder, self.told = (
            folder,
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        )

    def read_text(self, filename: str) -> str | None:
        record = "a.py,sha256=ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0,3\nRECORD,,\n"
        return {"METADATA": self.told, "RECORD": record}.get(filename)

    def locate_file(self, path: object) -> Path:
        return self.folder / str(path)


def test_what_is_installed_otherwise_than_pinned_is_told(tmp_path: Path) -> None:
    wanted = [Pin(name="one", version="1", hashes=("0",), via=("vijfluik",))]

    def told(version: str = "1", name: str = "one") -> list[str]:
        there = [Invented(tmp_path, name=name, version=version)]
        return faults(pins=wanted, allowed=(), there=there)

    (tmp_path / "a.py").write_bytes(b"abc")
    assert told() == []
    assert told("2") == ["one: 2 is installed, not 1"]
    assert told(name="two") == ["two: installed and not pinned", "one: pinned and not installed"]
    (tmp_path / "a.py").write_bytes(b"abd")
    assert told() == ["one: a.py was changed"]
    (tmp_path / "a.py").unlink()
    assert told() == ["one: a.py is gone"]


def test_the_question_asks_about_each_package_and_the_answer_is_read_strictly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = json.loads(question(pins()))["queries"]
    assert len(asked) == len(pins())
    results: list[dict[str, object]] = [{} for _ in asked]
    results[0] = {"vulns": [{"id": "GHSA-1"}, {"id": "GHSA-2"}]}
    answer = json.dumps({"results": results})
    named = f"{asked[0]['package']['purl']}: GHSA-2"
    assert open_advisories(answer, pins=pins(), accepted={"GHSA-1": "x"}) == [named]
    for wrong in ('{"results": []}', "{}"):
        with pytest.raises(ValueError, match="no answer"):
            open_advisories(wrong, pins=pins(), accepted={})
    file = tmp_path / "answer.json"
    file.write_text("{}")
    with pytest.raises(CommandFailed, match="no answer"):
        audit._against(file, pins=pins(), folder=REQUIREMENTS)
    assert audit.run(["--question", "--level", "base"]) == 0
    assert json.loads(capsys.readouterr().out)["queries"] == asked


def test_an_advisory_is_accepted_with_a_reason_until_a_day(tmp_path: Path) -> None:
    file = tmp_path / "accepted.toml"
    file.write_text('[GHSA-1]\npackage = "one"\nreason = "unreachable"\nuntil = 2026-12-31\n')
    assert set(accepted(file, today=dt.date(2026, 12, 31))) == {"GHSA-1"}
    assert accepted(file, today=dt.date(2027, 1, 1)) == {}
    assert accepted(REQUIREMENTS / "accepted.toml", today=dt.date(2026, 1, 1)) == {}


def test_names_are_compared_as_registries_do() -> None:
    assert normalised("Typing_Extensions") == normalised("typing.extensions") == "typing-extensions"
