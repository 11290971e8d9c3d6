"""Any table with a column `name`, and what other columns are known by their header."""

from collections.abc import Mapping

from vijfluik.engines.names.readers.dates import iso
from vijfluik.engines.names.readers.tables import Gathered

COLUMNS = {
    "id": ("id", "entity_id", "reference", "nummer"),
    "name": ("name", "full_name", "naam", "wholename"),
    "alias": ("alias", "aliases", "aka", "other_names"),
    "schema": ("schema", "type", "entity_type", "soort"),
    "dob": ("dob", "date_of_birth", "birth_date", "geboortedatum"),
    "pob": ("pob", "place_of_birth", "geboorteplaats"),
    "nationality": ("nationality", "citizenship", "nationaliteit"),
    "document": ("document", "passport", "passport_number", "document_number"),
}
PERSONS = {"person", "individual", "persoon", "p"}
BETWEEN = ";"


def is_plain(header: list[str]) -> bool:
    """Whether a header names a column with names."""
    return bool({cell.strip().lower() for cell in header} & set(COLUMNS["name"]))


def gather_plain(row: Mapping[str, str]) -> Gathered:
    """What one row says; several aliases stand in one cell with semicolons between them."""
    lower = {key.lower(): value for key, value in row.items()}
    held = {
        name: next((text for key in keys if (text := lower.get(key, ""))), "")
        for name, keys in COLUMNS.items()
    }
    aliases = [] if held["alias"] in {"None", "-"} else held["alias"].split(BETWEEN)
    kind = held["schema"].lower()
    return Gathered(
        id=held["id"],
        schema="Person" if kind in PERSONS else held["schema"],
        names=((held["name"], "primary"), *((alias.strip(), "alias") for alias in aliases)),
        dob=tuple(iso(part) or "" for part in held["dob"].split(BETWEEN)),
        pob=tuple(held["pob"].split(BETWEEN)),
        nationality=tuple(held["nationality"].split(BETWEEN)),
        document=tuple(held["document"].split(BETWEEN)),
    )
