"""Reading a page as its markup: words, links, and the form as a browser would send it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import html


@dataclass(frozen=True)
class Page:
    """What stands on a page.

    `links` leads from the words of a link to its address; where several links have the same words,
    `addresses` has them all.
    """

    text: str
    addresses: tuple[str, ...]
    links: Mapping[str, str]
    fields: Mapping[str, list[str]] = field(repr=False)

    def link(self, words: str) -> str:
        """The address of the first link with these words in it."""
        return next(url for text, url in self.links.items() if words in text)


def read(answer: Any) -> Page:
    """The page of an answer of Django's test client."""
    tree = html.fromstring(answer.content.decode())
    return Page(
        text=plain(tree),
        addresses=tuple(link.get("href", "") for link in tree.iter("a")),
        links={plain(link): link.get("href") for link in tree.iter("a")},
        fields=sent(tree),
    )


def plain(element: Any) -> str:
    """The words of an element with single spaces."""
    return " ".join(" ".join(element.itertext()).split())


def sent(tree: Any) -> dict[str, list[str]]:
    """What the form of the page sends; the small ones round every page do not count."""
    values: defaultdict[str, list[str]] = defaultdict(list)
    for form in tree.forms:
        if form.method != "POST" or form.get("action") is not None:
            continue
        for name, value in form.form_values():
            values[name].append(value)
    return dict(values)


def filled(answer: Any, **changes: object) -> dict[str, object]:
    """The form of a page as a browser would send it, with changes."""
    return {**read(answer).fields, **changes}
