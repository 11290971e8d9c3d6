"""A paragraph to take along, in two forms that both keep its figures bound.

Rich, for a letter or a message: every figure is a link to the page of its receipt. As text, for the
text of a report: the same links as `[406](https://…/cijfers/<id>/bewijs/<key>/)`, which the reader
of prose takes as the figure itself, so that the linter checks the words anew.
"""

import re
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from vijfluik.accountability.figures.permalink import permalink
from vijfluik.core.documents.inline import Emphasis, Figure, Inline, Link, Strong, plain_text
from vijfluik.core.documents.structure import Language

# What means something in prose; a backslash in front makes it a character again.
_MARKS = re.compile(r"([\\\[\]*{}])")


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A paragraph. key: its place on the page, for the address and for the script that copies."""

    key: str
    content: tuple[Inline, ...]
    language: Language
    site: str

    @property
    def rich(self) -> SafeString:
        """With links, for a letter or a message."""
        return format_html(
            '<p lang="{}">{}</p>', self.language, _rich(self.content, site=self.site)
        )

    @property
    def text(self) -> str:
        """For the text of a report."""
        return _text(self.content, site=self.site).strip()

    @property
    def words(self) -> str:
        """Without anything that binds."""
        return plain_text(self.content)


def address_of(figure: Figure, *, site: str) -> str:
    """Where a bound figure leads when it was taken along."""
    return f"{site}{permalink(figure=figure.key, receipt=figure.receipt)}"


def _rich(content: tuple[Inline, ...], *, site: str) -> SafeString:
    return format_html_join("", "{}", ((_rich_node(node, site=site),) for node in content))


def _rich_node(node: Inline, *, site: str) -> SafeString | str:
    match node:
        case Emphasis(inner):
            return format_html("<em>{}</em>", _rich(inner, site=site))
        case Strong(inner):
            return format_html("<strong>{}</strong>", _rich(inner, site=site))
        case Link(text, url):
            address = f"{site}{url}" if url.startswith("/") else url
            return format_html('<a href="{}">{}</a>', address, text)
        case Figure():
            return format_html(
                '<a href="{}" data-figure="{}" data-value="{}" data-receipt="{}">{}</a>',
                address_of(node, site=site),
                node.key,
                node.value,
                node.receipt,
                node.text,
            )
        case _:
            return node.text


def _text(content: tuple[Inline, ...], *, site: str) -> str:
    return "".join(_text_node(node, site=site) for node in content)


def _text_node(node: Inline, *, site: str) -> str:
    match node:
        case Emphasis(inner):
            return f"*{_text(inner, site=site)}*"
        case Strong(inner):
            return f"**{_text(inner, site=site)}**"
        case Link(text, url):
            address = f"{site}{url}" if url.startswith("/") else url
            return f"[{text}]({address})"
        case Figure():
            return f"[{node.text}]({address_of(node, site=site)})"
        case _:
            return _escaped(node.text)


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
