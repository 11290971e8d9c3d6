"""Files of trainings for the tests."""

import io
from collections.abc import Mapping, Sequence

import xlsxwriter

HEADINGS = (
    "kenmerk",
    "aanbieder",
    "titel",
    "aangevraagd op",
    "gewenste datum",
    "gegeven op",
    "deelnemers",
    "doelgroepen",
    "gemeente",
)
GOOD = {
    "kenmerk": "A-1",
    "aanbieder": "opleider",
    "titel": "Signalen herkennen",
    "aangevraagd op": "08-01-2018",
    "gewenste datum": "15-03-2018",
    "gegeven op": "15-03-2018",
    "deelnemers": "12",
    "doelgroepen": "gemeente, politie",
    "gemeente": "Zeestad",
}


def csv_of(*rows: Mapping[str, str], headings: Sequence[str] = HEADINGS) -> bytes:
    """CSV with a header; each row is the good one with changes."""
    lines = [";".join(headings)]
    for row in rows:
        cells = {**GOOD, **row}
        lines.append(";".join(f'"{cells.get(heading, "")}"' for heading in headings))
    return "\n".join(lines).encode()


def xlsx_of(*rows: Mapping[str, str], headings: Sequence[str] = HEADINGS) -> bytes:
    """The same as a workbook, with every cell as the text that somebody typed."""
    into = io.BytesIO()
    with xlsxwriter.Workbook(into, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, headings)
        for number, row in enumerate(rows, start=1):
            cells = {**GOOD, **row}
            for column, heading in enumerate(headings):
                sheet.write_string(number, column, cells.get(heading, ""))
    return into.getvalue()
