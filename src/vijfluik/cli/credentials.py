"""Secrets that a service manager hands over as files, under the names of the variables.

`systemd` leaves them in the folder that `CREDENTIALS_DIRECTORY` names (`LoadCredential=`): neither
the unit nor the list of processes holds a password. What the environment says itself counts.
"""

import os
from pathlib import Path

from vijfluik.cli.errors import CommandFailed

ADDRESSES = (
    "DATABASE_URL",
    "DATABASE_URL_OWNER",
    "DATABASE_URL_CLOCK",
    "DATABASE_URL_DESTROYER",
    "DATABASE_URL_AUDITOR",
    "DATABASE_URL_REPORT",
    "VIJFLUIK_BACKUP_URL",
)
SECRETS = (
    "SECRET_KEY",
    "ACCOUNTS_KEY",
    "DOCUMENTS_KEY",
    "DOCUMENTS_KEYS_BEFORE",
    "VIJFLUIK_MAIL_PASSWORD",
    "VIJFLUIK_METRICS_TOKEN",
)


def take_over() -> None:
    """Let this process find what it was handed: addresses by value, other secrets by file.

    Raises:
        CommandFailed: a file that `…_FILE` names cannot be read.
    """
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    for name in (*ADDRESSES, *SECRETS):
        if folder and (Path(folder) / name).is_file() and not os.environ.get(name):
            os.environ.setdefault(f"{name}_FILE", str(Path(folder) / name))
    for name in ADDRESSES:
        file = os.environ.pop(f"{name}_FILE", None)
        if not file:
            continue
        if os.environ.get(name):
            raise CommandFailed(f"{name} and {name}_FILE are both set. Set one of them.")
        try:
            os.environ[name] = Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise CommandFailed(f"{name}_FILE: {error}") from None
