"""Synthetic names per naming tradition, to measure whether a list alerts on one more than another.

The label of a name is known because the name was made under it. Nothing here looks at a name that
somebody bears, and no name of a query is ever given a label.
"""

import importlib.resources
import random

SIZE = 2000
SEED = 1789


def traditions() -> dict[str, tuple[str, list[str], list[str], list[str]]]:
    """By tradition the form of its names, and the given, middle and family names in it."""
    file = importlib.resources.files(__package__) / "panels.txt"
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        label, form, given, middle, family = line.split("|")
        found[label] = (form, given.split(), middle.split(), family.split())
    return found


def patronymic(name: str) -> str:
    """A father's name as the second name of a son."""
    if name.endswith("y"):
        return name[:-1] + "ievich" if name.endswith("iy") else name[:-1] + "evich"
    if name.endswith(("a", "i")):
        return name[:-1] + "ich"
    return name + "ovich"


def one_name(
    source: random.Random, form: str, given: list[str], middle: list[str], family: list[str]
) -> str:
    """One name of a form."""
    words = []
    for letter in form.split():
        if letter == "G":
            words.append(source.choice(given))
        elif letter == "M":
            words.append(source.choice(middle))
        elif letter == "P":
            words.append(patronymic(source.choice(given)))
        elif letter == "J":
            # Some write two given syllables as one word, some as two.
            between = source.choice(("", " ", ""))
            words.append(source.choice(middle) + between + source.choice(given).lower())
        else:
            words.append(source.choice(family))
    return " ".join(words).replace("_", " ")


def panel(label: str, *, size: int = SIZE, seed: int = SEED) -> list[str]:
    """The names of a panel; the same seed gives the same. Names may come back, as in life."""
    form, given, middle, family = traditions()[label]
    source = random.Random(f"{seed} {label}")  # noqa: S311 - repeatable, and no secret
    return [one_name(source, form, given, middle, family) for _ in range(size)]
