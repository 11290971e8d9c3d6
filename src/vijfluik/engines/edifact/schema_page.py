"""The schema as the document shows it, made from the tables."""

from vijfluik.engines.edifact.tables import TABLES, Table

BEGIN, END = "<!-- schema -->\n", "<!-- /schema -->"


def page() -> str:
    """A line per table: its keys, whole numbers and texts, with the headings."""
    lines = ["| Table | Keys | Numbers, days, moments | Texts |", "|---|---|---|---|"]
    lines += [_line(table) for table in TABLES]
    return "\n".join(lines) + "\n"


def _line(table: Table) -> str:
    keys = " ".join(table.keys)
    numbers = " ".join(f"{name}{_heading(heading)}" for name, _, heading in table.numbers)
    texts = " ".join(f"{name}{_heading(heading)}" for name, heading in table.texts)
    return f"| `{table.name}` | {keys} | {numbers or '–'} | {texts or '–'} |"


def _heading(number: int) -> str:
    return f"<sup>{number}</sup>" if number else ""


def placed(document: str) -> str:
    """A document with the page between its marks."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{page()}{END}{after}"
