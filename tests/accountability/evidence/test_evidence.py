"""The evidence of a report: it holds offline, and whoever alters any part of it is told where."""

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.accountability.reports.editions import SITE, TODAY, somebody
from tests.accountability.reports.past import whole_past
from tests.pointing import point_at
from tests.sizes import part

from vijfluik.accountability.evidence import naming
from vijfluik.accountability.evidence.arithmetic import cells_in, checked
from vijfluik.accountability.evidence.bundling import evidence_of, make_bundle, told_of
from vijfluik.accountability.evidence.checking import check_bundle, receipts_in
from vijfluik.accountability.evidence.faults import Fault
from vijfluik.accountability.evidence.members import opened
from vijfluik.accountability.evidence.proofs import check_proof, sides_of
from vijfluik.accountability.evidence.proving import NotCounted, prove
from vijfluik.accountability.evidence.shown_parts import hides_parts, says_a_cell
from vijfluik.accountability.figures.actions import issue
from vijfluik.accountability.figures.queries import definition_named, keys
from vijfluik.accountability.figures.tree import proof
from vijfluik.accountability.reports.library import DEFAULT, report_named
from vijfluik.cli.commands import figures as command
from vijfluik.core.access.gate import Refused
from vijfluik.core.documents.inline import Figure
from vijfluik.core.documents.packing import packed
from vijfluik.core.documents.plain import written
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.statements import canonical
from vijfluik.core.journal.hashing import leaf_hash
from vijfluik.core.journal.models import Event
from vijfluik.core.partners.acting import acting
from vijfluik.core.versions.loading import PastVersion

pytestmark = pytest.mark.usefixtures("printed_once", "short_report")

FIGURE = "ror-participants-2018"
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def past_of_module() -> list[PastVersion]:
    """Records behind every figure."""
    return list(whole_past())


@pytest.fixture(scope="module")
def evidence(database: str, shared_past: str) -> Iterator[bytes]:
    """The bundle of the report, made once."""
    point_at(shared_past)
    with acting(somebody("noor")):
        made = make_bundle(DEFAULT, as_of=TODAY, base_url=SITE, demonstration=True)
    yield made.content
    point_at(database)


