"""Every pair of colours that the interface uses can be read, in both themes."""

from itertools import combinations, pairwise

import pytest

from vijfluik.ui.contrast import (
    DEFICIENCIES,
    THEMES,
    contrast,
    difference,
    lightness,
    palette,
)
from vijfluik.ui.panels import Panel

GROUNDS = ["ground", "surface", "sunken"]
TONES = ["positive", "info", "warning", "negative", "neutral"]

TEXT = [
    *[(text, ground) for text in ("text", "text-muted", "link") for ground in GROUNDS],
    *[(f"{panel}-text", ground) for panel in Panel for ground in (*GROUNDS, f"{panel}-tint")],
    *[(f"{panel}-on", f"{panel}-deep") for panel in Panel],
    *[(tone, f"{tone}-tint") for tone in TONES],
    *[("text", f"{tone}-tint") for tone in TONES],
    *[("link", f"{tone}-tint") for tone in TONES],
    ("negative", "surface"),
    ("negative", "ground"),
    ("positive", "surface"),
    ("positive", "ground"),
    ("warning", "surface"),
    ("on-action", "action"),
    ("on-action", "action-hover"),
    ("on-danger", "danger"),
    ("on-danger", "danger-hover"),
    ("text", "mark"),
    ("focus-outer", "focus-inner"),
]
GRAPHICS = [
    *[(str(panel), ground) for panel in Panel for ground in ("ground", "surface")],
    *[("line-control", ground) for ground in ("ground", "surface")],
    *[("focus-outer", ground) for ground in GROUNDS],
    *[("focus-outer", f"{tone}-tint") for tone in TONES],
    ("action", "surface"),
    ("action", "ground"),
    ("danger", "surface"),
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_has_a_contrast_of_at_least_four_and_a_half(
    theme: str, text: str, ground: str
) -> None:
    colours = palette(theme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("graphic", "ground"), GRAPHICS)
def test_graphics_and_controls_have_a_contrast_of_at_least_three(
    theme: str, graphic: str, ground: str
) -> None:
    colours = palette(theme)
    assert contrast(colours[graphic], colours[ground]) >= 3


def test_words_and_marks_on_the_frame_are_read_in_its_dark_theme() -> None:
    colours = palette("dark")
    for name in ("text", "gold", "link"):
        assert contrast(colours[name], colours["frame"]) >= 4.5
    for name in (*Panel, "line-control"):
        assert contrast(colours[name], colours["frame"]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_the_five_panels_differ_in_grey(theme: str) -> None:
    colours = palette(theme)
    steps = sorted(lightness(colours[panel]) for panel in Panel)
    assert min(lighter - darker for darker, lighter in pairwise(steps)) >= 6


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_the_five_panels_differ_for_the_colour_blind(theme: str, deficiency: str) -> None:
    colours = palette(theme)
    distances = [
        difference(colours[one], colours[other], deficiency=deficiency)
        for one, other in combinations(Panel, 2)
    ]
    assert min(distances) >= 0.07


def test_every_colour_token_is_declared_once_for_both_themes() -> None:
    assert palette("light").keys() == palette("dark").keys()
    assert len(palette("light")) >= 50
