"""`./run roles sql --to FOLDER`: what makes roles and database of an installation.

The SQL goes to standard output, for PostgreSQL's administrator to run. The addresses and keys go
to FOLDER, a file each, which a service manager hands to the processes that need them. Run again,
the SQL gives the roles the passwords that stand in FOLDER.
"""

import argparse
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from psycopg import sql

from vijfluik.cli import credentials, roles
from vijfluik.cli.embedded.place import replace_text
from vijfluik.cli.errors import CommandFailed

KEYS = ("SECRET_KEY", "ACCOUNTS_KEY", "DOCUMENTS_KEY", "VIJFLUIK_METRICS_TOKEN")
SOCKETS = "/run/postgresql"


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    made = argparse.ArgumentParser(prog="./run roles", description=__doc__)
    acts = made.add_subparsers(dest="act", required=True, metavar="ACT")
    printed = acts.add_parser("sql", help="print the SQL, and leave addresses and keys in a folder")
    printed.add_argument("--to", type=Path, required=True, help="the folder, which must be empty")
    printed.add_argument("--database", default="vijfluik", help="its name (default: vijfluik)")
    printed.add_argument(
        "--host", default=SOCKETS, help=f"folder of the socket, or host (default: {SOCKETS})"
    )
    printed.add_argument(
        "--options", default="", help="of each address: sslmode=verify-full&sslrootcert=FILE"
    )
    printed.add_argument(
        "--postgresql", type=int, default=15, help="major version of the server (default: 15)"
    )
    return made


def run(arguments: Sequence[str]) -> int:
    """Print it.

    Raises:
        CommandFailed: the folder holds something else.
    """
    chosen = parser().parse_args(arguments)
    folder: Path = chosen.to
    known = {*credentials.ADDRESSES, *credentials.SECRETS}
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    strange = sorted(each.name for each in folder.iterdir() if each.name not in known)
    if strange:
        raise CommandFailed(f"{folder} holds {strange[0]}; name a folder for this alone.")
    for key in KEYS:
        if not (folder / key).exists():
            replace_text(folder / key, secrets.token_urlsafe(48))
    passwords = {role: _password(folder / name) for role, name in roles.VARIABLES.items()}
    for role, name in roles.VARIABLES.items():
        replace_text(folder / name, _address(chosen, role=role, password=passwords[role]))
    sys.stdout.write(script(database=chosen.database, secret=passwords, major=chosen.postgresql))
    sys.stderr.write(f"Addresses and keys stand in {folder}, for root alone.\n")
    return 0


def script(*, database: str, secret: dict[str, str], major: int) -> str:
    """The SQL, for psql: what is there already stays."""
    absent = "SELECT {} WHERE NOT EXISTS (SELECT FROM {} WHERE {} = {}) \\gexec"
    lines = ["\\set ON_ERROR_STOP on"]
    for role in roles.ROLES:
        name = roles.PREFIX + role
        making = sql.SQL("CREATE ROLE {}").format(sql.Identifier(name))
        lines.append(absent.format(_word(making), "pg_roles", "rolname", _quoted(name)))
    statements = roles.role_statements(secret=secret, server_version=major * 10_000)
    lines += [f"{each.as_string()};" for each in statements]
    making, *rights = roles.database_statements(name=database)
    lines.append(absent.format(_word(making), "pg_database", "datname", _quoted(database)))
    lines += [f"{each.as_string()};" for each in rights]
    return "".join(f"{line}\n" for line in lines)


def _word(statement: sql.Composed) -> str:
    return _quoted(statement.as_string())


def _quoted(word: str) -> str:
    return sql.Literal(word).as_string()


def _password(file: Path) -> str:
    """The password in an address that stands there already, or a new one."""
    if not file.exists():
        return secrets.token_urlsafe(24)
    return unquote(urlsplit(file.read_text(encoding="utf-8").strip()).password or "")


def _address(chosen: argparse.Namespace, *, role: str, password: str) -> str:
    signed = f"postgresql://{roles.PREFIX}{role}:{quote(password, safe='')}"
    if chosen.host.startswith("/"):
        options = "&".join(filter(None, [f"host={quote(chosen.host, safe='')}", chosen.options]))
        return f"{signed}@/{chosen.database}?{options}\n"
    options = f"?{chosen.options}" if chosen.options else ""
    return f"{signed}@{chosen.host}/{chosen.database}{options}\n"
