"""Our own readings of Cyrillic and Greek letters, above the general ones of anyascii.

They follow the English tradition of passports (ICAO 9303 without its exceptions); the other
traditions meet it in the transliteration keys of `keys.py`.
"""

CYRILLIC = {
    **dict(zip("абвгдезиклмнопрстуф", "abvgdeziklmnoprstuf", strict=True)),
    "ё": "e",
    "ж": "zh",
    "й": "y",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ы": "y",
    "ь": "",
    "э": "e",
    "ю": "yu",
    "я": "ya",
    # Ukrainian, Belarusian
    "є": "ye",
    "і": "i",
    "ї": "yi",
    "ґ": "g",
    "ў": "u",
    # Serbian, Macedonian
    "ђ": "dj",
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ћ": "c",
    "џ": "dz",
    "ѓ": "gj",
    "ќ": "kj",
    "ѕ": "dz",
    # Kazakh, Tatar, Kyrgyz, Uzbek, Tajik, Azerbaijani, Mongolian
    "ә": "a",
    "ғ": "gh",
    "қ": "q",
    "ң": "ng",
    "ө": "o",
    "ұ": "u",
    "ү": "u",
    "һ": "h",
    "ҳ": "h",
    "ҷ": "j",
    "ӣ": "i",
    "ӯ": "u",
    "җ": "j",
    "ҹ": "j",
    "ҝ": "g",
    "ӏ": "",
}
"""One reading for each letter in lower case."""

GREEK = {
    **dict(zip("αβγδεζικλμνοπρστφω", "avgdeziklmnoprstfo", strict=True)),
    "η": "i",
    "θ": "th",
    "ξ": "x",
    "ς": "s",
    "υ": "y",
    "χ": "ch",
    "ψ": "ps",
    "ά": "a",
    "έ": "e",
    "ή": "i",
    "ί": "i",
    "ό": "o",
    "ύ": "y",
    "ώ": "o",
    "ϊ": "i",
    "ϋ": "y",
    "ΐ": "i",
    "ΰ": "y",
}
"""The reading of ELOT 743 for single letters."""

GREEK_PAIRS = {
    "ου": "ou",
    "ού": "ou",
    "αυ": "av",
    "αύ": "av",
    "ευ": "ev",
    "εύ": "ev",
    "μπ": "b",
    "ντ": "nt",
    "γκ": "gk",
    "γγ": "ng",
    "τζ": "tz",
}
"""Letters of Greek that are read together."""

LATIN = {"ß": "ss", "ø": "o", "ö": "o", "ü": "u", "ä": "a", "å": "a", "æ": "ae", "œ": "oe"} | {
    "þ": "th",
    "ð": "d",
    "đ": "d",
    "ł": "l",
    "ı": "i",
    "ə": "a",
    "ħ": "h",
    "ŋ": "ng",
}
"""Letters whose reading in names differs from what taking off the accent would give."""
