"""Rows that hold for the programme as a whole: its forms of extremism, and what is counted."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.browser.reading import filled, read
from tests.site.people import MUNICIPALITY, POLICY_OFFICER, browser

import vijfluik
from vijfluik.core.facts import sources
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.counting import declare_source
from vijfluik.core.registers.kinds import choosing
from vijfluik.core.registers.registry import register_named, registers
from vijfluik.programme.offers import taxonomy
from vijfluik.programme.partnerships.vocabulary import StructureKind

SOURCE = Path(vijfluik.__file__).parent
# Not "other", which many lists have.
CODES = tuple(code for code in taxonomy.forms() if code != "other")
ANOTHER = """
[invented]
nl = "verzonnen"
en = "invented"
appeals_nl = "een verzonnen gedachte"
appeals_en = "an invented thought"
source_nl = "deze test"
source_en = "this test"
from = 2018-12-01
confirmed = true
"""


@pytest.mark.serves("X-01.4")
@pytest.mark.usefixtures("platform")
def test_a_form_is_added_in_a_list_and_treated_as_every_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = dict(taxonomy.forms())
    monkeypatch.setattr(taxonomy, "forms", lambda: {**known, **taxonomy.parse(ANOTHER)})
    # A process reads its lists once; here it reads them anew, and after this test as before.
    monkeypatch.setattr(choosing, "_known", {})
    client = browser(POLICY_OFFICER)
    form = filled(
        client.get("/aanbod/nieuw/"), organisation="ror", reference="F-1", kind="training",
        name="Over iets nieuws", themes=["extremism"], audience=["municipality"], contact="loket",
        forms=["invented"], valid_from=today().isoformat(),
    )  # fmt: skip
    assert client.post("/aanbod/nieuw/", form).status_code == 302
    told = read(browser(MUNICIPALITY).get("/aanbod/vormen/")).text
    # Each form, the new one among them, in the same sentence.
    assert [each for each in taxonomy.forms().values() if each.definition("nl") not in told] == []
    for code in ("invented", "left_wing"):
        found = read(client.get("/aanbod/", {"vorm": code})).text
        assert ("Over iets nieuws" in found) == (code == "invented")


def test_no_line_of_code_decides_by_a_form() -> None:
    """Lists name forms (`vocabulary.py`), and the demonstration and old migrations use them."""
    places = [
        str(file.relative_to(SOURCE))
        for file in SOURCE.rglob("*.py")
        if any(f'"{code}"' in file.read_text("utf-8") for code in CODES)
    ]
    decided = [
        each
        for each in places
        if not each.startswith("demo/") and "/migrations/" not in each and "vocabulary" not in each
    ]
    assert (bool(places), decided) == (True, [])


@pytest.mark.serves("X-11.3")
def test_people_are_counted_in_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_sources", dict(sources._sources))
    structures = register_named("structures")
    with pytest.raises(ValueError, match="never reads the row of a person"):
        declare_source(register_named("network_members"))
    as_people = replace(structures, persons=True, filed=False, reasons={"end": StructureKind})
    with pytest.raises(ValueError, match="never reads the row of a person"):
        declare_source(as_people)
    of_people = {register.thing for register in registers() if register.persons}
    assert of_people
    assert not of_people & set(sources._sources)
    assert declare_source(structures).name == "structures"
