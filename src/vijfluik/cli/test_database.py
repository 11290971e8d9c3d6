"""Databases for tests: one migrated template per content of the migrations, copied per worker.

Several runs may use one server at a time: each names its copies after its process, and removes
those of processes that are gone.
"""

import contextlib
import hashlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

from vijfluik.cli import roles
from vijfluik.cli.checkout import root
from vijfluik.cli.errors import CommandFailed
from vijfluik.cli.server import Connection, embedded

TEMPLATE = "vijfluik_template_"
COPY = "vijfluik_test_"
# A template that no run has asked for so long is that of an older state of the migrations.
TEMPLATE_SECONDS = 3600


def prepare() -> None:
    """Make the template and leave its addresses in the environment, for pytest and its workers.

    The server is the embedded one, or the stand-alone one whose administrator's address stands
    in `VIJFLUIK_TEST_SERVER`.

    Raises:
        CommandFailed: the migrations do not run.
    """
    administrator = os.environ.get("VIJFLUIK_TEST_SERVER")
    if administrator:
        os.environ["VIJFLUIK_TEST_KIND"] = "standalone"
        secret = {role: f"test-{role}" for role in roles.ROLES}
    else:
        server = embedded()
        administrator = server.cluster.url(database="postgres")
        secret = server.passwords
        os.environ["VIJFLUIK_TEST_KIND"] = "embedded"
    name = f"{TEMPLATE}{fingerprint()}"
    os.environ["VIJFLUIK_TEST_ADMIN"] = administrator
    os.environ["VIJFLUIK_TEST_TEMPLATE"] = name
    os.environ["VIJFLUIK_TEST_RUN"] = str(os.getpid())
    for role, variable in roles.VARIABLES.items():
        os.environ[variable] = address(
            administrator, user=roles.PREFIX + role, password=secret[role], database=name
        )
    # A test asks in a second what a person asks in a day.
    for bound in ("VIJFLUIK_PAGES_PER_MINUTE", "VIJFLUIK_FILES_PER_QUARTER"):
        os.environ.setdefault(bound, "1000000")
    with _administrator() as admin, roles.one_at_a_time(admin):
        if os.environ["VIJFLUIK_TEST_KIND"] == "standalone":
            roles.ensure_roles(admin, secret=secret)
        _remove_left_over(admin, keep=name)
        if _comment(admin, name=name) is None:
            _make_template(admin, name=name)
        _mark_used(admin, name=name)


def copy_name(*, worker: str) -> str:
    """The name of a worker's copy."""
    return f"{COPY}{os.environ['VIJFLUIK_TEST_RUN']}_{worker}"


def fresh_copy(*, name: str) -> None:
    """Replace the database `name` by an untouched copy of the template."""
    with _administrator() as admin:
        _drop(admin, name=name)
        roles.ensure_database(admin, name=name, template=os.environ["VIJFLUIK_TEST_TEMPLATE"])
        # Tests commit often, and nobody needs their data after a crash of the machine.
        admin.execute(
            sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(sql.Identifier(name))
        )


def migrated(*, name: str) -> None:
    """Make the database `name` as an installation begins with it: migrated, and nobody in it.

    Raises:
        CommandFailed: the migrations do not run.
    """
    with _administrator() as admin:
        _migrate(admin, name=name)


def drop(*, name: str) -> None:
    """Remove the database of a worker."""
    with _administrator() as admin:
        _drop(admin, name=name)


def administrator_of(*, name: str) -> str:
    """The administrator's address of a database on the server of the tests."""
    return address(os.environ["VIJFLUIK_TEST_ADMIN"], database=name)


def address(
    base: str, *, user: str | None = None, password: str | None = None, database: str
) -> str:
    """Another database, and another role when given, on the server of `base`."""
    parts = urlsplit(base)
    place = parts.netloc
    if user is not None:
        host = parts.netloc.rpartition("@")[2]
        place = f"{quote(user)}:{quote(password or '', safe='')}@{host}"
    return urlunsplit(parts._replace(netloc=place, path=f"/{database}"))


def fingerprint() -> str:
    """A short name for everything that decides the content of a migrated database."""
    digest = hashlib.sha256()
    package = root() / "src" / "vijfluik"
    for file in sorted(_sources(package)):
        digest.update(str(file.relative_to(package)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def _sources(package: Path) -> list[Path]:
    patterns = ("**/migrations/*.py", "**/models.py", "**/models/*.py", "**/*.sql", "**/*.toml")
    found = [file for pattern in patterns for file in package.glob(pattern)]
    found += (package / "demo").glob("*.py")
    found += (package / "core" / "versions").glob("*.py")
    return [*found, package / "site" / "settings.py", package / "cli" / "roles.py"]


@contextlib.contextmanager
def _administrator() -> Iterator[Connection]:
    with psycopg.connect(os.environ["VIJFLUIK_TEST_ADMIN"], autocommit=True) as admin:
        yield admin


def _make_template(admin: Connection, *, name: str) -> None:
    """Migrate an empty database; it gets its name only when the migrations have finished."""
    half = f"{name}_half"
    _migrate(admin, name=half)
    _run_in(half, ["vijfluik.demo.base"])
    admin.execute(
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(half), sql.Identifier(name))
    )
    # A connection to the template would stand in the way of copying it.
    admin.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(sql.Identifier(name)))


def _migrate(admin: Connection, *, name: str) -> None:
    """Replace a database by one that the migrations make of an empty one."""
    _drop(admin, name=name)
    roles.ensure_database(admin, name=name)
    _run_in(name, ["django", "migrate", "--database", "owner", "--verbosity", "0"])


def _run_in(name: str, words: list[str]) -> None:
    """Run a module of Python with the addresses of a database."""
    environment = dict(os.environ)
    for variable in roles.VARIABLES.values():
        environment[variable] = address(os.environ[variable], database=name)
    if subprocess.run([sys.executable, "-m", *words], check=False, env=environment).returncode:
        raise CommandFailed(f"`{' '.join(words)}` fails on an empty database; see above.")


def _remove_left_over(admin: Connection, *, keep: str) -> None:
    for (name,) in admin.execute("SELECT datname FROM pg_database").fetchall():
        found = re.fullmatch(rf"{COPY}(\d+)_\w+", str(name))
        if found and not Path(f"/proc/{found[1]}").exists():
            _drop(admin, name=str(name))
        if str(name).startswith(TEMPLATE) and str(name) != keep:
            used = _comment(admin, name=str(name)) or "0"
            if time.time() - int(used) > TEMPLATE_SECONDS:
                _drop(admin, name=str(name))


def _comment(admin: Connection, *, name: str) -> str | None:
    """When the template was last asked for, in seconds since 1970; None when there is none."""
    row = admin.execute(
        "SELECT coalesce(shobj_description(oid, 'pg_database'), '0')"
        " FROM pg_database WHERE datname = %s",
        [name],
    ).fetchone()
    return None if row is None else str(row[0])


def _mark_used(admin: Connection, *, name: str) -> None:
    admin.execute(
        sql.SQL("COMMENT ON DATABASE {} IS {}").format(
            sql.Identifier(name), sql.Literal(str(int(time.time())))
        )
    )


def _drop(admin: Connection, *, name: str) -> None:
    admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
