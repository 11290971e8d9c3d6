"""How long a transaction that may write lasts at most: settings of the roles.

Without a limit one forgotten connection keeps every later moment open. PostgreSQL 17 and newer know
the limit themselves; 15 and 16 limit each statement and each pause, and the sealer or the clock
calls `versions.end_overlong()` for what slips between. The owner has no limit of its own:
migrations and loaders take long, are watched, and whoever waits for them gets their name.
"""

SECONDS = 30
LIMITED = ("app", "clock", "destroyer", "auditor")
KNOWS_TRANSACTIONS = 170000


def role_settings(*, server_version: int) -> list[str]:
    """SQL for an administrator: the limits of the roles, and what the owner's functions need.

    Args:
        server_version: as `connection.info.server_version`, such as 150018.
    """
    names = ["idle_in_transaction_session_timeout"]
    names.append(
        "transaction_timeout" if server_version >= KNOWS_TRANSACTIONS else "statement_timeout"
    )
    settings = [
        f"ALTER ROLE vijfluik_{role} SET {name} = '{SECONDS}s'"
        for role in LIMITED
        for name in names
    ]
    return [
        *settings,
        "GRANT pg_read_all_stats TO vijfluik_owner",
        "GRANT pg_signal_backend TO vijfluik_owner",
    ]
