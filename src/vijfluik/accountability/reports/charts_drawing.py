"""Drawing a specification: SVG from vl-convert, without a browser, without the network."""

from __future__ import annotations

import json
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from vijfluik.accountability.reports.charts_spec import Spec
from vijfluik.core.documents.structure import Language

_LOCALES: MappingProxyType[Language, Literal["nl-NL", "en-GB"]] = MappingProxyType(
    {Language.DUTCH: "nl-NL", Language.ENGLISH: "en-GB"}
)
_VERSION = "6.4"


def draw(spec: Spec, *, language: Language) -> bytes:
    """Return ``spec`` drawn as SVG; the same bytes for the same specification."""
    return _drawn(json.dumps(spec, ensure_ascii=False), language)


# A report is built for each look at it, each format and each line of a checklist, and drawing takes
# longer than all else of a page.
@lru_cache(maxsize=64)
def _drawn(spec: str, language: Language) -> bytes:
    # The library carries a JavaScript engine of 85 MB; a process that draws nothing skips it.
    import vl_convert

    svg: str = vl_convert.vegalite_to_svg(
        spec,
        vl_version=_VERSION,
        allowed_base_urls=[],
        format_locale=_LOCALES[language],
    )
    return svg.encode()
