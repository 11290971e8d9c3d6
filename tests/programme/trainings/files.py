"""Files of trainings for the tests."""

from collections.abc import Mapping, Sequence

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
