"""Comparing what two formats of one document say."""

from __future__ import annotations

from tests.core.documents.reading import Grid, Said

# What a format does not hold: CSV has figures and tables only.
WITHOUT = {"csv": {"headings", "charts"}}


def compare(web: Said, other: Said, *, kind: str) -> None:
    """Hold that ``other`` says what the web page says; both must say something."""
    assert web.figures
    assert len(web.tables) > 1
    assert web.figures == other.figures
    if kind == "pdf":
        links = iter([link.replace("-", "") for link in other.links])
        told = [text.replace("-", "") for _, text in other.figures]
        assert all(text in links for text in told), "a figure is not on paper"
    left_out = WITHOUT.get(kind, set())
    if "headings" not in left_out:
        assert web.headings
        # Paper has a heading over its contents; a page has a navigation instead.
        read = [each for each in other.headings if each[1] not in {"Inhoud", "Contents"}]
        assert web.headings == read
    if "charts" not in left_out:
        assert web.charts
        assert web.charts == other.charts
    assert len(web.tables) == len(other.tables)
    for place, (own, found) in enumerate(zip(web.tables, other.tables, strict=True)):
        last = place == len(web.tables) - 1
        if kind == "json" and last:
            assert [row[1:2] for row in own[1:]] == found
        elif kind == "csv":
            assert _as_csv(web.bare[place], last=last) == found
        elif kind == "pdf":
            # Narrow columns on paper break words.
            assert _unbroken(own) == _unbroken(found)
        else:
            assert own == found


def _unbroken(grid: Grid) -> Grid:
    return [[cell.replace("-", "") for cell in row] for row in grid]


def _as_csv(grid: Grid, *, last: bool) -> Grid:
    """CSV names the headers of each cell, so it has no corner; of the annex it has the values."""
    if last:
        return [row[1:2] for row in grid[1:]]
    return [["", *grid[0][1:]], *grid[1:]]
