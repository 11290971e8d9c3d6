"""Pages read through the queries and access functions of their room, and never the tables.

What is read in one place can be looked at in one place: whether it passes the gate, and what the
journal is told of it. Every module with a view, and every module of pages, is looked at.
"""

import ast
import inspect
from pathlib import Path

from django.urls import get_resolver
from tests.site.test_addresses import patterns

from vijfluik.cli.checkout import root

PACKAGE = "src/vijfluik"
# The ways into a table: a manager, and the connection itself.
WAYS = {"objects", "_default_manager", "_base_manager", "cursor"}
# Module and expression → why it stands there.
DECLARED = {
    ("site/pages/health.py", "connection.cursor"): "asks whether the database answers, of no table",
    ("ui/registers/pages/records.py", "model._default_manager"): "what a form begins with, of"
    " whichever model the declaration of the register names; row-level security says what is seen",
}


def pages() -> set[Path]:
    """The modules that hold a view, and those that by their name are pages."""
    folder = root() / PACKAGE
    found = {
        Path(inspect.getfile(inspect.unwrap(each.callback)))
        for _route, each in patterns(get_resolver())
    }
    named = {
        path
        for path in folder.rglob("*.py")
        if path.name.startswith("pages") or "pages" in path.parent.name or "_pages" in path.stem
    }
    return {path for path in found | named if path.is_relative_to(folder)}


def ways_in(source: str) -> set[str]:
    """The expressions by which this code reaches a table by itself."""
    return {
        ast.unparse(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and node.attr in WAYS
    }


def test_no_page_reaches_a_table_by_itself_but_those_that_say_why() -> None:
    folder = root() / PACKAGE
    found = {
        (str(path.relative_to(folder)), way)
        for path in pages()
        for way in ways_in(path.read_text(encoding="utf-8"))
    }
    assert len(pages()) > 100
    assert found == set(DECLARED)


def test_a_way_into_a_table_is_seen() -> None:
    assert ways_in("x = Training.objects.filter(a=1)\n") == {"Training.objects"}
    assert ways_in("with connection.cursor() as c: pass\n") == {"connection.cursor"}
    assert ways_in("x = access_record(REGISTER, who=who, key=key)\n") == set()
