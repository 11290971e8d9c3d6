"""Reads one spreadsheet from standard input and writes its cells as JSON.

A program of its own, started by `workbooks`: it stands outside the package (`python -I FILE`), has
a ceiling on memory and time, and takes nobody along when a hostile file brings it down.
Formulas are not evaluated: the value that the spreadsheet stored beside them is read.
"""

import datetime as dt
import io
import json
import resource
import sys

MEMORY = 2 * 1024**3
SECONDS = 20


def plain(value: object) -> object:
    """A cell for JSON: a day as {"day": "jjjj-mm-dd"}, anything odd as text."""
    if isinstance(value, dt.datetime):
        at_midnight = value.time() == dt.time()
        return {"day": value.date().isoformat()} if at_midnight else value.isoformat(" ")
    if isinstance(value, dt.date):
        return {"day": value.isoformat()}
    if isinstance(value, (str, bool, int, float)):
        return value
    return str(value)


def main() -> int:
    """Read, answer; exit 0 with an answer, 3 when the file is broken."""
    rows_at_most, columns_at_most = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    import python_calamine

    answer: dict[str, object]
    try:
        book = python_calamine.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
        visible = [
            index
            for index, sheet in enumerate(book.sheets_metadata)
            if sheet.visible == python_calamine.SheetVisibleEnum.Visible
        ]
        sheet = book.get_sheet_by_index(visible[0] if visible else 0)
        if sheet.total_height > rows_at_most or sheet.total_width > columns_at_most:
            answer = {"refused": "too-large"}
        else:
            cells = sheet.to_python(skip_empty_area=False)
            answer = {"rows": [[plain(cell) for cell in row] for row in cells]}
    except python_calamine.PasswordError:
        answer = {"refused": "password"}
    except BaseException as error:  # noqa: BLE001 - a panic of the reader is no Exception
        sys.stderr.write(f"{type(error).__name__}\n")
        return 3
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
