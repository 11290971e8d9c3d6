"""The European Union's list of financial sanctions: XML 1.1 and the CSV with the same content."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from vijfluik.engines.names.attributes import Attributes
from vijfluik.engines.names.entries import Entry, Name
from vijfluik.engines.names.readers.dates import iso
from vijfluik.engines.names.readers.problems import Problems
from vijfluik.engines.names.readers.tables import Gathered, grouped
from vijfluik.engines.names.readers.xml import elements

PERSON_CODES = {"person", "p"}


def schema_of(code: str) -> str:
    """Person or Organization, from the code of the kind of subject."""
    return "Person" if code.strip().lower() in PERSON_CODES else "Organization"


def partial(date: str, year: str, month: str) -> str:
    """The date of birth as far as it is known."""
    known = iso(date or year) or ""
    if len(known) == 4 and month.isdigit() and 1 <= int(month) <= 12:
        return f"{known}-{int(month):02}"
    return known


def is_weak(strong: str, remark: str) -> bool:
    """Whether the list itself says that a name is of low quality, in one of its two ways."""
    return strong.lower() == "false" or "low quality" in remark.lower()


def read_european_xml(file: Path, problems: Problems) -> Iterator[Entry]:
    """The entries of the XML; one without id or name is reported."""
    for line, element in elements(file, frozenset({"sanctionEntity"}), problems):
        identity = element.get("logicalId") or element.get("euReferenceNumber") or ""
        names = []
        for alias in element.findall("nameAlias"):
            parts = (alias.get(key, "") for key in ("firstName", "middleName", "lastName"))
            whole = alias.get("wholeName", "").strip() or " ".join(part for part in parts if part)
            if whole.strip():
                weak = is_weak(alias.get("strong", ""), alias.findtext("remark") or "")
                names.append(Name(text=whole.strip(), kind="weak" if weak else "alias"))
        if not identity or not names:
            message = "it has no logicalId" if not identity else "it has no name"
            problems.add(file=file.name, place=f"line {line}", message=message)
            continue
        subject = element.find("subjectType")
        code = (
            subject.get("code") or subject.get("classificationCode") or ""
            if subject is not None
            else ""
        )
        births = element.findall("birthdate")
        dates = (
            partial(birth.get("birthdate", ""), birth.get("year", ""), birth.get("monthOfYear", ""))
            for birth in births
        )
        problems.read += 1
        yield Entry(
            id=f"eu-{identity}", list="eu_fsf", schema=schema_of(code), names=tuple(names),
            attributes=Attributes(
                dob=tuple(date for date in dates if date),
                pob=tuple(
                    text
                    for birth in births
                    for key in ("city", "place")
                    if (text := birth.get(key, ""))
                ),
                nationality=tuple(
                    code
                    for citizenship in element.findall("citizenship")
                    if (code := citizenship.get("countryIso2Code", "")) not in {"", "00"}
                ),
                document=tuple(
                    number
                    for document in element.findall("identification")
                    if (number := document.get("number") or document.get("latinNumber", ""))
                ),
            ),
        )  # fmt: skip


def gather_european(row: Mapping[str, str]) -> Gathered:
    """What one row of the CSV says."""
    parts = (row.get(f"NameAlias_{part}Name", "") for part in ("First", "Middle", "Last"))
    whole = row.get("NameAlias_WholeName", "") or " ".join(part for part in parts if part)
    weak = is_weak("", row.get("NameAlias_Remark", ""))
    date = partial(
        row.get("BirthDate_BirthDate", ""), row.get("BirthDate_Year", ""),
        row.get("BirthDate_Month", ""),
    )  # fmt: skip
    kind = row.get("Entity_SubjectType", "") or row.get("Entity_SubjectType_ClassificationCode", "")
    return Gathered(
        id=row.get("Entity_LogicalId", "") or row.get("Entity_EU_ReferenceNumber", ""),
        schema=schema_of(kind) if kind else "",
        names=((whole, "weak" if weak else "alias"),), dob=(date,),
        pob=(row.get("BirthDate_City", ""), row.get("BirthDate_Place", "")),
        nationality=(row.get("Citizenship_CountryIso2Code", ""),),
        document=(
            row.get("Identification_Number", "") or row.get("Identification_LatinNumber", ""),
        ),
    )  # fmt: skip


def read_european_csv(file: Path, problems: Problems, delimiter: str) -> Iterator[Entry]:
    """The entries of the CSV: rows with the same logical id together."""
    return grouped(
        file,
        problems,
        delimiter=delimiter,
        skip=0,
        gather=gather_european,
        name="eu_fsf",
        prefix="eu-",
    )
