"""A chart may draw and do nothing else."""

from __future__ import annotations

import pytest

from vijfluik.core.documents.svg import SvgError, for_paper, for_web, read_svg

HEAD = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'"


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<foreignObject/>",
        "<image href='https://x.nl/a.png'/>",
        "<use href='#a'/>",
        "<rect onclick='x'/>",
        "<rect style='fill:red'/>",
        "<rect fill='url(https://x.nl/a)'/>",
        "<style>*{}</style>",
        "<a xmlns='http://www.w3.org/1999/xhtml'/>",
    ],
)
def test_drawing_that_does_more_is_refused(inside: str) -> None:
    with pytest.raises(SvgError):
        read_svg(f"{HEAD}>{inside}</svg>".encode())


def test_declarations_are_refused() -> None:
    bomb = f"<!DOCTYPE svg [<!ENTITY a 'x'>]>{HEAD}>&a;</svg>"
    with pytest.raises(SvgError, match="declaration"):
        read_svg(bomb.encode())


def test_paper_sets_the_font_and_the_web_leaves_it_to_the_page() -> None:
    drawing = f"{HEAD}><text font-family='Liberation Sans'>é &lt;</text></svg>".encode()
    assert 'font-family="Libertinus Serif"' in for_paper(drawing, font="Libertinus Serif")
    web = for_web(drawing, label='a "b" <c>', prefix="f-")
    assert "font-family" not in web
    assert 'aria-label="a &quot;b&quot; &lt;c&gt;"' in web
    assert ">é &lt;</text>" in web
