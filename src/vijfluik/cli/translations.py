"""Are the translations complete: what the source says against what the catalogue holds.

Babel reads the Python, Django itself turns templates into something Babel can read; GNU gettext is
not needed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

# Function → which of its arguments are the text, its plural and (c) its context.
KEYWORDS: dict[str, tuple[int | tuple[int, int] | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence of the interface as it stands in the source."""

    text: str
    plural: str | None
    context: str | None
    place: str

    @property
    def id(self) -> str | tuple[str, str]:
        """The catalogue's key, beside the context."""
        return self.text if self.plural is None else (self.text, self.plural)


def catalogue_of(root: Path) -> Path:
    """The English catalogue of the checkout at `root`."""
    return root / "src" / "vijfluik" / "locale" / "en" / "LC_MESSAGES" / "django.po"


def sentences(root: Path) -> list[Sentence]:
    """Every sentence to translate in the source of the checkout, in order of place."""
    package = root / "src" / "vijfluik"
    found: list[Sentence] = []
    for file in sorted([*package.rglob("*.py"), *package.rglob("templates/**/*.*")]):
        if file.suffix not in {".py", ".html", ".txt"}:
            continue
        content = file.read_text(encoding="utf-8")
        if file.suffix != ".py":
            content = _as_python(content, name=str(file.relative_to(root)))
        found += _extracted(content, name=str(file.relative_to(root)))
    return found


def _as_python(template: str, *, name: str) -> str:
    """The sentences of a template as calls; its indentation would be an error in Python."""
    return "\n".join(line.lstrip() for line in templatize(template, origin=name).split("\n"))


def _extracted(content: str, *, name: str) -> Iterator[Sentence]:
    read = extract_python(BytesIO(content.encode()), KEYWORDS, [], {"encoding": "utf-8"})
    for line, function, texts, _comments in read:
        words = list(texts) if isinstance(texts, (list, tuple)) else [texts]
        places = KEYWORDS[str(function)] or (1,)
        context = next((words[at[0] - 1] for at in places if isinstance(at, tuple)), None)
        said = [words[at - 1] for at in places if isinstance(at, int) and at <= len(words)]
        # Words that are not literal, as in gettext(kind.label), are declared where they stand.
        if said and all(said):
            yield Sentence(
                text=str(said[0]),
                plural=str(said[1]) if len(said) > 1 else None,
                context=context,
                place=f"{name}:{line}",
            )


def faults(*, catalogue: Path, found: list[Sentence]) -> list[str]:
    """What is missing, obsolete, doubtful or broken, each with its place."""
    if not catalogue.exists():
        return [f"{catalogue}: there is no catalogue"]
    with catalogue.open("rb") as reading:
        held = read_po(reading, locale="en")
    entries = {(_first(entry), entry.context): entry for entry in held if entry.id}
    seen: set[tuple[str, str | None]] = set()
    said = []
    for sentence in found:
        key = (sentence.text, sentence.context)
        entry = entries.get(key)
        if key in seen:
            continue
        seen.add(key)
        if entry is None:
            said.append(f"{sentence.place}: missing: {sentence.text!r}")
        else:
            said += [f"{sentence.place}: {fault}" for fault in _faults_of(entry, sentence)]
    obsolete = [key for key in entries if key not in seen]
    return said + [f"{catalogue.name}: obsolete: {text!r}" for text, _context in obsolete]


def _faults_of(entry: Message, sentence: Sentence) -> Iterator[str]:
    if entry.fuzzy:
        yield f"marked fuzzy: {sentence.text!r}"
    if isinstance(entry.id, tuple) is not (sentence.plural is not None):
        yield f"plural in one of source and catalogue only: {sentence.text!r}"
        return
    translations = _forms(entry.string)
    originals = _forms(entry.id)
    if not all(translations):
        yield f"not translated: {sentence.text!r}"
        return
    for original, translation in zip(originals, translations, strict=True):
        if placeholders(original) != placeholders(translation):
            yield f"other placeholders in {translation!r} than in {original!r}"


def placeholders(text: str) -> list[str]:
    """The places that values are put in, in no order."""
    return sorted(PLACEHOLDER.findall(text.replace("%%", "")))


def _forms(text: object) -> list[str]:
    """Singular and plural, or the one text there is."""
    return [str(form) for form in text] if isinstance(text, (list, tuple)) else [str(text or "")]


def _first(entry: Message) -> str:
    return _forms(entry.id)[0]


def update(*, catalogue: Path, found: list[Sentence]) -> tuple[int, int]:
    """Add what is missing, untranslated, and take away what is obsolete.

    Returns:
        How many were added, how many taken away.
    """
    template = Catalog(locale="en")
    for sentence in found:
        place, _, _line = sentence.place.rpartition(":")
        template.add(sentence.id, context=sentence.context, locations=[(place, 0)])
    held = Catalog(locale="en")
    if catalogue.exists():
        with catalogue.open("rb") as reading:
            held = read_po(reading, locale="en")
    before = {(_first(entry), entry.context) for entry in held if entry.id}
    held.update(template, no_fuzzy_matching=True)
    after = {(_first(entry), entry.context) for entry in held if entry.id}
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    with catalogue.open("wb") as writing:
        write_po(
            writing, held, width=100, sort_output=True, ignore_obsolete=True, include_lineno=False
        )
    return len(after - before), len(before - after)
