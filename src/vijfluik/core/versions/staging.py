"""SQL of the loader of history: a temporary table, its checks, and the way into the parts."""

from vijfluik.core.versions.tables import FIRST, LAST, VersionedTable, listed, quoted
from vijfluik.core.versions.triggers import hash_of, sequence_of

# What is wrong → a query that finds one key of which it is true.
CHECKS = {
    "a version ends before or when it begins": (
        "SELECT {key} FROM pg_temp.vijfluik_history WHERE tx_to <= tx_from AND NOT deletion"
    ),
    "a version lies in the future": (
        "SELECT {key} FROM pg_temp.vijfluik_history"
        " WHERE greatest(tx_from, tx_to) > transaction_timestamp()"
    ),
    "the versions overlap, leave a gap, or the last one neither holds nor is a deletion": (
        "SELECT {key} FROM (SELECT {key}, tx_to, deletion, lead(tx_from) OVER w AS next_from"
        " FROM pg_temp.vijfluik_history WINDOW w AS (PARTITION BY {key} ORDER BY tx_from)) h"
        " WHERE CASE WHEN deletion THEN next_from IS NOT NULL"
        " ELSE tx_to IS DISTINCT FROM next_from END"
    ),
    "the first version is a deletion": (
        "SELECT {key} FROM pg_temp.vijfluik_history GROUP BY {key} HAVING bool_and(deletion)"
    ),
}


def create_staging(table: VersionedTable) -> str:
    """SQL that makes the temporary table, which holds versions as the caller gave them."""
    columns = ", ".join(f"{quoted(column.name)} {column.type}" for column in table.columns)
    return (
        f"CREATE TEMP TABLE vijfluik_history ({columns}, tx_from timestamptz NOT NULL,"
        " tx_to timestamptz, deletion boolean NOT NULL, actor uuid, mandate uuid, purpose text,"
        " reason text, vf_salt uuid NOT NULL DEFAULT gen_random_uuid()) ON COMMIT DROP"
    )


def fill_parts(table: VersionedTable) -> list[str]:
    """SQL that hashes the versions, numbers them by their beginning and writes them away."""
    said = {
        "tx_from": ("f.tx_from", "timestamp with time zone"),
        "actor": ("f.actor", "uuid"),
        "mandate": ("f.mandate", "uuid"),
        "purpose": ("f.purpose", "text"),
        "reason": ("f.reason", "text"),
        "op": ("f.op", "text"),
    }
    key = quoted(table.key)
    names = listed(table.names)
    last = ", ".join(f"f.{name}" for name in LAST if name not in ("salt", "row_hash"))
    parts = f"public.{quoted(table.versions)}"
    return [
        "CREATE TEMP TABLE vijfluik_ordered ON COMMIT DROP AS"
        f" SELECT h.*, nextval({sequence_of(table)}) AS vid, CASE WHEN h.deletion THEN 'D'"
        " WHEN h.rank = 1 THEN 'I' ELSE 'U' END AS op"
        f" FROM (SELECT *, row_number() OVER (PARTITION BY {key} ORDER BY tx_from) AS rank"
        " FROM pg_temp.vijfluik_history) h ORDER BY h.tx_from, h.deletion",
        # Closed versions lie in the order of their ends, as the trigger would have left them.
        f"INSERT INTO {parts} ({listed((*FIRST, *table.names, *LAST))})"
        " SELECT f.tx_from, CASE WHEN f.deletion THEN f.tx_from"
        " ELSE coalesce(f.tx_to, 'infinity') END, f.vid,"
        f" {listed(table.names, of='f')}, {last}, f.vf_salt,"
        f" {hash_of(table, alias='f', said=said, salt='f.vf_salt')}"
        f" FROM (SELECT tx_from, tx_to, deletion, vid, op, actor, mandate, purpose, reason,"
        f" vf_salt, {names} FROM pg_temp.vijfluik_ordered"
        " ORDER BY coalesce(tx_to, 'infinity'), vid) f",
        "DROP TABLE pg_temp.vijfluik_ordered",
    ]


def fill_table(table: VersionedTable) -> str:
    """SQL that writes the rows that hold now into the business table."""
    names = listed(table.names)
    return (
        f"INSERT INTO public.{quoted(table.name)} ({names}) OVERRIDING SYSTEM VALUE"
        f" SELECT {names} FROM pg_temp.vijfluik_history WHERE tx_to IS NULL AND NOT deletion"
        " ORDER BY tx_from"
    )
