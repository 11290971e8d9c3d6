"""The consolidated list of the United Nations Security Council (XML)."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from vijfluik.engines.names.attributes import Attributes
from vijfluik.engines.names.entries import Entry, Name
from vijfluik.engines.names.readers.dates import iso
from vijfluik.engines.names.readers.problems import Problems
from vijfluik.engines.names.readers.xml import elements, text_of, texts_of

PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
SCHEMAS = {"INDIVIDUAL": "Person", "ENTITY": "Organization"}


def read_united_nations(file: Path, problems: Problems) -> Iterator[Entry]:
    """The entries of the list; one without reference or name is reported."""
    for line, element in elements(file, frozenset(SCHEMAS), problems):
        reference = text_of(element, "REFERENCE_NUMBER") or text_of(element, "DATAID")
        names = names_of(element)
        if not reference or not names:
            message = "it has no reference number" if not reference else "it has no name"
            problems.add(file=file.name, place=f"line {line}", message=message)
            continue
        problems.read += 1
        yield Entry(
            id=f"un-{reference}", list="un_sc", schema=SCHEMAS[element.tag], names=names,
            attributes=attributes_of(element),
        )  # fmt: skip


def names_of(element: Element) -> tuple[Name, ...]:
    """The name in parts, the one in its own script, and the aliases with their quality."""
    kind = element.tag
    found = []
    whole = " ".join(text for part in PARTS if (text := text_of(element, part)))
    if whole:
        found.append(Name(text=whole, kind="primary"))
    found += [
        Name(text=text, kind="original") for text in texts_of(element, "NAME_ORIGINAL_SCRIPT")
    ]
    for alias in element.findall(f"{kind}_ALIAS"):
        weak = text_of(alias, "QUALITY").lower() == "low"
        for text in text_of(alias, "ALIAS_NAME").split(";"):
            if text.strip():
                found.append(Name(text=text.strip(), kind="weak" if weak else "alias"))
    return tuple(found)


def attributes_of(element: Element) -> Attributes:
    """Dates and places of birth, nationalities and documents."""
    dates = []
    for birth in element.findall("INDIVIDUAL_DATE_OF_BIRTH"):
        for name in ("DATE", "YEAR", "FROM_YEAR", "TO_YEAR"):
            date = iso(text_of(birth, name))
            if date:
                dates.append(date)
    places = [
        text
        for birth in element.findall("INDIVIDUAL_PLACE_OF_BIRTH")
        for name in ("CITY", "STATE_PROVINCE", "COUNTRY")
        if (text := text_of(birth, name))
    ]
    return Attributes(
        dob=tuple(dates),
        pob=tuple(places),
        nationality=tuple(texts_of(element, "NATIONALITY/VALUE")),
        document=tuple(texts_of(element, "INDIVIDUAL_DOCUMENT/NUMBER")),
    )
