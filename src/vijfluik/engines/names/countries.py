"""Countries by code and by name, English and Dutch, so that "NL" and "Nederland" are the same."""

import functools
import importlib.resources


@functools.cache
def by_word() -> dict[str, str]:
    """The two-letter code by every word for a country, in the plain form of `attributes.plain`.

    The words stand in `countries.csv`, from the Unicode CLDR, with older and official names added.
    """
    from vijfluik.engines.names.attributes import plain

    file = importlib.resources.files(__package__) / "countries.csv"
    table: dict[str, str] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        code, *words = line.split(";")
        for word in (code, *words):
            table.setdefault(plain(word), code)
    return table
