"""All checks of an installation, in one order."""

from collections.abc import Callable, Iterable

from vijfluik.site.safety import (
    browser,
    connection,
    contents,
    database,
    mail,
    reporting,
    returning,
    roles,
    secrets,
)
from vijfluik.site.safety.findings import Finding

Check = Callable[[], Iterable[Finding]]
DatabaseCheck = Callable[[str], Iterable[Finding]]

SETTINGS_CHECKS: tuple[Check, ...] = (
    browser.sign_in,
    browser.hosts,
    browser.tls,
    browser.policy,
    secrets.secret,
    secrets.state,
    mail.mail,
    reporting.statement,
)
DATABASE_CHECKS: tuple[DatabaseCheck, ...] = (
    database.server,
    connection.encryption,
    connection.clock,
    roles.roles,
    contents.demonstration,
)
# What these look at is there only once all migrations are.
MIGRATED_CHECKS: tuple[DatabaseCheck, ...] = (database.shape, returning.destroyed)


def examine(*, using: str = "default") -> list[Finding]:
    """Everything that is wrong; nothing when the installation is safe to switch on.

    Args:
        using: the connection whose database is looked at; each role can read what is asked.

    Raises:
        OperationalError: the database cannot be reached.
    """
    found = [finding for check in SETTINGS_CHECKS for finding in check()]
    found += [finding for check in DATABASE_CHECKS for finding in check(using)]
    unapplied = list(database.migrations(using))
    # A half-migrated database has another shape; what that is follows from the migrations alone.
    return found + (unapplied or [finding for check in MIGRATED_CHECKS for finding in check(using)])