def files_of(content: bytes) -> Files:
    """The files of a bundle by path."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def forged(files: Files) -> bytes:
    """The bundle of these files with a manifest that fits them: what a careful forger makes."""
    manifest = json.loads(files[naming.MANIFEST])
    manifest["files"] = [
        {"path": path, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for path, content in sorted(files.items())
        if path != naming.MANIFEST
    ]
    return packed((files | {naming.MANIFEST: naming.sealed(manifest)}).items())


def fault_of(content: bytes) -> Fault:
    """What the check says of a bundle that does not hold."""
    with pytest.raises(Fault) as found:
        check_bundle(content)
    return found.value


def altered(content: bytes) -> bytes:
    """A file with one byte in its middle changed."""
    if not content:  # the fingerprints of a figure over no records
        return b"x"
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


def test_the_bundle_holds_without_a_database(evidence: bytes, tmp_path: Path) -> None:
    """In a process that has no settings, no database and no network to ask."""
    file = tmp_path / "evidence.zip"
    file.write_bytes(evidence)
    program = "import sys; from vijfluik.cli.main import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", program, "figures", "verify", "--bundle", str(file)],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(Path("src").resolve()), "PATH": os.environ["PATH"]},
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["result"] == "holds"
    assert told["receipts"] == len(report_named(DEFAULT).figures)
    assert told["formats"] == "written again and equal"
    manifest = files_of(evidence)[naming.MANIFEST]
    assert told["manifest_sha256"] == hashlib.sha256(manifest).hexdigest()


def test_the_bundle_is_the_same_twice_and_the_journal_holds_its_hash(
    looking: str, evidence: bytes
) -> None:
    with acting(somebody("noor")):
        again = make_bundle(DEFAULT, as_of=TODAY, base_url=SITE, demonstration=True)
    assert again.content == evidence
    told = Event.objects.using("owner").filter(action="report.bundled")
    assert again.manifest_sha256 in str(told.values_list("details", flat=True).last())


def test_the_bundle_holds_no_record(looking: str, evidence: bytes) -> None:
    with acting(somebody("noor")):
        known = keys(definition_named(FIGURE, as_of=TODAY), as_of=TODAY)
    everything = b"".join(files_of(evidence).values())
    assert known
    assert not any(key.encode() in everything for key in known)


def tried(files: Files) -> list[str]:
    """Files to alter: one of each sort, in one of the languages, and some others."""
    kinds = {(Path(path).parts[0], Path(path).suffix): path for path in files}
    return sorted({*kinds.values(), *part(sorted(files), quick=6)})


def test_every_file_that_is_altered_left_out_or_added_is_named(evidence: bytes) -> None:
    files = files_of(evidence)
    assert len(files) > 40
    for path in tried(files):
        content = files[path]
        changed = fault_of(packed((files | {path: altered(content)}).items()))
        assert changed.file == path, changed
        without = fault_of(packed((name, each) for name, each in files.items() if name != path))
        assert without.file == path, without
    assert fault_of(packed([*files.items(), ("extra.txt", b"x")])).file == "extra.txt"
    assert fault_of(forged(files | {"extra.txt": b"x"})).file == "extra.txt"
    assert "no zip" in fault_of(b"PK nothing").message


def test_every_file_that_is_altered_with_a_fitting_manifest_is_named_all_the_same(
    evidence: bytes,
) -> None:
    files = files_of(evidence)
    for path in tried(files):
        if path == naming.MANIFEST:
            continue
        fault = fault_of(forged(files | {path: altered(files[path])}))
        assert fault.file == path, fault


def test_what_only_the_document_for_programs_shows_is_named_when_it_is_altered(
    evidence: bytes,
) -> None:
    files = files_of(evidence)
    path = naming.report_path(language="nl", kind="json")
    text = files[path].decode()
    assert '"url": "/cijfers/ror' in text
    changed = text.replace('"url": "/cijfers/ror', '"url": "/cijfers/r0r', 1).encode()
    assert fault_of(forged(files | {path: changed})).file == path


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda facts: facts.update(value=4824), "do not add up to the value"),
        (lambda facts: facts.update(records=2), "counts 2 records"),
        (lambda facts: facts["cells"][0].update(records=0), "hash of its cells"),
        (lambda facts: facts["text"].update(nl="ruim 4.900"), "its text (nl)"),
        (lambda facts: facts.update(hedge="exact"), "its hedge"),
        (lambda facts: facts.update(root="00" * 32), "record hashes of a receipt are missing"),
        (lambda facts: facts.update(sql="SELECT 1"), "it is not the SQL of its receipt"),
        (lambda facts: facts.update(definition_sha256="0"), "it is not the definition"),
        (lambda facts: facts.update(unstated=9), "unstated"),
        (lambda facts: facts.pop("as_of"), "says no as_of"),
    ],
)
def test_a_receipt_that_is_rewritten_with_fitting_hashes_fails_its_arithmetic(
    evidence: bytes, change: Change, said: str
) -> None:
    """The forger gives the altered receipt its own new name and hash everywhere."""
    files = files_of(evidence)
    manifest = json.loads(files[naming.MANIFEST])
    [told] = [each for each in manifest["figures"] if each["id"] == FIGURE]
    old = naming.receipt_path(told["receipt"])
    facts = json.loads(files.pop(old))
    change(facts)
    text = canonical(facts)
    digest = hashlib.sha256(text.encode()).hexdigest()
    files[naming.sql_path(digest[:16])] = files.pop(naming.sql_path(told["receipt"]))
    told.update(receipt=digest[:16], receipt_sha256=digest, root=facts["root"])
    files[naming.receipt_path(digest[:16])] = text.encode()
    files[naming.MANIFEST] = written(manifest)
    assert said in fault_of(forged(files)).message


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"value": "4823"', '"value": "4824"', "has the value '4824'"),
        ('"text": "ruim 4.800"', '"text": "ruim 4.900"', "which its receipt does not say"),
        ('"text": "4.823"', '"text": "4.832"', "which its receipt does not say"),
        (f'"key": "{FIGURE}"', '"key": "ror-trainings-2018"', "names the receipt of"),
        ('"value": "4.823 deelnemers"', '"value": "4.832 deelnemers"', "the annex gives"),
    ],
)
def test_a_report_that_says_something_else_than_its_receipts_is_named(
    evidence: bytes, old: str, new: str, said: str
) -> None:
    files = files_of(evidence)
    path = naming.report_path(language="nl", kind="json")
    text = files[path].decode()
    assert old in text
    fault = fault_of(forged(files | {path: text.replace(old, new, 1).encode()}))
    assert fault.file == path
    assert said in fault.message


@pytest.mark.parametrize(
    ("value", "text", "holds"),
    [
        ("3", "3", True),
        ("", "<5", True),
        ("", "niet getoond", True),
        ("", "<3", False),
        ("3", "<5", False),
        ("4", "4", False),
        ("3", "4", False),
        ("", "3", False),
    ],
)
def test_a_cell_of_a_report_says_its_number_or_a_sign_that_is_true_of_it(
    evidence: bytes, value: str, text: str, holds: bool
) -> None:
    receipts = receipts_in(opened(evidence)).values()
    [found] = [each for each in receipts if each.definition.id == "ror-trainings-2017"]
    cell = {"dimension": "month", "member": "2017-06", "records": 3, "value": 3, "beside": None}
    cells = [cell, cell | {"value": 0}, cell | {"value": None}]
    digest = hashlib.sha256(canonical(cells).encode()).hexdigest()
    facts = {**found.facts, "cells": cells, "cells_sha256": digest}
    odd = replace(found, facts=facts, cells=tuple(cells_in(facts, path="")))
    figure = Figure("ror-trainings-2017", text, value, found.key, "/cijfers/x/")
    assert says_a_cell(figure, found=odd, language=Language.DUTCH) is holds


def test_parts_may_be_hidden_and_not_changed() -> None:
    said = "forsa 90, fsp 3"
    assert hides_parts("forsa 90, fsp <5", said=said)
    assert hides_parts("forsa niet getoond, fsp <5", said=said)
    assert not hides_parts("forsa 91, fsp <5", said=said)
    assert not hides_parts("forsa <5, fsp 3", said=said)
    assert not hides_parts("forsa 90", said=said)


def test_the_command_names_the_first_fault_and_its_place(
    evidence: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = files_of(evidence)
    path = next(path for path in files if path.startswith("records/"))
    file = tmp_path / "evidence.zip"
    file.write_bytes(packed((files | {path: altered(files[path])}).items()))
    assert command.run(["verify", "--bundle", str(file)]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["file"] == path
    assert f"FAULT {path}" in printed.err


def test_the_arithmetic_of_every_figure_of_the_platform_holds(looking: str) -> None:
    with acting(somebody("noor")):
        computed = [each.figure for each in issue(as_of=TODAY)]
        files = evidence_of(computed, as_of=TODAY)
    for figure in computed:
        assert checked(told_of(figure), files=files).definition == figure.definition


@pytest.mark.parametrize("name", ["aukje", "ruben", "lieke"])
def test_only_who_makes_reports_makes_their_evidence(looking: str, name: str) -> None:
    with acting(somebody(name)), pytest.raises(Refused):
        make_bundle(DEFAULT, as_of=TODAY, base_url=SITE, demonstration=True)


def proved(key: str, *, figure: str = "ror-trainings-2017") -> bytes:
    """The proof that the policy officer makes."""
    with acting(somebody("noor")):
        return prove(figure, key=key, as_of=TODAY)


def counted(figure: str = "ror-trainings-2017") -> list[str]:
    """The keys of the records of a figure."""
    with acting(somebody("noor")):
        return keys(definition_named(figure, as_of=TODAY), as_of=TODAY)


def test_each_record_is_proved_to_be_in_its_figure_without_showing_the_others(
    looking: str, evidence: bytes
) -> None:
    known = counted()
    assert len(known) == 4
    for key in known:
        content = proved(key)
        told = check_proof(content, bundle=evidence)
        assert (told.key, told.figure, told.compared) == (key, "ror-trainings-2017", True)
        others = [other for other in known if other != key]
        assert not any(other in content.decode() for other in others)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda made: made.update(form=made["form"].replace("held", "lost")), "row hash"),
        (lambda made: made.update(salt="0" * 32), "row hash"),
        (lambda made: made.update(row_hash="0" * 64), "row hash"),
        (lambda made: made.update(key="another"), "is not 'another'"),
        (lambda made: made.update(root="0" * 64), "does not lead"),
        (lambda made: made["path"][0].update(hash="0" * 64), "does not lead"),
        (lambda made: made["path"].pop(), "takes other turns"),
        (lambda made: made.update(place=made["place"] ^ 1), "takes other turns"),
        (lambda made: made.update(place=99), "no place 99"),
        (lambda made: made.update(receipt="0" * 16), "holds no receipt"),
        (lambda made: made.update(figure="ror-trainings-2018"), "figure is"),
        (lambda made: made.update(as_of="2020-01-01"), "as_of is"),
        (lambda made: made.update(extra=1), "unknown"),
    ],
)
def test_a_proof_that_is_altered_does_not_hold(
    looking: str, evidence: bytes, change: Change, said: str
) -> None:
    made = json.loads(proved(counted()[1]))
    change(made)
    with pytest.raises(Fault, match=said):
        check_proof(json.dumps(made).encode(), bundle=evidence)


def test_the_proof_of_another_figure_s_record_is_refused(looking: str) -> None:
    [other] = counted("ror-trainings-2018")
    with pytest.raises(NotCounted):
        proved(other)
    with pytest.raises(NotCounted):
        proved("no key at all")


def test_the_command_makes_a_proof_and_checks_it(
    looking: str, evidence: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle, file = tmp_path / "evidence.zip", tmp_path / "proof.json"
    bundle.write_bytes(evidence)
    key = counted()[2]
    words = ["prove", "ror-trainings-2017", key, "--as-of", "2019-04-15", "--out", str(file)]
    assert command.run(words) == 0
    capsys.readouterr()
    assert command.run(["verify", "--proof", str(file), "--bundle", str(bundle)]) == 0
    assert json.loads(capsys.readouterr().out)["record"] == key
    assert command.run(["verify", "--proof", str(file)]) == 0
    assert "give --bundle" in json.loads(capsys.readouterr().out)["compared"]


def test_paths_of_every_tree_take_the_turns_that_its_size_demands() -> None:
    for size in range(1, 40):
        leaves = [leaf_hash(bytes([at])) for at in range(size)]
        for at in range(size):
            sides = [step.left for step in proof(leaves, index=at)]
            assert sides == sides_of(place=at, records=size)
