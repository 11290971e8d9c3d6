"""Find out what kind of list a file is, and read it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from vijfluik.engines.names.entries import Entry, Name
from vijfluik.engines.names.readers import text
from vijfluik.engines.names.readers.european_union import read_european_csv, read_european_xml
from vijfluik.engines.names.readers.lines import read_lines
from vijfluik.engines.names.readers.netherlands import read_netherlands
from vijfluik.engines.names.readers.plain import gather_plain, is_plain
from vijfluik.engines.names.readers.problems import ListUnreadable, Problems
from vijfluik.engines.names.readers.tables import grouped
from vijfluik.engines.names.readers.treasury import is_alias, is_sdn, read_aliases, read_treasury
from vijfluik.engines.names.readers.united_kingdom import gather_united_kingdom, is_united_kingdom
from vijfluik.engines.names.readers.united_nations import read_united_nations
from vijfluik.engines.names.readers.xml import root_of

KINDS = (
    "lines (one JSON record on each), FollowTheMoney JSON, UN consolidated XML, EU XML 1.1 or CSV,"
    " OFAC SDN CSV with its aliases, UK CSV, the Dutch list (ODS), or a CSV with a column `name`"
)
DELIMITERS = (",", ";", "\t", "|")


def read_lists(files: Sequence[Path], problems: Problems) -> Iterator[Entry]:
    """The entries of all files, each of a kind that is recognised by its content.

    Raises:
        ListUnreadable: a file does not exist, is empty, damaged, or of no known kind.
    """
    kinds = [(file, kind_of(file)) for file in files]
    aliases: dict[str, list[Name]] = {}
    for file, kind in kinds:
        if kind == "ofac aliases":
            aliases.update(read_aliases(file, problems))
    if aliases and not any(kind == "ofac sdn" for _, kind in kinds):
        raise ListUnreadable("The file of OFAC's aliases was given without the SDN list itself.")
    for file, kind in kinds:
        yield from read_one(file, kind, aliases, problems)


def read_one(
    file: Path, kind: str, aliases: Mapping[str, list[Name]], problems: Problems
) -> Iterator[Entry]:
    """The entries of one file of a known kind."""
    name, _, delimiter = kind.partition(":")
    if name == "lines":
        return read_lines(file, problems)
    if name == "un xml":
        return read_united_nations(file, problems)
    if name == "eu xml":
        return read_european_xml(file, problems)
    if name == "nl ods":
        return read_netherlands(file, problems)
    if name == "eu csv":
        return read_european_csv(file, problems, delimiter)
    if name == "ofac sdn":
        return read_treasury(file, problems, aliases)
    if name == "uk csv":
        skip = int(delimiter)
        return grouped(
            file, problems, delimiter=",", skip=skip, gather=gather_united_kingdom, name="gb_ofsi",
            prefix="gb-",
        )  # fmt: skip
    if name == "plain csv":
        return grouped(
            file, problems, delimiter=delimiter, skip=0, gather=gather_plain, name=file.stem,
            prefix=f"{file.stem}-",
        )  # fmt: skip
    return iter(())


def kind_of(file: Path) -> str:
    """What kind of list a file is, by its content.

    Raises:
        ListUnreadable: it does not exist, is empty, or of no known kind.
    """
    try:
        with file.open("rb") as stream:
            head = stream.read(4096)
    except OSError as error:
        raise ListUnreadable(f"{file} cannot be opened: {error.strerror}") from error
    if not head.strip():
        raise ListUnreadable(f"{file} is empty.")
    if head[:2] == b"PK":
        return "nl ods"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] in {b"{", b"["}:
        return "lines"
    if start[:1] == b"<" or start[:4] in {b"\xff\xfe<\x00", b"\xfe\xff\x00<"}:
        return kind_of_xml(file)
    return kind_of_table(file)


def kind_of_xml(file: Path) -> str:
    """What kind of list an XML file is, by its outermost element."""
    root = root_of(file)
    if root == "CONSOLIDATED_LIST":
        return "un xml"
    if root == "export":
        return "eu xml"
    raise ListUnreadable(f"{file.name}: XML of an unknown kind (<{root}>). Known are: {KINDS}.")


def kind_of_table(file: Path) -> str:
    """What kind of list a table is, by its first rows."""
    for delimiter in DELIMITERS:
        begin = [row for _, row in islice(text.rows(file, Problems(), delimiter=delimiter), 3)]
        if not begin:
            continue
        header = [cell.strip() for cell in begin[0]]
        if "Entity_LogicalId" in header:
            return f"eu csv:{delimiter}"
        if delimiter == ",":
            for skip, row in enumerate(begin[:2]):
                if is_united_kingdom(row):
                    return f"uk csv:{skip}"
            if is_alias(begin[0]):
                return "ofac aliases"
            if is_sdn(begin[0]):
                return "ofac sdn"
        if is_plain(header):
            return f"plain csv:{delimiter}"
    raise ListUnreadable(f"{file.name}: a file of an unknown kind. Known are: {KINDS}.")
