"""The data files: complete, consistent, and refused with their place when they are not."""

import re
import shutil
from pathlib import Path

import pytest

from vijfluik.accountability.catalogue.library import FOLDER, catalogue, read_catalogue
from vijfluik.accountability.catalogue.links import KINDS, link_of, seen_from
from vijfluik.accountability.catalogue.located import CatalogueError
from vijfluik.core.items.areas import Area
from vijfluik.core.items.register import items

# Bullets per pattern in section 1 of the analysis of the source.
PATTERNS = {
    "P-ACC": 4, "P-SHARE": 3, "P-MEAS": 6, "P-CASE": 3, "P-REQ": 3, "P-TRAIN": 6, "P-KNOW": 5,
    "P-GRANT": 6, "P-EVAL": 4, "P-FIG": 5, "P-PART": 3,
}  # fmt: skip


def test_all_items_patterns_and_figures_are_there() -> None:
    held = catalogue()
    assert list(held.described) == list(items())
    assert len(held.described) == 117
    assert {key: len(pattern.rows) for key, pattern in held.patterns.items()} == PATTERNS
    figures = [name for entry in held.described.values() for name in entry.figures]
    assert sorted(figures) == sorted(held.figures)
    assert len(figures) == 115


def test_rows_of_patterns_are_inherited_per_item() -> None:
    held = catalogue()
    for key, entry in held.described.items():
        found = [demand.id for demand in held.demands_of(key)]
        inherited = sum(PATTERNS[name] for name in entry.patterns)
        shared = sum(len(held.described[other].rows) for other in entry.same_as)
        assert len(found) == len(entry.rows) + inherited + shared > 0
    assert held.demands["VK-02/P-GRANT.3"].row is held.patterns["P-GRANT"].rows[2]
    assert held.demands["VW-07/VW-06.3"].inherited
    assert not held.demands["VK-35.2"].inherited


def test_every_text_is_said_in_two_languages() -> None:
    held = catalogue()
    said = [entry.what for entry in held.described.values()]
    said += [demand.row.words for demand in held.demands.values()]
    for words in said:
        assert words.nl.strip()
        assert words.en.strip()
        assert words.nl[0] == words.nl[0].upper()
    assert not [words.nl for words in said if words.nl == words.en]


def test_an_item_is_tied_from_both_ends() -> None:
    assert link_of("has_part", at="X-08", other="VK-26") == link_of(
        "part_of", at="VK-26", other="X-08"
    )
    assert link_of("beside", at="VK-09", other="VK-08") == link_of(
        "beside", at="VK-08", other="VK-09"
    )
    links = [link_of("measures", at="VK-26", other="VK-25")]
    [(there, others)] = seen_from("VK-25", links=links)
    assert (there.en, others) == ("Evaluated by", ["VK-26"])
    [(back, others)] = seen_from("VK-26", links=links)
    assert (back.en, others) == ("Evaluates", ["VK-25"])
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_no_pair_is_tied_twice_in_one_way() -> None:
    seen = [(link.kind.name, frozenset(link.ends)) for link in catalogue().links]
    assert [each for each in seen if seen.count(each) > 1] == []


