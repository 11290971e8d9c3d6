"""The lists of the United Kingdom in CSV: the consolidated list of OFSI and the sanctions list."""

from collections.abc import Mapping

from vijfluik.engines.names.readers.dates import iso
from vijfluik.engines.names.readers.tables import Gathered

PARTS = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
PERSONS = {"individual"}


def is_united_kingdom(header: list[str]) -> bool:
    """Whether a header is one of these lists: a name in six parts and a number of the group."""
    cells = {cell.strip() for cell in header}
    return {"Name 1", "Name 6"} <= cells and bool(
        {"Group ID", "Unique ID", "OFSI Group ID"} & cells
    )


def gather_united_kingdom(row: Mapping[str, str]) -> Gathered:
    """What one row says; both lists have their own words for the same."""
    whole = " ".join(text for part in PARTS if (text := row.get(part, "")))
    kind = first(row, "Group Type", "Individual, Entity, Ship", "Designation Type")
    alias = first(row, "Alias Type", "Name type").lower()
    weak = first(row, "Alias Quality", "Alias strength").lower().startswith("low")
    label = "weak" if weak else "primary" if alias.startswith("primary") else "alias"
    dates = first(row, "DOB", "D.O.B").replace("00/00/", "")
    return Gathered(
        id=first(row, "Group ID", "Unique ID", "OFSI Group ID"),
        schema="Person" if kind.lower() in PERSONS else "Organization" if kind else "",
        names=(
            (whole, label),
            (first(row, "Name Non-Latin Script", "Name non-latin script"), "original"),
        ),
        dob=(iso(dates) or "",),
        pob=(row.get("Town of Birth", ""), first(row, "Country of Birth", "Country of birth")),
        nationality=(first(row, "Nationality", "Nationality(/ies)"),),
        document=(
            first(row, "Passport Number", "Passport number"),
            row.get("National Identification Number", ""),
        ),
    )  # fmt: skip


def first(row: Mapping[str, str], *names: str) -> str:
    """The first of these cells that says something."""
    return next((text for name in names if (text := row.get(name, ""))), "")
