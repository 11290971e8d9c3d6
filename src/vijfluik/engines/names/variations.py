"""Ways in which names arrive changed, made by rule from listed ones: what recall is measured on.

Each maker takes a random source and the words of a name in small Latin letters, and answers the
changed name, or nothing where the kind does not apply.
"""

import random
import re
import string
from collections.abc import Callable, Sequence

Words = Sequence[str]
Maker = Callable[[random.Random, Words], str | None]

EXTRA = ("ahmed", "maria", "ali", "john", "ivan", "jose", "de", "hassan")
TRANSLITERATED = (
    ("mohammed", "muhammad"), ("ph", "f"), ("kh", "h"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("y", "i"), ("q", "k"), ("k", "c"), ("dh", "d"), ("th", "t"), ("w", "v"), ("ei", "ey"),
    ("ai", "ay"), ("iy", "i"), ("a", "e"), ("u", "o"), ("sh", "ch"), ("j", "dj"), ("zh", "j"),
)  # fmt: skip
DUTCH = (
    ("tch", "tsj"), ("zh", "zj"), ("sh", "sj"), ("kh", "ch"), ("ch", "tsj"), ("dzh", "dzj"),
    ("ou", "oe"), ("oo", "oe"), ("ee", "ie"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("q", "k"), ("x", "ks"), ("iy", "i"),
)  # fmt: skip
CYRILLIC = (
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"),
    ("ya", "я"), ("yo", "ё"), ("ye", "е"), ("iy", "ий"), ("ph", "ф"), ("th", "т"), ("dj", "дж"),
    ("x", "кс"), ("j", "дж"), ("y", "й"), ("h", "х"), ("w", "в"), ("q", "к"), ("c", "к"),
    *zip("abvgdezijklmnoprstuf", "абвгдезийклмнопрстуф", strict=True),
)  # fmt: skip
ARABIC = (
    ("abdul", "عبدال"), ("allah", "الله"), ("sh", "ش"), ("kh", "خ"), ("th", "ث"), ("dh", "ذ"),
    ("gh", "غ"), ("ch", "تش"), ("ou", "و"), ("oo", "و"), ("ee", "ي"), ("ai", "ي"), ("ay", "ي"),
    ("ei", "ي"), ("aa", "ا"), ("bb", "ب"), ("mm", "م"), ("ss", "س"), ("dd", "د"), ("ll", "ل"),
    ("nn", "ن"), ("tt", "ت"), ("b", "ب"), ("p", "ب"), ("t", "ت"), ("j", "ج"), ("h", "ه"), ("d",
    "د"), ("r", "ر"), ("z", "ز"), ("s", "س"), ("f", "ف"), ("v", "ف"), ("q", "ق"), ("k", "ك"),
    ("l", "ل"),
    ("m", "م"), ("n", "ن"), ("w", "و"), ("y", "ي"), ("g", "ج"), ("c", "ك"), ("x", "كس"),
)  # fmt: skip


def typo(source: random.Random, word: str) -> str:
    """One slip of the finger: a letter left out, doubled by another, replaced, or two swapped."""
    place = source.randrange(1, len(word)) if len(word) > 1 else 0
    letter = source.choice(string.ascii_lowercase)
    kind = source.randrange(4)
    if kind == 0:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return word[:place] + letter + word[place:]
    if kind == 2 and place + 1 < len(word):
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + letter + word[place + 1 :]


def with_typos(source: random.Random, words: Words, count: int) -> str | None:
    """The name with so many slips, in words of at least four letters."""
    made = list(words)
    places = [place for place, word in enumerate(made) if len(word) >= 4]
    if not places:
        return None
    for _ in range(count):
        place = source.choice(places)
        if len(made[place]) > 2:
            made[place] = typo(source, made[place])
    return " ".join(made)


def swapped(_: random.Random, words: Words) -> str | None:
    """The last word first."""
    return " ".join([words[-1], *words[:-1]]) if len(words) > 1 else None


def shuffled(source: random.Random, words: Words) -> str | None:
    """All words in another order."""
    made = list(words)
    source.shuffle(made)
    return " ".join(made) if len(words) > 1 else None


def without_middle(source: random.Random, words: Words) -> str | None:
    """One of the words in the middle left out."""
    if len(words) < 3:
        return None
    gone = source.randrange(1, len(words) - 1)
    return " ".join(word for place, word in enumerate(words) if place != gone)


def with_initial(_: random.Random, words: Words) -> str | None:
    """The first word by its initial."""
    return " ".join([words[0][0], *words[1:]]) if len(words) > 1 else None


def replaced(
    source: random.Random, text: str, rules: Sequence[tuple[str, str]], share: float
) -> str:
    """The text with rules applied from left to right, each with some chance; the first that
    fits.
    """
    made, place = [], 0
    while place < len(text):
        for old, new in rules:
            if text.startswith(old, place) and source.random() < share:
                made.append(new)
                place += len(old)
                break
        else:
            made.append(text[place])
            place += 1
    return "".join(made)


def transliterated(source: random.Random, words: Words) -> str | None:
    """Spelled after another tradition here and there."""
    text = " ".join(words)
    made = replaced(source, text, TRANSLITERATED, 0.3)
    return made if made != text else None


def joined(source: random.Random, words: Words) -> str | None:
    """Two neighbouring words written as one."""
    if len(words) < 2:
        return None
    place = source.randrange(len(words) - 1)
    return " ".join([*words[:place], words[place] + words[place + 1], *words[place + 2 :]])


def with_extra(source: random.Random, words: Words) -> str | None:
    """One common word more."""
    place = source.randrange(1, len(words)) if len(words) > 1 else 1
    return " ".join([*words[:place], source.choice(EXTRA), *words[place:]])


def swapped_with_typo(source: random.Random, words: Words) -> str | None:
    """The last word first, and one slip."""
    return with_typos(source, [words[-1], *words[:-1]], 1) if len(words) > 1 else None


def dutch(source: random.Random, words: Words) -> str | None:
    """Spelled as a Dutch ear writes it down: oe, sj, tsj, ch, ie, j and k."""
    text = " ".join(words)
    made = replaced(source, text, DUTCH, 0.9)
    made = re.sub(r"u(?!\w*oe)", "oe", made)
    made = re.sub(r"\bj(?=[aeiou])", "dj", made)
    made = re.sub(r"\by(?=[aeiou])", "j", made)
    made = re.sub(r"(?<=\w)y\b", "i", made)
    made = re.sub(r"c(?=[aou])", "k", made)
    return made if made != text else None


def cyrillic(source: random.Random, words: Words) -> str | None:
    """In Cyrillic letters, as a Russian clerk would write it."""
    return replaced(source, " ".join(words), CYRILLIC, 1.0)


def arabic(source: random.Random, words: Words) -> str | None:
    """In Arabic letters: long vowels written, of the short ones some."""
    made = []
    for word in words:
        if word in {"al", "el", "ul"}:
            made.append("ال")
            continue
        text = "ا" + word[1:] if word[0] in "aeiou" else word
        text = replaced(source, text, ARABIC, 1.0)
        text = re.sub("a", lambda _: "ا" if source.random() < 0.4 else "", text)
        text = re.sub("i", lambda _: "ي" if source.random() < 0.6 else "", text)
        text = re.sub("[ou]", lambda _: "و" if source.random() < 0.6 else "", text)
        made.append(text.replace("e", ""))
    return " ".join(made).replace("ال ", "ال")


def airline_joined(_: random.Random, words: Words) -> str | None:
    """The family name, and up to three given names run together, as in a booking."""
    if not 3 <= len(words) <= 4:
        return None
    return f"{words[-1]}/{''.join(words[:-1])}".upper()


def airline_titled(source: random.Random, words: Words) -> str | None:
    """The same with a title glued behind."""
    if not 2 <= len(words) <= 4:
        return None
    title = source.choice(("MR", "MRS", "MS", "MSTR", "MISS", "DR"))
    return f"{words[-1]}/{''.join(words[:-1])}{title}".upper()


KINDS: dict[str, Maker] = {
    "one typo": lambda source, words: with_typos(source, words, 1),
    "two typos": lambda source, words: with_typos(source, words, 2),
    "swapped": swapped,
    "shuffled": shuffled,
    "without a middle name": without_middle,
    "initial": with_initial,
    "transliteration": transliterated,
    "joined": joined,
    "an extra name": with_extra,
    "swapped with a typo": swapped_with_typo,
    "Dutch spelling": dutch,
    "Cyrillic": cyrillic,
    "Arabic": arabic,
    "airline, given names joined": airline_joined,
    "airline, title glued on": airline_titled,
}
"""Every kind of variation, under the name that certificates use."""


def make(kind: str, names: Sequence[str], *, count: int, seed: int) -> list[tuple[str, int]]:
    """Up to `count` changed names of a kind, each with the place of the name it was made from.

    Only names of two to six Latin words are changed, each at most once; the same seed gives the
    same.
    """
    source = random.Random(f"{seed} {kind}")  # noqa: S311 - repeatable, and no secret
    order = list(range(len(names)))
    source.shuffle(order)
    made = []
    for place in order:
        words = re.findall(r"[a-z]+", names[place].lower())
        if not 2 <= len(words) <= 6 or not re.fullmatch(r"[A-Za-z' .,()-]+", names[place]):
            continue
        changed = KINDS[kind](source, words)
        if changed is not None:
            made.append((changed, place))
        if len(made) == count:
            break
    return made
