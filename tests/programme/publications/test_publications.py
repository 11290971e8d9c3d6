"""The acts on a publication, its line of predecessors, its editions and its reach."""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from tests.browser.reading import filled, read
from tests.programme.knowledge import (
    EDITOR,
    OFFICER,
    days_ago,
    edition,
    publication,
    published,
    reach,
    stepped,
)
from tests.site.people import browser, somebody

from vijfluik.core.access.gate import Refused
from vijfluik.core.lifecycle.models import Due
from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.faults import Invalid
from vijfluik.programme.publications.in_force import in_force
from vijfluik.programme.publications.models import Edition, Reach


def due(record: Any, *, who: str = EDITOR) -> dict[str, dt.date]:
    with acting(somebody(who)):
        rows = Due.objects.filter(object_key=record.key, closed_at__isnull=True)
        return dict(rows.values_list("kind", "due_on"))


def fields(caught: pytest.ExceptionInfo[Invalid]) -> set[str]:
    return {fault.field for fault in caught.value.faults}


def test_nobody_publishes_what_nobody_else_has_read(platform: str) -> None:
    made = publication()
    stepped("publications", made, "submit", by=EDITOR, submitted_on=today())
    assert due(made) == {"read": today() + dt.timedelta(days=14)}
    days: dict[str, Any] = {
        "published_on": today(), "review_on": today(), "accessibility": "fully",
    }  # fmt: skip
    with pytest.raises(Invalid, match="zelf voorgesteld"):
        stepped("publications", made, "publish", by=EDITOR, **days)
    assert stepped("publications", made, "publish", by=OFFICER, **days).state == "published"
    assert due(made) == {"review": today()}
    later = today() + dt.timedelta(days=700)
    stepped("publications", made, "reconfirm", by=EDITOR, review_on=later)
    assert due(made) == {"review": later}


def test_a_revision_appears_with_a_second_reader_and_the_old_day_stays(platform: str) -> None:
    made = published(on=days_ago(5))
    revised = stepped("publications", made, "revise", by=EDITOR, reason="Nieuwe inzichten")
    assert revised.published_on == days_ago(5)
    with pytest.raises(Invalid, match="zelf voorgesteld"):
        stepped("publications", made, "republish", by=EDITOR, review_on=today())
    again = stepped("publications", made, "republish", by=OFFICER, review_on=today())
    assert (again.state, again.published_on) == ("published", days_ago(5))


def test_what_is_replaced_keeps_its_day_and_the_line_has_no_loop(platform: str) -> None:
    first = published(title="Eerste", reference="EEN")
    second = publication(title="Tweede", predecessor=first.key, begun_on=days_ago(30))
    assert second.predecessor_id == first.key
    with pytest.raises(Invalid) as caught:
        publication(title="Vroeger", predecessor=first.key, begun_on=days_ago(90))
    assert fields(caught) == {"predecessor"}
    gone = stepped("publications", first, "supersede", by=EDITOR, ended_on=today())
    assert (gone.state, gone.ended_on) == ("superseded", today())
    page = read(browser(EDITOR).get(f"/publicaties/{first.key}/"))
    assert "Tweede" in page.text


def test_an_edition_stands_with_its_publication_in_frame_level_and_number(platform: str) -> None:
    guide = published()
    threat = published(kind="threat_assessment", item="X-03")
    for of, content, wrong in (
        (guide, {"frame": "threat", "number": 1}, "frame"),
        (threat, {}, "frame"),
        (guide, {"level": "4"}, "level"),
        (threat, {"frame": "threat"}, "number"),
    ):
        with pytest.raises(Invalid) as caught:
            edition(of, **content)
        assert wrong in fields(caught)
    strategy = published(kind="strategy", item="X-02")
    with pytest.raises(Invalid) as caught:
        edition(strategy, frame="strategy")
    assert fields(caught) == {"valid_from"}


def test_the_database_keeps_an_edition_with_the_owner_of_its_publication(platform: str) -> None:
    made = published()
    with pytest.raises(Invalid) as caught:
        edition(made, by=OFFICER, owner="ess")
    assert fields(caught) == {"publication"}
    with acting(somebody(OFFICER)), pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.create(
            organisation_id="ess", publication_id=made.key, reference="X", title="X",
            begun_on=today(),
        )  # fmt: skip
    with pytest.raises(Refused):
        edition(made, by="jorrit", owner="nctv")


