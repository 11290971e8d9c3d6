"""The evidence for publication holds offline, and nothing hidden or internal is in it."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from tests.accountability.evidence.test_evidence import fault_of, files_of, forged
from tests.accountability.reports.editions import SITE, TODAY, somebody
from tests.accountability.reports.past import whole_past
from tests.pointing import point_at
from tests.site.people import browser

from vijfluik.accountability.disclosure.pattern import HIDDEN
from vijfluik.accountability.disclosure.treating import report_name, treatment_of
from vijfluik.accountability.evidence import naming
from vijfluik.accountability.evidence.bundling import make_bundle, make_publication
from vijfluik.accountability.evidence.checking import check_bundle
from vijfluik.accountability.evidence.faults import Fault
from vijfluik.accountability.evidence.proofs import check_proof
from vijfluik.accountability.evidence.proving import prove
from vijfluik.accountability.figures import queries
from vijfluik.accountability.figures.computed import Computed
from vijfluik.accountability.figures.leaves import leaves
from vijfluik.accountability.figures.queries import definition_named, keys
from vijfluik.accountability.reports.library import DEFAULT, report_named
from vijfluik.cli.commands import figures as command
from vijfluik.core.access.gate import Refused
from vijfluik.core.documents.structure import Language
from vijfluik.core.facts.statements import canonical
from vijfluik.core.partners.acting import acting
from vijfluik.core.versions.loading import PastVersion

Files = Mapping[str, bytes]


@dataclass(frozen=True, kw_only=True)
class Both:
    """The two bundles of one report and the figures that they are about, as counted."""

    internal: bytes
    public: bytes
    figures: tuple[Computed, ...]
    hidden: Mapping[str, set[tuple[str, str | None]]]


@pytest.fixture(scope="module")
def past_of_module() -> list[PastVersion]:
    """Records behind every figure."""
    return list(whole_past())


@pytest.fixture(scope="module")
def both(database: str, shared_past: str) -> Iterator[Both]:
    """Made once; the figures are asked for again, by another way than the bundles."""
    point_at(shared_past)
    names = report_named(DEFAULT).figures
    with acting(somebody("noor")):
        internal = make_bundle(DEFAULT, as_of=TODAY, base_url=SITE, demonstration=True)
        public = make_publication(DEFAULT, as_of=TODAY, base_url=SITE, demonstration=True)
        figures = queries.figures(names=names, as_of=TODAY)
        treatment = treatment_of(figures, publication=report_name(DEFAULT), as_of=TODAY)
    hidden = {
        each.definition.id: {
            (cell.dimension, cell.member)
            for cell in each.cells
            if treatment.state(
                figure=each.definition.id, dimension=cell.dimension, member=cell.member
            )
            in HIDDEN
        }
        for each in figures
    }
    yield Both(
        internal=internal.content, public=public.content, figures=tuple(figures), hidden=hidden
    )
    point_at(database)


def opened_up(files: Files) -> Iterator[tuple[str, bytes]]:
    """Everything that a reader could take out of files, packed parts and streams of a PDF too."""
    for path, content in files.items():
        yield path, content
        if path.endswith((".docx", ".odt")):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield from ((f"{path}!{name}", archive.read(name)) for name in archive.namelist())
        if path.endswith(".pdf"):
            with pikepdf.open(io.BytesIO(content)) as pdf:
                for item in pdf.objects:
                    if isinstance(item, pikepdf.Stream) and item.get("/Subtype") != "/Image":
                        yield f"{path}!{item.objgen}", _read(item)


def _read(stream: pikepdf.Stream) -> bytes:
    """A stream in the clear; a picture in a coding of its own as it is."""
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()


@pytest.mark.thorough
def test_it_holds_offline_and_is_what_is_published_of_the_internal_one(
    both: Both, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    public, internal = tmp_path / "public.zip", tmp_path / "internal.zip"
    public.write_bytes(both.public)
    internal.write_bytes(both.internal)
    words = ["verify", "--bundle", str(public), "--against", str(internal)]
    assert command.run(words) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["result"], told["bundle"]) == ("holds", "for publication")
    assert told["formats"] == "written again and equal"
    assert told["receipts"] == len(both.figures)
    assert told["hidden"] >= sum(map(len, both.hidden.values())) > 0
    whole = files_of(both.internal)[naming.MANIFEST]
    assert told["against"] == hashlib.sha256(whole).hexdigest()
    assert command.run(["verify", "--bundle", str(internal)]) == 0
    assert json.loads(capsys.readouterr().out)["bundle"] == "internal, not for publication"
    with pytest.raises(Fault, match="no internal one"):
        check_bundle(both.internal, against=both.public)


def test_no_key_root_or_hash_of_a_record_and_no_hidden_number_is_in_any_file(
    looking: str, both: Both
) -> None:
    files = files_of(both.public)
    definitions = [each.definition for each in both.figures]
    with acting(somebody("noor")):
        known = {
            key
            for each in definitions
            for key in keys(each, as_of=TODAY)
            # What comes with the software has a name, and is nobody's.
            if re.fullmatch(r"[0-9a-f]{8}-[0-9a-f-]{27}", key)
        }
        of_records = {leaf.hex() for each in leaves(definitions, as_of=TODAY).values()
                      for leaf in each}  # fmt: skip
    roots = {each.root.hex() for each in both.figures if both.hidden[each.definition.id]}
    secrets = [each.encode() for each in (*known, *of_records, *roots)]
    assert len(known) > 10
    assert of_records
    assert roots
    for path, content in opened_up(files):
        assert not [each for each in secrets if each in content], path
    assert not [path for path in files if path.startswith("records/")]
    # The same look at the internal bundle does see them, so it would have seen them here.
    internal = b"".join(files_of(both.internal).values())
    assert all(each.encode() in internal for each in (*of_records, *roots))


@pytest.mark.thorough
def test_every_format_says_a_sign_where_a_number_is_hidden(both: Both) -> None:
    files = files_of(both.public)
    seen = 0
    for language in Language:
        for path in (f"report/{language}/report.json", f"report/{language}/report.html"):
            text = files[path].decode()
            for name, cells in both.hidden.items():
                for dimension, member in cells:
                    key = f"{name}/{dimension}/{member or ''}"
                    for value in _values(text, key=key):
                        seen += 1
                        assert value == "", (path, key)
        lines = files[f"report/{language}/report.csv"].decode().splitlines()
        for line in lines:
            columns = line.split(";")
            name, _, rest = columns[10].partition("/") if len(columns) > 11 else ("", "", "")
            dimension, _, member = rest.partition("/")
            if (dimension, member or None) in both.hidden.get(name, set()):
                seen += 1
                assert columns[11] == "", line
    for path, content in files.items():
        if path.startswith(("published/", "receipts/")):
            facts = json.loads(content)
            for cell in facts["cells"]:
                if (cell["dimension"], cell["member"]) in both.hidden[facts["figure"]]:
                    seen += 1
                    assert isinstance(cell["value"], dict), path
                    assert "cells_sha256" not in facts
    assert seen > 20


def _values(text: str, *, key: str) -> list[str]:
    """The exact values that JSON or a page states of a bound part of a figure."""
    told = re.escape(json.dumps(key, ensure_ascii=False)[1:-1])
    in_json = re.findall(rf'"key": "{told}",\s*"text": "[^"]*",\s*"value": "([^"]*)"', text)
    in_page = re.findall(rf'data-figure="{re.escape(key)}"[^>]*data-value="([^"]*)"', text)
    return [*in_json, *in_page]


def test_whoever_alters_what_is_published_is_told_where(both: Both) -> None:
    files = files_of(both.public)
    path, facts = next(
        (path, json.loads(content))
        for path, content in files.items()
        if path.startswith("published/")
        and any(isinstance(cell["value"], int) and cell["value"] > 0
                for cell in json.loads(content)["cells"])
    )  # fmt: skip
    at = next(
        place
        for place, cell in enumerate(facts["cells"])
        if isinstance(cell["value"], int) and cell["value"] > 0
    )

    def spoilt(**changes: object) -> bytes:
        return forged({**files, path: canonical({**facts, **changes}).encode()})

    higher = [dict(cell) for cell in facts["cells"]]
    higher[at] |= {"value": higher[at]["value"] + 10_000, "records": 10_000}
    for content in (
        spoilt(cells=higher),
        spoilt(root="0" * 64),
        spoilt(cells_sha256="0" * 64),
        spoilt(receipt_sha256="0" * 64),
        spoilt(definition_sha256="0" * 64),
        spoilt(format="vijfluik-published-receipt/9"),
        spoilt(sql="SELECT 1"),
    ):
        assert fault_of(content).file in {path, naming.MANIFEST, *files}
    lower = [dict(cell) for cell in facts["cells"]]
    lower[at] |= {"value": 0}
    # Where all that could contradict it is hidden, the internal bundle does.
    for content in (spoilt(cells=lower), spoilt(records=facts["records"] + 1)):
        with pytest.raises(Fault):
            check_bundle(content, against=both.internal)


def test_a_proof_of_one_record_holds_beside_a_receipt_that_hides_something(
    looking: str, both: Both
) -> None:
    name = next(each.definition.id for each in both.figures
                if both.hidden[each.definition.id] and each.records)  # fmt: skip
    with acting(somebody("noor")):
        key = keys(definition_named(name, as_of=TODAY), as_of=TODAY)[0]
        proof = prove(name, key=key, as_of=TODAY)
    assert check_proof(proof, bundle=both.public).compared
    other = next(each for each in both.figures if each.definition.id != name and each.records)
    told = json.loads(proof) | {"receipt": _receipt_of(both, other.definition.id)}
    with pytest.raises(Fault):
        check_proof(json.dumps(told).encode(), bundle=both.public)


def _receipt_of(both: Both, name: str) -> str:
    manifest = json.loads(files_of(both.public)[naming.MANIFEST])
    return next(str(each["receipt"]) for each in manifest["figures"] if each["id"] == name)


@pytest.mark.parametrize("name", ["aukje", "ruben"])
def test_the_internal_one_has_a_right_of_its_own(looking: str, name: str) -> None:
    for make in (make_bundle, make_publication):
        with acting(somebody(name)), pytest.raises(Refused):
            make(DEFAULT, as_of=TODAY, base_url=SITE, demonstration=True)
    address = f"/rapportages/{DEFAULT}/bewijs-intern/?op=2019-04-15"
    assert browser(name).get(address).status_code == 404
