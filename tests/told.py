"""Where each command of the documents is run: every one stands in exactly one of these tables.

The longest beginning that fits decides. `tests/test_documents.py` fails for a command that stands
in none and for a beginning that no document tells any more.
"""

import re

from vijfluik.cli.checkout import root

# On the demonstration of the drills in tests/cli/test_demo.py, as they stand in the documents.
ON_THE_DEMONSTRATION = (
    "--help",
    "access matrix",
    "catalogue status",
    "figures",
    "journal export",
    "law",
    "manage showmigrations",
    "names",
    "passengers generate",
    "passengers parse",
    "records",
    "report",
    "sbom",
)

DEMO, INSTALLATION = "tests/cli/test_demo.py", "tests/cli/test_installation.py"
BACKUP = "tests/cli/test_backup.py"
# By a test that takes its words from the documents (`as_told`), with folders of its own.
BY_A_TEST = {
    "accounts end-sessions": "tests/cli/test_proving.py",
    "accounts link NAME": DEMO,
    "accounts link een": INSTALLATION,
    "accounts organisation": INSTALLATION,
    "accounts person een": INSTALLATION,
    "accounts person twee": INSTALLATION,
    "accounts person drie": INSTALLATION,
    "backup drill": BACKUP,
    "backup follow": BACKUP,
    "backup make": BACKUP,
    "backup restore": BACKUP,
    "check --deploy": INSTALLATION,
    "clock": INSTALLATION,
    "clock --once": INSTALLATION,
    "demo": DEMO,
    "demo --no-serve": DEMO,
    "demo --port": DEMO,
    "demo --scale": DEMO,
    "destroyer": INSTALLATION,
    "destroyer --once": INSTALLATION,
    "documents rewrap": INSTALLATION,
    "documents scan": INSTALLATION,
    "documents scan --once": INSTALLATION,
    "forwarder": INSTALLATION,
    "manage migrate --database owner": INSTALLATION,
    "mandates first": INSTALLATION,
    "notifier": INSTALLATION,
    "report publish": "tests/accountability/releases/test_checklist.py",
    "reset": DEMO,
    "roles sql": INSTALLATION,
    "sealer": INSTALLATION,
    "serve": INSTALLATION,
}

# What runs tests or looks at the code cannot be run by a test of that code: steps of .ci/run do.
BY_CI = (
    "audit",
    "catalogue status --claimed",
    "check",
    "coverage",
    "passengers fuzz",
    "soak",
    "test",
)

NOT_RUN = {
    "bench": "minutes of a machine that does nothing else; measured by hand, docs/benchmarks.md",
    "check --update-shape": "writes into the source; .ci/run compares what it would write",
    "manage makemigrations": "writes into the source; ./run check says when one is missing",
    "manage migrate APP": "takes tables away; tests/cli/test_going_back.py takes each step back",
    "mutate": "hours of two processors; tests/mutation tries it on samples",
}


def where(command: str) -> str:
    """The beginning in one of the tables that decides for a command; empty when there is none."""
    words = f"{command.removeprefix('./run ')} "
    every = (*ON_THE_DEMONSTRATION, *BY_A_TEST, *BY_CI, *NOT_RUN)
    return max((each for each in every if words.startswith(f"{each} ")), key=len, default="")


def not_run_there(beginning: str) -> str:
    """What is wrong with an entry that says where something is run; empty when it is true."""
    if file := BY_A_TEST.get(beginning):
        content = (root() / file).read_text(encoding="utf-8")
        taken = re.findall(r'as_told\(\s*"([^"]+)"', content)
        return "" if beginning in map(where, taken) else f"{file} does not take it"
    if beginning in BY_CI:
        content = (root() / ".ci" / "run").read_text(encoding="utf-8")
        return "" if f"./run {beginning}" in content else ".ci/run does not run it"
    return ""
