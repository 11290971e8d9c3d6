"""The shape of the database: what the migrations make of an empty one, as lines to compare.

`shape.txt` holds the lines of a freshly migrated database: every table with its columns and its
row-level security, every policy, right, function, trigger, constraint and unique index. A test
holds the file against the migrations (`./run check --update-shape` writes it anew), and a check of
an installation holds the installation against the file. Catalogs are read by every role.
"""

from pathlib import Path

from django.db.backends.utils import CursorWrapper

FILE = Path(__file__).with_name("shape.txt")
# Months of the journal come and go; each looks like the other.
_MONTH = r"regexp_replace({}, '_\d{{4}}_\d{{2}}(?=$|_|\.)', '_MONTH')"
_NAME = _MONTH.format("CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname")
_OWN = "n.nspname !~ '^(pg_|information_schema)'"
_TABLES = f"pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND {_OWN}"
_GRANTEE = "CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE x.grantee::regrole::text END"
_RIGHTS = "string_agg(DISTINCT x.privilege_type, ' ' ORDER BY x.privilege_type)"


def _hashed(words: str) -> str:
    return f"left(md5(string_agg({words}, ';' ORDER BY {words})), 12)"


# What a kind of line is called → (key, content) of each of them.
_QUESTIONS = {
    "schema": f"SELECT n.nspname || ' ' || {_GRANTEE}, {_RIGHTS} FROM pg_namespace n,"
    f" aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x"
    f" WHERE {_OWN} AND x.grantee <> n.nspowner GROUP BY 1",
    "security": f"SELECT DISTINCT {_NAME}, CASE WHEN c.relforcerowsecurity AND c.relrowsecurity"
    " THEN 'forced' WHEN c.relrowsecurity THEN 'not for the owner' ELSE 'off' END"
    f" FROM {_TABLES} WHERE c.relkind IN ('r', 'p')",
    "owner": f"SELECT DISTINCT {_NAME}, c.relowner::regrole::text FROM {_TABLES}"
    " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')",
    "columns": "SELECT DISTINCT name, line FROM ("
    f"SELECT {_NAME} AS name, "
    + _hashed("a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull")
    + f" AS line FROM {_TABLES} JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
    " AND NOT a.attisdropped WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') GROUP BY c.oid, 1) t",
    "right": f"SELECT {_NAME} || ' ' || {_GRANTEE}, {_RIGHTS} FROM {_TABLES},"
    " aclexplode(c.relacl) x WHERE x.grantee <> c.relowner"
    " AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') GROUP BY 1",
    "column right": f"SELECT {_NAME} || '.' || a.attname || ' ' || {_GRANTEE}, {_RIGHTS}"
    f" FROM {_TABLES} JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped,"
    " aclexplode(a.attacl) x WHERE x.grantee <> c.relowner GROUP BY 1",
    "policy": f"SELECT DISTINCT {_NAME} || ' ' || p.polname, left(md5(concat_ws(' ',"
    " p.polcmd::text, p.polpermissive, (SELECT string_agg("
    "CASE r WHEN 0 THEN 'PUBLIC' ELSE r::regrole::text END,"
    " ' ' ORDER BY r::regrole::text) FROM unnest(p.polroles) r),"
    " pg_get_expr(p.polqual, p.polrelid), 'check',"
    " pg_get_expr(p.polwithcheck, p.polrelid))), 12)"
    f" FROM {_TABLES} JOIN pg_policy p ON p.polrelid = c.oid",
    "triggers": "SELECT DISTINCT name, line FROM ("
    f"SELECT {_NAME} AS name, count(*) || ' '"
    " || "
    + _hashed(_MONTH.format("pg_get_triggerdef(t.oid)") + " || t.tgenabled::text")
    + f" AS line FROM {_TABLES} JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal"
    " GROUP BY c.oid, 1) t",
    "constraints": "SELECT DISTINCT name, line FROM ("
    f"SELECT {_NAME} AS name, count(*) || ' ' || "
    + _hashed(_MONTH.format("k.conname || pg_get_constraintdef(k.oid)") + " || k.convalidated")
    + f" AS line FROM {_TABLES} JOIN pg_constraint k ON k.conrelid = c.oid"
    " AND k.contype IN ('c', 'f', 'p', 'u', 'x') AND k.conparentid = 0"
    " WHERE NOT c.relispartition GROUP BY c.oid, 1) t",
    "unique": "SELECT DISTINCT name, line FROM ("
    f"SELECT {_NAME} AS name, count(*) || ' ' || "
    + _hashed(_MONTH.format("pg_get_indexdef(i.indexrelid)"))
    + f" AS line FROM {_TABLES} JOIN pg_index i ON i.indrelid = c.oid AND i.indisunique"
    " AND i.indisvalid WHERE NOT c.relispartition GROUP BY c.oid, 1) t",
    "function": "SELECT n.nspname || '.' || f.proname || '('"
    " || pg_get_function_identity_arguments(f.oid) || ')',"
    " f.proowner::regrole || ' ' || left(md5(pg_get_functiondef(f.oid)), 12) || ' '"
    f" || (SELECT coalesce(string_agg({_GRANTEE}, ' ' ORDER BY {_GRANTEE}), '')"
    " FROM aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) x"
    " WHERE x.grantee <> f.proowner)"
    f" FROM pg_proc f JOIN pg_namespace n ON n.oid = f.pronamespace AND {_OWN}"
    " WHERE f.prokind IN ('f', 'p')",
}
# What differs is told per kind, the gravest first.
KINDS = tuple(_QUESTIONS)
Shape = dict[tuple[str, str], str]


def shape_of(cursor: CursorWrapper) -> Shape:
    """The lines of a database: (kind, key) → content."""
    found: Shape = {}
    for kind, question in _QUESTIONS.items():
        cursor.execute(question)
        found |= {(kind, str(key)): str(content) for key, content in cursor.fetchall()}
    return found


def declared() -> Shape:
    """The lines of the file."""
    return parsed(FILE.read_text(encoding="utf-8"))


def parsed(text: str) -> Shape:
    """Lines as `written` writes them."""
    found: Shape = {}
    for line in text.splitlines():
        kind, key, content = line.split("\t")
        found[kind, key] = content
    return found


def written(shape: Shape) -> str:
    """A line per entry, in an order of their own."""
    return "".join(f"{kind}\t{key}\t{content}\n" for (kind, key), content in sorted(shape.items()))


def differences(there: Shape, *, wanted: Shape) -> dict[str, list[str]]:
    """Kind → a phrase for each line that is missing, too many or different."""
    found: dict[str, list[str]] = {}
    for kind, key in sorted(there.keys() | wanted.keys()):
        have, want = there.get((kind, key)), wanted.get((kind, key))
        if have == want:
            continue
        how = "is missing" if have is None else "is not declared" if want is None else "differs"
        found.setdefault(kind, []).append(f"{key} {how}")
    return found
