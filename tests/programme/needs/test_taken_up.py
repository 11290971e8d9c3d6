"""Who saw which offer and which trajectory on the page of what is taken up."""

from tests.core.journal.making import as_role
from tests.programme.offers.doing import offer, trajectory
from tests.site.people import MUNICIPALITY, browser


def test_both_lists_on_the_page_stand_in_the_journal_with_what_they_showed(committed: str) -> None:
    one = offer(name="Voor de klas")
    course = trajectory(one)
    assert browser(MUNICIPALITY).get("/aanbod/gebruik/").status_code == 200
    with as_role("auditor") as auditor:
        told = auditor.execute(
            "SELECT objects FROM journal_event WHERE action = 'record.listed' ORDER BY moment"
        ).fetchall()
    assert [objects for (objects,) in told] == [[one.key], [course.key]]
