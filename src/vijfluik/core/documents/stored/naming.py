"""What a file may be called here: the last part of its name, with the ending of what it is."""

import re
import unicodedata

from vijfluik.core.documents.stored.kinds import SERVED, FileKind

LONGEST = 120
_NOT_IN_A_NAME = re.compile(r'[<>:"|?*;]')
_SPACES = re.compile(r"\s+")


def cleaned(file_name: str, *, kind: FileKind) -> str:
    """A name without a path, signs that do not show, or another ending than its content has.

    Args:
        file_name: as the browser sent it.
        kind: by its content; `page.html` that is a text becomes `page.html.txt`.
    """
    last = unicodedata.normalize("NFC", file_name).replace("\\", "/").rpartition("/")[2]
    shown = "".join(sign if sign.isprintable() else " " for sign in last)
    stem = _SPACES.sub(" ", _NOT_IN_A_NAME.sub("-", shown)).strip(" .")
    endings = SERVED[kind].endings
    before, _dot, ending = stem.rpartition(".")
    if before and ending.lower() in endings:
        stem, ending = before, ending.lower()
    else:
        ending = endings[0]
    return f"{stem[:LONGEST].rstrip(' .') or 'document'}.{ending}"
