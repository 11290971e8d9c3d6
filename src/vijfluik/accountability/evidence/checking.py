"""Checking a bundle offline: hashes, arithmetic, and that the report says what its receipts say."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from vijfluik.accountability.evidence import naming
from vijfluik.accountability.evidence.arithmetic import Checked, checked
from vijfluik.accountability.evidence.arithmetic_published import checked_published
from vijfluik.accountability.evidence.comparing import check_against
from vijfluik.accountability.evidence.editions import check_files, read_edition, same_software
from vijfluik.accountability.evidence.faults import Fault, require
from vijfluik.accountability.evidence.members import Members, opened
from vijfluik.core.documents.structure import Language
from vijfluik.core.documents.validation import figures_of


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A bundle that holds.

    public: whether it is the one for publication. hidden: how many numbers of its receipts are
    hidden. rewritten: whether every format was written again and compared. against: the hash of
    the manifest of the internal bundle that it was compared with; empty when it was not.
    """

    public: bool
    hidden: int
    report: str
    as_of: str
    manifest_sha256: str
    files: int
    receipts: int
    records: int
    figures: int
    rewritten: bool
    against: str = ""

    def plain(self) -> dict[str, object]:
        """As the command line prints it."""
        told = {"against": self.against} if self.against else {}
        return {
            "result": "holds",
            "bundle": "for publication" if self.public else "internal, not for publication",
            "report": self.report,
            "as_of": self.as_of,
            "manifest_sha256": self.manifest_sha256,
            "files": self.files,
            "receipts": self.receipts,
            "records": self.records,
            "figures": self.figures,
            "hidden": self.hidden,
            "formats": "written again and equal"
            if self.rewritten
            else "not written again: the bundle was made by other software",
            **told,
        }


def check_bundle(content: bytes, *, against: bytes | None = None) -> Outcome:
    """Check a bundle; needs no database, no network and no settings.

    Args:
        content: of the bundle.
        against: an internal bundle of the same report; that the first is what is published of it is
            checked as well.

    Raises:
        Fault: the first thing that does not hold, with its file.
    """
    members = opened(content)
    receipts = receipts_in(members)
    compared = "" if against is None else _compared(members, receipts=receipts, against=against)
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
                file=path_of(each),
                message="it is of another moment than the report",
            )
        check_files(document, manifest=members.manifest, files=members.files, same=same)
        figures += len(figures_of(document))
    return Outcome(
        public=members.public,
        hidden=sum(
            (cell.hidden is not None) + (cell.hidden_records is not None)
            for each in receipts.values()
            for cell in each.cells
        ),
        against=compared,
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
    if not members.public:
        found = [checked(each, files=members.files) for each in told]
        return {each.key: each for each in found}
    found = [
        checked(each, files=members.files, with_records=False)
        if naming.receipt_path(str(each.get("receipt"))) in members.files
        else checked_published(each, files=members.files)
        for each in told
    ]
    return {each.key: each for each in found}


def path_of(each: Checked) -> str:
    """The file of a receipt, or of its public form."""
    return naming.receipt_path(each.key) if each.whole else naming.published_path(each.key)


def _compared(members: Members, *, receipts: Mapping[str, Checked], against: bytes) -> str:
    """Compare with the internal bundle; the hash of its manifest."""
    internal = opened(against)
    require(not internal.public, file="", message="the other bundle is no internal one")
    for name in ("report", "as_of"):
        require(
            members.manifest[name] == internal.manifest[name],
            file=naming.MANIFEST,
            message=f"its {name} is {members.manifest[name]!r}, that of the internal bundle is"
            f" {internal.manifest[name]!r}",
        )
    whole = receipts_in(internal)
    for each in receipts.values():
        check_against(each, whole=whole.get(each.key), path=path_of(each))
    return internal.manifest_sha256


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
            path_of(each),
            naming.sql_path(each.key),
            naming.definition_path(each.definition.key),
        }
        if not members.public:
            needed.add(naming.records_path(str(each.facts["root"])))
    for path in sorted(members.files.keys() - needed):
        require(path.startswith("report/"), file=path, message="nothing in the bundle needs it")
    readme = members.files.get(naming.README, b"")
    explained = naming.PUBLIC_EXPLAINED if members.public else naming.EXPLAINED
    if readme != explained.encode():
        raise Fault(naming.README, "it is not the explanation that belongs to this format")


def _writers() -> dict[str, str]:
    found = {}
    for name in naming.WRITERS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found
