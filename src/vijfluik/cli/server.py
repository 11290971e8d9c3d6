"""The database server of this run: the one that the environment names, or the embedded one."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import psycopg

from vijfluik.cli import roles
from vijfluik.cli.checkout import root
from vijfluik.cli.embedded import Cluster, running_cluster
from vijfluik.cli.embedded.place import replace_text

DEMONSTRATION = "vijfluik_demo"
Connection: TypeAlias = psycopg.Connection[tuple[object, ...]]


@dataclass(frozen=True, kw_only=True)
class Server:
    """Addresses on the embedded server: the administrator's, and of the six roles per database."""

    cluster: Cluster
    passwords: dict[str, str]

    def administrator(self) -> Connection:
        """An autocommit connection for making roles and databases."""
        return psycopg.connect(self.cluster.url(database="postgres"), autocommit=True)

    def addresses(self, *, database: str) -> dict[str, str]:
        """Environment variable → address, one per role."""
        return {
            variable: self.cluster.url(
                user=roles.PREFIX + role, password=self.passwords[role], database=database
            )
            for role, variable in roles.VARIABLES.items()
        }


def embedded() -> Server:
    """The embedded server of this checkout with its six roles.

    Raises:
        CommandFailed: it does not start.
    """
    cluster = running_cluster(root=root())
    secret = roles.passwords(file=cluster.place.state / "roles.json")
    server = Server(cluster=cluster, passwords=secret)
    with server.administrator() as admin, roles.one_at_a_time(admin):
        roles.ensure_roles(admin, secret=secret)
    return server


def use_database(*, name: str = DEMONSTRATION) -> None:
    """Point this process at its database: the environment's, or one on the embedded server.

    Raises:
        CommandFailed: the embedded server does not start.
    """
    if os.environ.get("DATABASE_URL"):
        return
    server = embedded()
    with server.administrator() as admin, roles.one_at_a_time(admin):
        roles.ensure_database(admin, name=name)
    point_at(server, database=name)


def point_at(server: Server, *, database: str) -> None:
    """Leave the addresses of a database on the embedded server in the environment.

    What stands outside the database, such as the signed heads of its journal, has a folder of its
    own per database.
    """
    state = server.cluster.place.state
    own = state if database == DEMONSTRATION else state / database
    own.mkdir(mode=0o700, exist_ok=True)
    os.environ.update(server.addresses(database=database))
    os.environ.setdefault("VIJFLUIK_STATE", str(own))
    os.environ.setdefault("SECRET_KEY", secret_key(file=state / "secret-key"))


def secret_key(*, file: Path) -> str:
    """The key that signs sessions, made once per checkout: a known one would let anybody in."""
    if not file.exists():
        replace_text(file, secrets.token_urlsafe(48))
    return file.read_text()
