"""What a password may not be: hardly more than words of the context, or one that leaked."""

import hashlib
import random
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from vijfluik.core.accounts.breached import BadList, BreachedValidator, examined, leaked
from vijfluik.core.accounts.context import FILE, ContextValidator, carried, folded, listed, names


def hashed(word: str) -> str:
    return hashlib.sha1(word.encode(), usedforsecurity=False).hexdigest().upper()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list of 2,000 passwords that leaked, in the form in which they are offered."""
    chance = random.Random(5)
    lines = sorted(f"{hashed(f'wachtwoord {n}')}:{chance.randrange(1, 10**6)}" for n in range(2000))
    made = tmp_path / "leaked.txt"
    made.write_text("\r\n".join(lines) + "\r\n")
    return made


def test_each_password_of_the_list_is_found_and_no_other(file: Path) -> None:
    examined(file)
    assert [n for n in range(2000) if not leaked(f"wachtwoord {n}", file=file)] == []
    assert [n for n in range(500) if leaked(f"geen wachtwoord {n}", file=file)] == []
    with pytest.raises(ValidationError):
        BreachedValidator(file=str(file)).validate("wachtwoord 7")
    BreachedValidator().validate("wachtwoord 7")


def test_a_list_without_counts_or_a_last_line_end_is_read_as_well(tmp_path: Path) -> None:
    made = tmp_path / "leaked.txt"
    made.write_text("\n".join(sorted(hashed(f"w{n}").lower() for n in range(9))))
    assert all(leaked(f"w{n}", file=made) for n in range(9))
    assert not leaked("w9", file=made)


@pytest.mark.parametrize("content", ["", "geen hash\n", f"{'F' * 40}:1\n{'0' * 40}:1\n" * 80])
def test_a_list_that_cannot_be_used_is_refused(tmp_path: Path, content: str) -> None:
    made = tmp_path / "leaked.txt"
    made.write_text(content)
    with pytest.raises(BadList):
        examined(made)
    with pytest.raises(FileNotFoundError):
        leaked("x", file=tmp_path / "weg")


@pytest.mark.parametrize(
    "password",
    ["Vijfluik-2026!", "V1jfl.u1k NCTV 26", "Ministerie van Justitie", "gemeente Oosterlo 2026",
     "Welkom01 Nederland", "T3rr0r1sme&Polari$atie"],
)  # fmt: skip
def test_words_of_the_context_carry_no_length(platform: str, password: str) -> None:
    with pytest.raises(ValidationError, match="tellen niet mee"):
        ContextValidator().validate(password)


@pytest.mark.parametrize(
    "password", ["vier woorden op een rij", "in Oosterlo fluit geen merel meer", "kZ9!fq-Lp27#xw"]
)
def test_a_sentence_in_which_such_a_word_occurs_will_do(platform: str, password: str) -> None:
    ContextValidator().validate(password)


def test_the_list_is_folded_once_and_holds_the_names_of_this_installation(platform: str) -> None:
    assert len(listed()) > 80
    assert all(word == folded(word) and len(word) >= 3 for word in listed())
    assert {"jenv", "oosterlo"} <= listed() | names()
    assert carried("vijfluik abc", words=listed()) == 3
    assert FILE.exists()
