"""Lists made for the tests: invented names, and a few that are spelled and written in many ways."""

import functools
import random

from vijfluik.engines.names import Attributes, Entry, Index, Name
from vijfluik.engines.names.panels import panel, traditions

KNOWN = {
    "sultan": ("SULTAN HASHIM AHMAD AL-TA'I", "سلطان هاشم أحمد الطائي"),
    "shcherbakov": ("Aleksandr Yevgenyevich SHCHERBAKOV", "Щербаков Александр Евгеньевич"),
    "rahman": ("Abdul Rahman Khalid AL-QAHTANI",),
    "hussein": ("Yusuf Hussein DJAMALOV",),
    "gazprom": ("Open Joint Stock Company Vostokgazprom",),
    "kim": ("KIM Jong Chol", "김종철"),
    "levi": ("Avraham LEVINSOHN", "אברהם לוינזון"),
    "papa": ("Παναγιώτης Παπαδόπουλος",),
    "three": ("Feodor Maksim Ruslan TERESHCHENKOV",),
}
BORN = {"rahman": Attributes(dob=("1971-03-05",), pob=("Mosul",), nationality=("Iraq",))}


def entries(*, invented: int = 40) -> list[Entry]:
    """The known entries, and so many invented ones per panel."""
    made = [
        Entry(
            id=key,
            list="test",
            schema="Organization" if key == "gazprom" else "Person",
            names=tuple(Name(text=text, kind="primary") for text in texts),
            attributes=BORN.get(key, Attributes()),
        )
        for key, texts in KNOWN.items()
    ]
    for label in traditions():
        for number, text in enumerate(panel(label, size=invented, seed=5)):
            made.append(
                Entry(
                    id=f"{label}-{number}",
                    list="test",
                    schema="Person",
                    names=(Name(text=text, kind="primary"),),
                )
            )
    return made


@functools.cache
def index() -> Index:
    """One index of these entries for all tests; it is only read."""
    return Index.build(entries())


def queries(*, count: int, seed: int) -> list[str]:
    """Names of which some are listed, changed in many ways."""
    from vijfluik.engines.names.variations import KINDS, make

    texts = [entry.names[0].text for entry in entries()]
    each = -(-count // (2 * len(KINDS)))
    made = [query for kind in KINDS for query, _ in make(kind, texts, count=each, seed=seed)]
    source = random.Random(seed)
    labels = list(traditions())
    while len(made) < count:
        made += panel(source.choice(labels), size=1, seed=source.randrange(1 << 30))
    return made[:count]
