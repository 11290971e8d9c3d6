"""What stands outside the database is believed only as a whole, and set apart only on purpose."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from vijfluik.core.journal.hashing import NOTHING
from vijfluik.core.journal.heads import HeadBook, UnsoundHeadsError, newest, read
from vijfluik.core.journal.rewinding import AFTER, set_apart

OTHER = generate_private_key(SECP256R1())


def filled(folder: Path, *, lines: int = 3, newest_block: int = 4) -> HeadBook:
    """A book with a line per block and, where it reaches further, a newest head without one."""
    book = HeadBook(folder)
    for block in range(1, lines + 1):
        book.note(block=block, own=bytes([block]) * 32, events=block * 10, line=True)
    if newest_block > lines:
        book.note(block=newest_block, own=b"n" * 32, events=newest_block * 10, line=False)
    return book


def test_a_head_is_signed_and_linked_and_read_back_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert (HeadBook(folder).last, read(folder), newest([])) == (None, [], None)
    book = filled(folder)
    found = read(folder)
    assert [(head.block, head.events) for head in found] == [(1, 10), (2, 20), (3, 30), (4, 40)]
    assert found[0].previous == NOTHING
    assert len({head.previous for head in found}) == 4
    assert newest(found) == book.last == HeadBook(folder).last
    lines = (folder / "heads.jsonl").read_bytes().splitlines()
    assert len(lines) == 3
    told = json.loads(lines[1])
    assert dt.datetime.fromisoformat(told["time"]).tzinfo == dt.UTC
    del told["signature"]
    assert told == found[1].statement()
    assert [file.name for file in folder.glob("*half*")] == []
    # Whoever opens the book anew goes on with the same chain, behind a line that a power cut left.
    with (folder / "heads.jsonl").open("ab") as file:
        file.write(b'{"block":9')
    HeadBook(folder).note(block=5, own=b"5" * 32, events=50, line=True)
    assert [head.block for head in read(folder)] == [1, 2, 3, 5, 5]


def test_what_is_written_is_on_disk_when_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr("os.fsync", synced.append)
    book = HeadBook(tmp_path)
    assert len(synced) == 1
    book.note(block=1, own=b"a" * 32, events=1, line=True)
    assert len(synced) == 3
    book.note(block=2, own=b"b" * 32, events=2, line=False)
    assert len(synced) == 4


def test_the_key_is_made_once_and_its_public_half_again(tmp_path: Path) -> None:
    (tmp_path / "sealer.key.half").write_text("broken off")
    filled(tmp_path)
    key, public = (tmp_path / name for name in ("sealer.key", "sealer.pub"))
    before = key.read_bytes(), public.read_bytes()
    assert key.stat().st_mode & 0o777 == 0o600
    public.unlink()
    HeadBook(tmp_path)
    assert (key.read_bytes(), public.read_bytes()) == before


def altered(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def alter(folder: Path) -> None:
        file = folder / name
        file.write_bytes(change(file.read_bytes()))

    return alter


def _private() -> bytes:
    return OTHER.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _public() -> bytes:
    return OTHER.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda folder: (folder / "sealer.key").unlink(), "sealer.key is gone"),
        (lambda folder: (folder / "sealer.key").chmod(0o640), "can be read by others"),
        (altered("sealer.key", lambda _: _private()), "sealer.key is not an Ed25519 key"),
        (altered("sealer.pub", lambda _: _public()), "sealer.pub is not an Ed25519 key"),
        (altered("sealer.pub", lambda _: b"x"), "sealer.pub cannot be read"),
        (altered("head.json", lambda _: b"[]\n"), "head.json is no head"),
        (altered("head.json", lambda _: b'{"block":1}\n'), "head.json is no head"),
        (altered("head.json", lambda text: text.replace(b"40", b"41")), "head.json is not signed"),
        (
            altered("head.json", lambda text: text.replace(b'"signature":"', b'"signature":"x')),
            "head.json is not signed by sealer.pub",
        ),
        (
            altered("heads.jsonl", lambda text: text.replace(b":30,", b":31,")),
            "heads.jsonl, line 3 is not signed",
        ),
        (
            altered("heads.jsonl", lambda text: text.replace(b":10,", b":11,")),
            "heads.jsonl, line 2 does not follow",
        ),
    ],
)
def test_what_is_not_whole_is_not_believed(
    tmp_path: Path, change: Callable[[Path], None], words: str
) -> None:
    filled(tmp_path)
    change(tmp_path)
    with pytest.raises(UnsoundHeadsError, match=words):
        HeadBook(tmp_path)


def test_the_heads_of_what_a_restored_database_does_not_have_are_set_apart(tmp_path: Path) -> None:
    filled(tmp_path)
    lines = (tmp_path / "heads.jsonl").read_bytes().splitlines(keepends=True)
    last = (tmp_path / "head.json").read_bytes()
    assert set_apart(tmp_path, last_block=4) == 0
    assert not (tmp_path / AFTER).exists()
    assert set_apart(tmp_path, last_block=1) == 3
    assert (tmp_path / AFTER).read_bytes() == b"".join(lines[1:]) + last
    assert [head.block for head in read(tmp_path)] == [1]
    # Once more, to before the first block: what is there already stays.
    assert set_apart(tmp_path, last_block=0) == 1
    assert (tmp_path / AFTER).read_bytes() == b"".join([*lines[1:], last, lines[0]])
    assert set_apart(tmp_path, last_block=0) == 0


def test_a_newest_head_without_a_line_is_set_apart_too(tmp_path: Path) -> None:
    filled(tmp_path, lines=0, newest_block=1)
    assert set_apart(tmp_path, last_block=0) == 1
    assert read(tmp_path) == []
    assert (tmp_path / AFTER).read_bytes().count(b"\n") == 1
