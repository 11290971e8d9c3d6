"""An award and its evaluation lead to each other, and say how far evaluating is."""

from typing import Any

import pytest
from tests.browser.reading import filled, read
from tests.programme.grants import world
from tests.programme.grants.conftest import Keys
from tests.programme.knowledge import days_ago, evaluation, recorded, stepped
from tests.site.people import browser, somebody

from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.faults import Invalid
from vijfluik.programme.evaluations.maturity import KINDS, Rung, counted, rung_of
from vijfluik.programme.grants.models import Award
from vijfluik.programme.trainings.models import Course

AWARD, PARTNERSHIP, TRAINING = KINDS


def award_of(keys: Keys, name: str = "programme award") -> Award:
    with acting(somebody("noor" if name.startswith("programme") else "thirza")):
        return Award.objects.get(key=keys[name])


def rung(award: Award) -> Rung | None:
    with acting(somebody("noor")):
        return rung_of(AWARD, key=award.key)


def test_an_award_climbs_from_no_plan_to_a_study_of_effect(keys: Keys) -> None:
    award = award_of(keys)
    assert rung(award) == Rung.NONE
    for kind, reached in (("process", Rung.PROCESS), ("effect", Rung.EFFECT)):
        before = rung(award)
        study = world.evaluated(award, kind=kind)
        assert rung(award) == (Rung.PLAN if before == Rung.NONE else before)
        stepped("evaluations", study, "start", by="hanneke", started_on=days_ago(90))
        stepped("evaluations", study, "deliver", by="hanneke", delivered_on=days_ago(20))
        public: dict[str, Any] = {
            "published_on": today(),
            "maturity": "tested",
            "conclusions": "Wat eruit kwam.",
        }
        stepped("evaluations", study, "publish", by="hanneke", **public)
        assert rung(award) == reached
    with acting(somebody("noor")):
        # The fund's awards are evaluated on its side of the wall, and not counted for the ministry.
        assert counted(AWARD, item="VK-02")[Rung.EFFECT] == 1
        assert not any(counted(AWARD, item="VK-35").values())


def test_both_pages_lead_to_the_other_and_the_item_tells_how_many_stand_where(keys: Keys) -> None:
    award = award_of(keys)
    visitor = browser("noor")
    page = visitor.get(f"/toekenningen/{award.key}/").content.decode()
    assert "Geen plan" in page
    address = f"/evaluaties/nieuw/?award={award.key}"
    assert address in page
    form = filled(
        visitor.get(address), reference="E-1", kind="process", commissioner="jenv",
        evaluators="leiden", due_on="2030-01-01",
    )  # fmt: skip
    assert (form["item"], form["organisation"]) == (["VK-02"], ["jenv"])
    made = visitor.post(address, form, follow=True).content.decode()
    assert f"/toekenningen/{award.key}/" in made
    page = visitor.get(f"/toekenningen/{award.key}/").content.decode()
    assert f"Evaluatie van {award.title}" in page
    item = visitor.get("/programma/onderdeel/vk-02/").content.decode()
    assert "/evaluaties/rijpheid/?soort=toekenningen&amp;onderdeel=vk-02&amp;trede=plan" in item
    listed = visitor.get("/evaluaties/rijpheid/?soort=toekenningen&onderdeel=vk-02&trede=plan")
    assert award.title in read(listed).text
    empty = visitor.get("/evaluaties/rijpheid/?soort=toekenningen&onderdeel=vk-02&trede=effect")
    assert "Niets op deze trede" in read(empty).text
    # Who does not see every evaluation would read "no plan" where there is one.
    assert browser("daan").get("/evaluaties/rijpheid/").status_code == 404
    assert "Hoe ver het evalueren is" not in read(
        browser("daan").get(f"/toekenningen/{award.key}/")
    ).text  # fmt: skip


def test_who_evaluates_an_award_reads_which_it_is_and_not_its_page(keys: Keys) -> None:
    award = award_of(keys)
    study = evaluation(by="hanneke", owner="wodc", subject_item="", award=award.key, item="VK-02")
    visitor = browser("marleen")
    page = visitor.get(f"/evaluaties/{study.key}/").content.decode()
    assert award.title in page
    assert f"/toekenningen/{award.key}/" not in page
    assert visitor.get(f"/toekenningen/{award.key}/").status_code == 404
    assert stepped("evaluations", study, "start", by="marleen", started_on=days_ago(9)).state
    with acting(somebody("marleen")):
        assert list(Award.objects.values_list("key", flat=True)) == [award.key]


def test_a_partnership_and_a_training_are_evaluated_too_and_one_thing_at_a_time(
    keys: Keys,
) -> None:
    partnership = recorded(
        "partnerships", by="hanneke", owner="jenv", name="Proef in twee regio's", item="VK-19",
        kind="pilot", goal="Leren", ground="Afspraak", criteria="Bereik", decided_on=days_ago(99),
        evaluate_on=days_ago(1),
    )  # fmt: skip
    of = {"by": "hanneke", "owner": "jenv", "subject_item": "", "item": "VK-19"}
    with pytest.raises(Invalid) as caught:
        evaluation(**of, partnership=partnership.key, award=award_of(keys).key)
    assert {fault.field for fault in caught.value.faults} == {"partnership"}
    evaluation(**of, partnership=partnership.key)
    with acting(somebody("noor")):
        assert counted(PARTNERSHIP, item="VK-19")[Rung.PLAN] == 1
    course, _made = Course.objects.using("owner").get_or_create(
        code="proef", provider_id="ror", name="Proeftraining", kind="training", item="VK-13"
    )
    evaluation(**of, training=course.code)
    with acting(somebody("noor")):
        assert rung_of(TRAINING, key=course.code) == Rung.PLAN
    page = browser("noor").get("/evaluaties/rijpheid/?soort=samenwerkingen")
    assert "Proef in twee regio's" in read(page).text
