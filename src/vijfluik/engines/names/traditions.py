"""How one sound is spelled in different traditions of transliteration, as rules.

English sh, kh, u, y and j are Dutch sj, ch, oe, j and dj, French ch, kh, ou, y and dj, German sch,
ch, u, j and dsch. A rule maps letters to one or more classes; the longest rule that fits is taken.
Where letters may stand for several sounds a token gets several keys.

A rule may hold at the start (^) or at the end ($) of a token only. Capitals are classes of sounds:
S (sh), C (tsh), J (zh, dzh).
"""

VOWELS = {
    **dict.fromkeys(("a", "aa", "ae", "e"), ("a",)),
    **dict.fromkeys(
        ("i", "y", "ii", "iy", "yi", "yy", "ij", "ie", "ei", "eij", "ai", "ay"), ("i",)
    ),
    **dict.fromkeys(("ey", "aj", "ej", "iye", "ije", "yj", "aij", "eiy"), ("i",)),
    **dict.fromkeys(("o", "u", "oe", "oo", "ou", "uu", "eu"), ("u",)),
    **dict.fromkeys(
        ("aou", "awu", "awou", "aoo", "awoo", "aoe", "awoe", "aw", "au", "ao"), ("au",)
    ),
    **dict.fromkeys(("awa", "awe", "aoua"), ("ava",)),
    **dict.fromkeys(("awi", "awy", "aoui"), ("avi",)),
    **dict.fromkeys(("oua", "oue"), ("va",)),
    **dict.fromkeys(("ya", "ja", "ia", "iya", "ija", "iia", "iiya"), ("ia",)),
    **dict.fromkeys(("ye", "je", "eye", "aye", "eje", "aje", "eie"), ("a",)),
    **dict.fromkeys(("yo", "jo"), ("iu", "a")),
    **dict.fromkeys(("io", "iyo", "ijo"), ("iu",)),
    **dict.fromkeys(("yu", "ju", "iu", "you", "iou", "joe", "yoo", "joo", "iyu", "iju"), ("iu",)),
    **dict.fromkeys(("oy", "oi", "oj", "uy", "uj", "ui"), ("ui",)),
    "ee": ("i", "a"),
    "oui": ("vi",),
}

CONSONANTS = {
    **dict.fromkeys(
        ("shch", "sjtsj", "schtsch", "chtch", "szcz", "stsch", "sch", "sh", "sj"), ("S",)
    ),
    **dict.fromkeys(("tsch", "tsj", "tch", "cz", "tsh"), ("C",)),
    **dict.fromkeys(("dzj", "dzh", "dsch", "dj", "dsh", "zh", "zj"), ("J",)),
    **dict.fromkeys(("ts", "tz", "tc"), ("z",)),
    **dict.fromkeys(("f", "v", "w", "ph", "ff"), ("v",)),
    **dict.fromkeys(("k", "q", "c", "ck", "qu", "kk"), ("k",)),
    "ch": ("h", "C", "S"),
    "kh": ("h",),
    "h": ("h",),
    "gh": ("g", "h"),
    "g": ("g",),
    "gue": ("ga",),
    "gui": ("gi",),
    "x": ("ks",),
    "sz": ("S", "s"),
    "tj": ("C", "ti"),
    "dz": ("z", "J"),
    "j": ("J", "i"),
    "th": ("t", "s"),
    "dh": ("d",),
    "ce": ("sa", "Ca", "ka"),
    "ci": ("si", "Ci", "ki"),
    "cy": ("si", "ki"),
    "ic$": ("iC", "ik"),
    "ah$": ("a",),
    "eh$": ("a",),
    "ih$": ("i",),
    "oh$": ("u",),
    "uh$": ("u",),
    **{letter: (letter,) for letter in "bdlmnprstz0123456789"},
}

# The article before "din" is written in many ways inside one word: salahuddin, saladdin, seifeldin.
OF_FAITH = {
    f"{vowel}{middle}{ending}": ("adin",)
    for vowel in "aeou"
    for middle, endings in (
        ("ld", ("in", "een", "ine", "yn")),
        ("dd", ("in", "een", "ine", "yn")),
        ("d", ("in$", "een$", "ine$")),
    )
    for ending in endings
}

# Inside a run of names a servant name is the same with and without its article.
SERVANT = {
    **{f"abd{vowel}l": ("abd",) for vowel in ("a", "e", "i", "o", "u", "oe", "ou")},
    **{f"abd{vowel}rr": ("abdr",) for vowel in ("a", "e", "o", "u", "ou")},
    **dict.fromkeys(("abdallah", "abdullah", "abdellah", "abdalla", "abdulla"), ("abdala",)),
}

RULES: dict[str, tuple[str, ...]] = VOWELS | CONSONANTS | OF_FAITH | SERVANT