def test_an_item_never_stands_under_its_own_area_twice() -> None:
    for key, entry in catalogue().described.items():
        assert items()[key].area not in entry.also
        assert len(set(entry.also)) == len(entry.also)
    assert Area.PROTECT in catalogue().described["VK-22"].also


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The data files in a place where they may be spoilt."""
    return Path(shutil.copytree(FOLDER, tmp_path / "data"))


ACQUIRE, TRAININGS = "items/verwerven.toml", "claims/trainings.toml"
SPOILT = [
    (ACQUIRE, 'runs = ["aivd"]', 'runs = ["aivdd"]', "'aivdd' is unknown"),
    (ACQUIRE, 'feeds = ["VW-02"]', 'feeds = ["VW-99"]', "'VW-99' is unknown"),
    (ACQUIRE, 'feeds = ["VW-02"]', 'feedz = ["VW-02"]', "'feedz' is no kind of link"),
    (ACQUIRE, 'feeds = ["VW-02"]', 'feeds = ["VW-01"]', "it is linked to itself"),
    (ACQUIRE, 'patterns = ["P-SHARE"]', 'patterns = ["P-SHAR"]', "'P-SHAR' is unknown"),
    (ACQUIRE, 'figures = ["aivd-amb', 'figures = ["jep-start", "aivd-amb', "belongs to"),
    (ACQUIRE, 'ground = ["R44"]', 'ground = ["R51"]', "'R51' is unknown"),
    (ACQUIRE, 'lines = ["143-149"]', 'lines = ["143 tot 149"]', "names no lines"),
    (ACQUIRE, 'lines = ["143-149"]', "lines = []", "no line of the source"),
    (ACQUIRE, 'lines = ["143-149"]', 'linez = ["143-149"]', "'linez' means nothing"),
    (ACQUIRE, 'also = ["voorkomen", "vervolgen"]', 'also = ["verwerven"]', "its own area"),
    (ACQUIRE, 'also = ["voorkomen", "vervolgen"]', 'also = ["elders"]', "not a valid Area"),
    ("items/voorkomen-7-buitenland.toml", "[VK-48]", "[VK-99]", "no item has this key"),
    (ACQUIRE, "[VW-16]", "[VW-16", "verwerven.toml"),
    (ACQUIRE, '2 = ["Geen inhoud van', '9 = ["Geen inhoud van', "count from 1 upwards"),
    (
        "items/vervolgen-2-terugkeer.toml",
        'nl = "Afdeling, gev',
        'xl = "Afdeling, gev',
        "'xl' means",
    ),
    (
        "patterns.toml",
        '["Geld staat op een begrotingsregel", "',
        '["Geld", "", "',
        "in Dutch and one",
    ),
    ("actors.toml", 'aef = ["And', 'aef = ["", "And', "in Dutch and one"),
    (TRAININGS, '["VK-09.1"]', '["VK-09.9"]', "no row has this id"),
    (TRAININGS, '["VK-09.1"]', '["VK-09.3"]', "twice"),
    (TRAININGS, 'by = ["route:trainings:list"]', "by = []", "nothing is named"),
    (TRAININGS, 'items = ["VK-09", ', 'items = ["VK-05", ', "VK-05 does not inherit this row"),
    (TRAININGS, '"route:trainings:list"]', '"trainings list"]', "neither an address nor"),
    (TRAININGS, 'without = "empty"', 'without = "gone"', "Without"),
    (TRAININGS, '["VK-09.1"]\n', '["VK-09.1"]\ndata = "programme"\n', "across all areas"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), SPOILT)
def test_a_spoilt_file_is_refused_with_its_place(
    copy: Path, file: str, old: str, new: str, said: str
) -> None:
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueError, match=re.escape(said)) as caught:
        read_catalogue(copy, known=items())
    assert re.match(rf"({re.escape(file)}|items/[\w-]+\.toml):\d+: ", str(caught.value))


def test_the_line_is_that_of_the_fault(copy: Path) -> None:
    file = copy / ACQUIRE
    lines = file.read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if 'feeds = ["VW-02"]' in line)
    lines[at] = lines[at].replace("VW-02", "VW-99")
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(CatalogueError, match=rf"^{ACQUIRE}:{at + 1}: VW-01: "):
        read_catalogue(copy, known=items())


def test_an_item_without_ties_and_one_without_description_are_faults(copy: Path) -> None:
    file = copy / "items/voorkomen-7-buitenland.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('links = { beside = ["VK-44", "VK-47"] }\n', "", 1), "utf-8")
    with pytest.raises(CatalogueError, match="VK-53: it is linked to no other item"):
        read_catalogue(copy, known=items())
    file.write_text(text.partition("[VK-53]")[0], encoding="utf-8")
    with pytest.raises(CatalogueError, match="VK-53 is not described"):
        read_catalogue(copy, known=items())