def test_everybody_of_the_programme_knows_what_held_on_a_day(platform: str) -> None:
    threat = published(kind="threat_assessment", item="X-03")
    for number, days in ((48, 30), (49, 10)):
        made = edition(threat, frame="threat", number=number, level="4", begun_on=days_ago(31))
        stepped("editions", made, "publish", by=EDITOR, published_on=days_ago(days))
    edition(threat, frame="threat", number=50, level="4")
    strategy = published(kind="strategy", item="X-02")
    held = edition(
        strategy, frame="strategy", valid_from=days_ago(29), valid_until=days_ago(2), number=1
    )
    stepped("editions", held, "publish", by=EDITOR, published_on=days_ago(29))
    with acting(somebody("daan")):
        found = [in_force(on=days_ago(days)) for days in (40, 20, 10, 0)]
        # A draft, and everything else of the register, stays with its owner.
        assert {each.number for each in Edition.objects.all()} == {48, 49, 1}
    assert [each.threat.number if each.threat else None for each in found] == [None, 48, 49, 49]
    assert [bool(each.strategy) for each in found] == [False, True, True, False]
    with acting(somebody("gijs")), pytest.raises(Refused):
        in_force(on=today())
    page = read(browser("daan").get("/programma/onderdeel/vk-13/", {"dag": str(days_ago(20))}))
    assert "Uitgave (niveau 4 substantieel, verschenen" in page.text


def test_possible_and_measured_stand_apart(platform: str) -> None:
    module = published(code="module", item="VK-36")
    made = reach(module, potential=100, unit="schools")
    assert due(made) == {"measure": days_ago(31) + dt.timedelta(days=60)}
    with pytest.raises(Invalid) as caught:
        stepped("reach", made, "measure", by=EDITOR, realised=101, measured_on=today(),
                method="stated")  # fmt: skip
    assert fields(caught) == {"realised"}
    with pytest.raises(Invalid) as caught:
        stepped("reach", made, "measure", by=EDITOR, realised=40)
    assert fields(caught) == {"measured_on", "method"}
    told = stepped(
        "reach", made, "measure", by=EDITOR, realised=40, measured_on=today(), method="stated"
    )
    assert (told.potential, told.realised) == (100, 40)
    taken = stepped("reach", made, "remeasure", by=EDITOR, reason="Dubbel geteld")
    assert (taken.potential, taken.realised, taken.state) == (100, None, "estimated")
    with pytest.raises(Invalid) as caught:
        reach(module, code="ander")
    assert fields(caught) == {"code"}


def test_pupils_are_never_counted(platform: str) -> None:
    made = reach(published(code="module", item="VK-36"), potential=100_000, unit="pupils")
    told: dict[str, Any] = {"realised": 3, "measured_on": today(), "method": "stated"}
    with pytest.raises(Invalid) as caught:
        stepped("reach", made, "measure", by=EDITOR, **told)
    assert fields(caught) == {"realised"}
    with acting(somebody(EDITOR)), pytest.raises(DatabaseError), transaction.atomic():
        Reach.objects.filter(key=made.key).update(state="measured", **told)


def test_a_publication_is_begun_read_and_published_by_its_pages(platform: str) -> None:
    editor, officer = browser(EDITOR), browser(OFFICER)
    form = filled(
        editor.get("/publicaties/nieuw/"), title="Handreiking wijk", reference="W-1", kind="guide",
        item="VK-05", audience="municipality",
    )  # fmt: skip
    made = read(editor.post("/publicaties/nieuw/", form, follow=True))
    assert "Volgende stap: ter beoordeling leggen." in made.text
    submit = made.link("Ter beoordeling leggen")
    sent = read(editor.post(submit, filled(editor.get(submit)), follow=True))
    publish = sent.link("Publiceren")
    assert editor.post(publish, filled(editor.get(publish))).status_code == 422
    tested = filled(officer.get(publish), accessibility="fully")
    done = read(officer.post(publish, tested, follow=True))
    assert "W-1: gepubliceerd." in done.text
    listed = read(editor.get("/publicaties/", {"onderdeel": "vk-05", "zoek": "wijk"}))
    assert "1 publicatie" in listed.text
