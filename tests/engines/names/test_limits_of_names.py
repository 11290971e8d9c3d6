"""No code path gives a real name a tradition, an origin or a group; panels stay in certificates."""

import ast
import re
from pathlib import Path

import pytest

import vijfluik.engines.names as names
from vijfluik.engines.names.screening import Hit, Part, Question

FOLDER = Path(names.__file__).parent
LABELS = re.compile(r"ethnic|origin_of|nationality_of|guess|tradition_of|classify|group_of_person")
# The only modules that may know of naming traditions: they make names, and read none.
MAY_MAKE_PANELS = {"panels.py", "certificate.py"}


def imports(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_only_the_certificate_knows_of_panels() -> None:
    files = list(FOLDER.rglob("*.py"))
    assert len(files) > 40
    users = {file.name for file in files if any("panels" in name for name in imports(file))}
    assert users == {"certificate.py"}
    readers = {file.name for file in files if "panels.txt" in file.read_text("utf-8")}
    assert readers == {"panels.py"}


def test_searching_imports_nothing_that_makes_panels_or_certificates() -> None:
    for module in (
        "search.py",
        "searcher.py",
        "screening.py",
        "index.py",
        "likeness.py",
        "pairs.py",
    ):
        assert not any(
            word in name for name in imports(FOLDER / module) for word in ("panels", "certificate")
        )


def test_no_function_names_what_somebody_is() -> None:
    found = [
        f"{file.name}: {node.name}"
        for file in FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and LABELS.search(node.name.lower())
    ]
    assert found == []


@pytest.mark.parametrize("name", ["guess_origin", "ethnicity", "tradition_of", "classify_name"])
def test_the_search_for_labels_bites(name: str) -> None:
    assert LABELS.search(name)


def test_what_a_search_answers_holds_no_label() -> None:
    fields = {name for kind in (Hit, Part, Question) for name in kind.__dataclass_fields__}
    assert fields == {
        "entry", "name", "score", "evidence", "name_score", "tells", "parts", "attributes",
        "query", "listed", "reason", "likeness", "weight",
    }  # fmt: skip


def test_panels_are_made_without_looking_at_any_name() -> None:
    tree = ast.parse((FOLDER / "panels.py").read_text("utf-8"))
    arguments = {
        argument.arg
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for argument in [*node.args.args, *node.args.kwonlyargs]
    }
    assert not {"query", "queries", "question", "person", "entry"} & arguments
    assert {"panels.py", "certificate.py"} == MAY_MAKE_PANELS
