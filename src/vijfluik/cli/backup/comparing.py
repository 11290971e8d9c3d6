"""What must be equal in a database and its restored copy, as of a closed moment.

Every version that stood at the moment, the chain of the journal up to it, and who may do what:
policies, rights, functions, triggers and constraints. All of it as the administrator sees it, for
row-level security would hide from the comparison what it hides from people.
"""

import datetime as dt
from typing import Any

import psycopg
from psycopg import sql

Parts = dict[str, str]
_VERSIONED = (
    "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition"
    " AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tx_from')"
    " AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tx_to')"
    " ORDER BY 1"
)
# A version that is closed after the moment stood open at it.
_STOOD = (
    "SELECT count(*)::text || ' ' || coalesce(md5(string_agg(line, '' ORDER BY line)), '')"
    " FROM (SELECT md5((to_jsonb(v) - 'tx_to')::text) AS line FROM {} v"
    " WHERE tx_from <= %(moment)s AND (tx_to IS NULL OR tx_to > %(moment)s)) AS lines"
)
_CHAIN = (
    "SELECT count(*)::text || ' ' || coalesce(md5(string_agg(encode(hash, 'hex'), ''"
    " ORDER BY number)), '') FROM journal_block WHERE sealed_at <= %(moment)s"
)
_RULES = {
    "policies": "SELECT to_jsonb(p)::text FROM pg_policies p",
    "rights": (
        "SELECT n.nspname || '.' || c.relname || ' ' || c.relkind::text || ' '"
        " || coalesce(c.relacl::text, '') || ' ' || c.relrowsecurity || c.relforcerowsecurity"
        " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname !~ '^(pg_|information_schema)'"
    ),
    "functions": (
        "SELECT pg_get_functiondef(p.oid) || coalesce(p.proacl::text, '') FROM pg_proc p"
        " JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE n.nspname !~ '^(pg_|information_schema)' AND p.prokind IN ('f', 'p')"
    ),
    "triggers": "SELECT pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger",
    "constraints": (
        "SELECT conrelid::regclass::text || conname || pg_get_constraintdef(oid) || convalidated"
        " FROM pg_constraint"
    ),
    "roles": (
        "SELECT rolname || ' ' || rolsuper || rolbypassrls || rolcreaterole || rolcreatedb"
        " || rolinherit || rolcanlogin || coalesce(rolconfig::text, '') FROM pg_roles"
        " WHERE rolname LIKE 'vijfluik%%'"
    ),
}


def parts_as_of(moment: dt.datetime, *, of: str) -> Parts:
    """What is compared → its count and hash.

    Args:
        moment: a closed moment.
        of: the administrator's address of the database.
    """
    asked = {"moment": moment}
    with psycopg.connect(of) as database:
        database.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        tables = [str(name) for (name,) in database.execute(_VERSIONED).fetchall()]
        found = {
            table: _one(database, sql.SQL(_STOOD).format(sql.Identifier(table)), asked)
            for table in tables
        }
        found["journal"] = _one(database, sql.SQL(_CHAIN), asked)
        for name, question in _RULES.items():
            hashed = (
                "SELECT count(*)::text || ' ' || coalesce(md5(string_agg(line, '' ORDER BY line)),"
                f" '') FROM ({question}) AS lines (line)"
            )
            found[name] = _one(database, sql.SQL(hashed), {})
    return found


def differences(before: Parts, after: Parts) -> list[str]:
    """The names of what is not equal."""
    return sorted(name for name in before | after if before.get(name) != after.get(name))


def _one(database: "psycopg.Connection[Any]", question: sql.SQL | sql.Composed, asked: Any) -> str:
    row = database.execute(question, asked).fetchone()
    assert row is not None  # noqa: S101 (an aggregate always answers)
    return str(row[0])
