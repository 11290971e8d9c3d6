"""Arabic and Hebrew letters, which write consonants and long vowels only.

Each letter becomes one byte from 128, so that such a token is never mistaken for a Latin one. What
a letter may sound as in Latin script stands in `SOUNDS`: the first is what explanations show.
"""

FIRST = 128

ARABIC = {
    "ا": 128, "أ": 128, "إ": 128, "آ": 128, "ٱ": 128, "ى": 129, "ب": 130, "ت": 131, "ث": 132,
    "ج": 133, "ح": 134, "خ": 135, "د": 136, "ذ": 137, "ر": 138, "ز": 139, "س": 140, "ش": 141,
    "ص": 142, "ض": 143, "ط": 144, "ظ": 145, "ع": 146, "غ": 147, "ف": 148, "ق": 149, "ك": 150,
    "ک": 150, "ل": 151, "م": 152, "ن": 153, "ه": 154, "و": 155, "ي": 156, "ة": 157, "پ": 158,
    "چ": 159, "ژ": 160, "گ": 161, "ڤ": 162, "ی": 156, "ے": 156, "ئ": 156, "ؤ": 155, "ہ": 154,
    "ھ": 154, "ۀ": 154, "ە": 154, "ں": 153, "ٹ": 131, "ڈ": 136, "ڑ": 138, "ڭ": 161, "ڳ": 161,
    "ې": 156, "ۍ": 156, "ړ": 138, "ږ": 160, "ښ": 141, "ځ": 139, "څ": 140, "ډ": 136, "ټ": 131,
    "ڼ": 153, "ۇ": 155, "ۆ": 155, "ۋ": 155, "ێ": 156,
}  # fmt: skip
"""Arabic letters, those of Persian, Urdu, Pashto, Kurdish and Uyghur included."""

ARABIC_SILENT = "ءـًٌٍَُِّْٰٕٓٔ"
"""Hamza, stretching, and the signs of short vowels: not written consistently, so not compared."""

HEBREW = {
    "א": 170, "ב": 171, "ג": 161, "ד": 136, "ה": 154, "ו": 173, "ז": 139, "ח": 174, "ט": 144,
    "י": 156, "כ": 175, "ך": 175, "ל": 151, "מ": 152, "ם": 152, "נ": 153, "ן": 153, "ס": 140,
    "ע": 176, "פ": 177, "ף": 177, "צ": 178, "ץ": 178, "ק": 150, "ר": 138, "ש": 179, "ת": 131,
}  # fmt: skip
"""Hebrew letters; those that sound as an Arabic one share its code."""

SOUNDS: dict[int, tuple[str, ...]] = {
    128: ("a", "i", "u"), 129: ("a", "i"), 130: ("b", "p"), 131: ("t",), 132: ("th", "s", "t"),
    133: ("j", "g", "y", "ch", "c"), 134: ("h",), 135: ("kh", "h", "k", "ch"), 136: ("d",),
    137: ("dh", "z", "d", "th"), 138: ("r",), 139: ("z",), 140: ("s",), 141: ("sh", "s", "ch"),
    142: ("s",), 143: ("d", "z", "dh"), 144: ("t",), 145: ("z", "dh", "d", "th"),
    146: ("a", "i", "u"), 147: ("gh", "g", "k", "q"), 148: ("f", "v", "p"), 149: ("q", "k", "g",
    "gh"), 150: ("k", "q", "c"), 151: ("l",), 152: ("m",), 153: ("n",), 154: ("h", "a"),
    155: ("w", "u", "v"), 156: ("y", "i", "a"), 157: ("a", "h", "t"), 158: ("p",),
    159: ("ch", "sh"), 160: ("zh", "j", "g"), 161: ("g", "k", "gh"), 162: ("v", "f"), 170: ("a",
    "i", "u"), 171: ("b", "v"), 173: ("v", "u", "w"), 174: ("h", "kh", "ch"),
    175: ("k", "kh", "ch", "h"),
    176: ("a", "i", "u"), 177: ("p", "f"), 178: ("ts", "z", "s"), 179: ("sh", "s"),
}  # fmt: skip
"""What each code may be written as in Latin script, as phonemes of `PHONEMES`."""

WEAK = frozenset({128, 129, 146, 154, 155, 156, 157, 170, 173, 176})
"""Codes that may stand for a vowel, or for nothing."""

PHONEMES = (
    *("a", "i", "u", "w", "y", "h", "b", "p", "t", "th", "j", "kh", "d", "dh", "r", "z", "s", "sh"),
    *("gh", "f", "v", "q", "k", "l", "m", "n", "ch", "zh", "g", "ts", "c"),
)
"""The sounds a Latin token is read as before it is laid beside such letters."""

NUMBER = {phoneme: place for place, phoneme in enumerate(PHONEMES)}

READINGS = {
    "tsch": "ch",
    "tsj": "ch",
    "tch": "ch",
    "ch": "ch",
    "sch": "sh",
    "sh": "sh",
    "sj": "sh",
    "th": "th",
    "dh": "dh",
    "kh": "kh",
    "gh": "gh",
    "ph": "f",
    "dj": "j",
    "dzh": "j",
    "dzj": "j",
    "zh": "zh",
    "ts": "ts",
    "tz": "ts",
    "ck": "k",
    "qu": "q",
    "oo": "u",
    "ou": "u",
    "oe": "u",
    "ee": "i",
    "ie": "i",
    "ij": "i",
    "a": "a",
    "e": "a",
    "i": "i",
    "o": "u",
    "u": "u",
    "y": "y",
    **{letter: letter for letter in "bcdfghjklmnpqrstvwz"},
}
"""Letters of Latin script, read together where they sound together (x is read as k and s)."""

SKELETON = {
    "b": "b",
    "p": "b",
    "t": "t",
    "th": "t",
    "j": "g",
    "g": "g",
    "gh": "g",
    "zh": "g",
    "kh": "k",
    "q": "k",
    "k": "k",
    "d": "d",
    "dh": "d",
    "r": "r",
    "z": "z",
    "s": "s",
    "sh": "s",
    "f": "f",
    "v": "f",
    "l": "l",
    "m": "m",
    "n": "n",
    "ch": "s",
    "ts": "z",
    "c": "k",
}
"""The consonant classes by which candidates are found; vowels, h, w and y leave no trace."""

# Which classes a code may leave, for codes where the sounds disagree; the others leave one.
SKELETONS: dict[int, tuple[str, ...]] = {
    132: ("t", "s"), 133: ("g", ""), 135: ("k", ""), 137: ("z", "d"), 143: ("d", "z"),
    145: ("z", "d"), 147: ("g", "k"), 149: ("k", "g"), 148: ("f", "b"), 159: ("s",), 160: ("g",),
    161: ("g", "k"), 141: ("s",), 171: ("b", "f"), 155: ("", "f"), 173: ("", "f"), 174: ("", "k"),
    175: ("k", ""), 157: ("", "t"), 177: ("b", "f"), 178: ("z", "s"), 128: ("",), 129: ("",), 134:
    ("",), 146: ("",), 154: ("",), 156: ("",), 170: ("",), 176: ("",),
}  # fmt: skip


def classes(code: int) -> tuple[str, ...]:
    """The consonant classes a code may leave in a skeleton, the usual one first."""
    if code in SKELETONS:
        return SKELETONS[code]
    return (SKELETON[SOUNDS[code][0]],)


def shown(token: bytes) -> str:
    """A token in Latin letters for a person to read; other tokens as they are."""
    return "".join(SOUNDS[byte][0] if byte >= FIRST else chr(byte) for byte in token)
