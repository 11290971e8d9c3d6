"""Checking a bundle offline: hashes, arithmetic, and that the report says what its receipts say."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from vijfluik.accountability.evidence import naming
from vijfluik.accountability.evidence.arithmetic import Checked, checked
from vijfluik.accountability.evidence.editions import check_files, read_edition, same_software
from vijfluik.accountability.evidence.faults import Fault, require
from vijfluik.accountability.evidence.members import Members, opened
from vijfluik.core.documents.structure import Language
from vijfluik.core.documents.validation import figures_of


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A bundle that holds. rewritten: whether every format was written again and compared."""

    report: str
    as_of: str
    manifest_sha256: str
    files: int
    receipts: int
    records: int
    figures: int
    rewritten: bool

    def plain(self) -> dict[str, object]:
        """As the command line prints it."""
        return {
            "result": "holds",
            "report": self.report,
            "as_of": self.as_of,
            "manifest_sha256": self.manifest_sha256,
            "files": self.files,
            "receipts": self.receipts,
            "records": self.records,
            "figures": self.figures,
            "formats": "written again and equal"
            if self.rewritten
            else "not written again: the bundle was made by other software",
        }


def check_bundle(content: bytes) -> Outcome:
    """Check a bundle; needs no database, no network and no settings.

    Raises:
        Fault: the first thing that does not hold, with its file.
    """
    members = opened(content)
    receipts = receipts_in(members)
    _check_paths(members, receipts=receipts)
    same = same_software(members.manifest, writers=_writers())
    figures = 0
    for language in _editions(members.manifest):
        document = read_edition(language, files=members.files, receipts=receipts)
        told = document.as_of.timestamp()
        for each in receipts.values():
            require(
                each.valued.as_of.timestamp() == told
                and each.facts["as_of"] == members.manifest["as_of"],
                file=naming.receipt_path(each.key),
                message="it is of another moment than the report",
            )
        check_files(document, manifest=members.manifest, files=members.files, same=same)
        figures += len(figures_of(document))
    return Outcome(
        report=str(members.manifest["report"]),
        as_of=str(members.manifest["as_of"]),
        manifest_sha256=members.manifest_sha256,
        files=len(members.files) + 1,
        receipts=len(receipts),
        records=sum(each.facts["records"] for each in receipts.values()),
        figures=figures,
        rewritten=same,
    )


def receipts_in(members: Members) -> dict[str, Checked]:
    """The receipts of a bundle by key, each checked.

    Raises:
        Fault: the first that does not hold.
    """
    told = members.manifest["figures"]
    readable = isinstance(told, list) and all(isinstance(each, dict) for each in told)
    require(readable and told, file=naming.MANIFEST, message="its figures cannot be read")
    found = [checked(each, files=members.files) for each in told]
    return {each.key: each for each in found}


def _editions(manifest: Mapping[str, Any]) -> list[str]:
    told = manifest["editions"]
    known = isinstance(told, list) and told and set(told) <= set(Language)
    require(known, file=naming.MANIFEST, message="its editions cannot be read")
    return [str(each) for each in told]


def _check_paths(members: Members, *, receipts: Mapping[str, Checked]) -> None:
    """Nothing lies in the bundle that no part of it needs."""
    needed = {naming.README}
    for each in receipts.values():
        needed |= {
            naming.receipt_path(each.key),
            naming.sql_path(each.key),
            naming.definition_path(each.definition.key),
            naming.records_path(str(each.facts["root"])),
        }
    for path in sorted(members.files.keys() - needed):
        require(path.startswith("report/"), file=path, message="nothing in the bundle needs it")
    readme = members.files.get(naming.README, b"")
    if readme != naming.EXPLAINED.encode():
        raise Fault(naming.README, "it is not the explanation that belongs to this format")


def _writers() -> dict[str, str]:
    found = {}
    for name in naming.WRITERS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found
