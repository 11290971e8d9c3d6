"""The units of systemd: what they start exists and is what the guide says, well closed."""

import configparser
import importlib
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from vijfluik.cli.checkout import root
from vijfluik.cli.credentials import ADDRESSES, SECRETS
from vijfluik.cli.main import COMMANDS
from vijfluik.cli.roles import VARIABLES

UNITS = sorted((root() / "deploy" / "systemd").iterdir())
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
# Commands that go on for ever; the demonstration has none of them as a unit.
LASTING = {
    "serve", "sealer", "destroyer", "notifier", "clock", "forwarder", "documents scan",
    "backup follow",
}  # fmt: skip
CLOSED = {
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "ProtectKernelTunables": "yes",
    "RestrictNamespaces": "yes",
    "RestrictSUIDSGID": "yes",
    "UMask": "0027",
}
# Who holds the address of which roles; the web server none that may seal, destroy or define.
HOLDS = {
    "vijfluik-web": {"DATABASE_URL", "DATABASE_URL_AUDITOR", "DATABASE_URL_REPORT"},
    "vijfluik-sealer": {"DATABASE_URL", "DATABASE_URL_AUDITOR"},
    "vijfluik-destroyer": {"DATABASE_URL", "DATABASE_URL_DESTROYER"},
    "vijfluik-notifier": {"DATABASE_URL", "DATABASE_URL_CLOCK"},
    "vijfluik-clock": {"DATABASE_URL", "DATABASE_URL_CLOCK"},
    "vijfluik-forwarder": {"DATABASE_URL", "DATABASE_URL_AUDITOR"},
    "vijfluik-documents": {"DATABASE_URL", "DATABASE_URL_CLOCK"},
    "vijfluik-backup-follow": {"DATABASE_URL"},
    "vijfluik-backup": {"DATABASE_URL"},
}


class Repeated(dict[str, object]):
    """Sections in which a name stands more than once: the values, a line each."""

    def __setitem__(self, name: str, value: object) -> None:
        if isinstance(value, list) and isinstance(self.get(name), list):
            self[name].extend(value)  # type: ignore[attr-defined]
        else:
            super().__setitem__(name, value)


def read(unit: Path) -> configparser.RawConfigParser:
    """The sections of a unit."""
    found = configparser.RawConfigParser(strict=False, dict_type=Repeated)  # type: ignore[arg-type]
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read(unit)
    return found


def command(unit: Path) -> list[str]:
    """The words after `./run` that a service starts."""
    program, *words = shlex.split(read(unit)["Service"]["ExecStart"])
    assert program == "/opt/vijfluik/run"
    return words


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_service_starts_a_command_that_exists_and_is_closed(unit: Path) -> None:
    words = command(unit)
    assert words[0] in COMMANDS
    module = importlib.import_module(f"vijfluik.cli.commands.{words[0]}")
    if hasattr(module, "parser"):
        module.parser().parse_args(words[1:])
    service = read(unit)["Service"]
    assert {name: service.get(name) for name in CLOSED} == CLOSED
    handed = dict(line.split(":") for line in service["LoadCredential"].splitlines())
    assert all(file == f"/etc/vijfluik/credentials/{name}" for name, file in handed.items())
    assert handed.keys() & set(VARIABLES.values()) == HOLDS[unit.stem]
    assert handed.keys() <= {*ADDRESSES, *SECRETS}
    # What answers pages is another user than what signs the journal.
    assert service["User"] == ("vijfluik" if words[0] == "serve" else "vijfluik-keeper")
    assert ("ReadWritePaths" in service) is (words[0] in {"sealer", "destroyer", "backup"})


def test_every_lasting_command_has_a_unit_and_every_unit_its_line_in_the_guide() -> None:
    started = {" ".join(command(unit)).partition(" --")[0] for unit in SERVICES}
    assert started == LASTING | {"backup make"}
    guide = (root() / "docs" / "operations.md").read_text("utf-8")
    table = re.findall(r"^\| (`vijfluik-.*?) \| `\./run (.*?)` \|", guide, re.MULTILINE)
    told = {words.partition(" --")[0] for _, words in table}
    assert told == started
    assert [unit.name for unit in UNITS if unit.stem not in guide] == []


@pytest.mark.standalone
def test_systemd_understands_every_unit(tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze")
    assert program is not None, "install the package systemd"
    folder = tmp_path / "units"
    shutil.copytree(root() / "deploy" / "systemd", folder)
    for unit in folder.glob("*.service"):
        # The checkout of the tests stands elsewhere.
        unit.write_text(unit.read_text("utf-8").replace("/opt/vijfluik/run", str(root() / "run")))
    for unit in sorted(folder.iterdir()):
        ended = subprocess.run(
            [program, "verify", "--man=no", unit], capture_output=True, text=True, check=False
        )
        assert (ended.returncode, ended.stderr) == (0, ""), unit.name
