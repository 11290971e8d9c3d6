"""Letters at a record: read as a draft, sent by who may, kept as a PDF that does not change."""

from hashlib import sha256

import pytest
from tests.browser.reading import read
from tests.core.documents.reading import of_docx, of_pdf
from tests.programme.attachments.doing import document, key_in, rows, training
from tests.registers.examples import keeper, made
from tests.site.people import OTHER_PROVIDER, POLICY_OFFICER, PROVIDER, browser, somebody

from vijfluik.core.partners.acting import acting
from vijfluik.core.partners.models import Place
from vijfluik.core.partners.queries import today
from vijfluik.core.registers import actions
from vijfluik.core.registers.registry import register_named


def planned(*, somewhere: bool = True) -> str:
    """The page of a training that was planned, in a municipality or nobody knows where."""
    at, changes = training(), {"planned_on": today()}
    with acting(somebody(PROVIDER)):
        place = Place.objects.filter(code="GM9001").values_list("id", flat=True)[0]
    actions.step(
        register_named("trainings"), who=somebody(PROVIDER), key=at.key, edge="plan",
        changes=changes | ({"place": place} if somewhere else {}),
    )  # fmt: skip
    return f"/trainingen/{at.key}/"


def test_an_invitation_is_a_draft_until_it_is_sent_and_then_stays_as_it_was(platform: str) -> None:
    own, ministry, other = browser(PROVIDER), browser(POLICY_OFFICER), browser(OTHER_PROVIDER)
    there = planned()
    assert f"{there}uitnodiging/" in own.get(there).content.decode()
    page = read(own.get(f"{there}uitnodiging/")).text
    for said in ("Uitnodiging:", "U bent uitgenodigd", "Concept", "Verzonnen gegevens", "Kenmerk"):
        assert said in page, said
    drafts = {kind: own.get(f"{there}uitnodiging/{kind}/") for kind in ("pdf", "docx")}
    assert drafts["pdf"]["Content-Disposition"].startswith(
        'attachment; filename="concept Uitnodiging'
    )
    assert of_pdf(drafts["pdf"].content).headings == of_docx(drafts["docx"].content).headings
    # Reading is not sending: another provider finds nothing, and nothing was kept so far.
    assert other.get(f"{there}uitnodiging/").status_code == 404
    assert other.post(f"{there}uitnodiging/versturen/").status_code == 404
    assert rows(PROVIDER, "SELECT count(*) FROM attachments_document") == [(0,)]
    assert own.get(f"{there}uitnodiging/versturen/").status_code == 200
    key = key_in(own.post(f"{there}uitnodiging/versturen/"))
    kept = document(key)
    assert (kept.origin, kept.letter, kept.shared) == ("letter", "invitation@1", True)
    sent = ministry.get(f"/documenten/{key}/bestand/").content
    assert sha256(sent).hexdigest() == kept.sha256
    assert b"Concept" not in sent
    assert of_pdf(sent).headings == of_pdf(drafts["pdf"].content).headings
    text = read(own.get(f"{there}uitnodiging/")).text
    assert "Verzonden" in text
    for way in ("delen/", "vervangen/"):
        answer = own.post(f"/documenten/{key}/{way}", {"wanted": "nee"})
        assert answer.status_code in {302, 422}
    assert document(key).shared is True


def test_what_a_letter_misses_is_named_and_nothing_is_sent(platform: str) -> None:
    own, there = browser(PROVIDER), planned(somewhere=False)
    page = read(own.get(f"{there}uitnodiging/")).text
    assert "er ontbreekt “gemeente”" in page
    for way in ("pdf/", "docx/", "versturen/"):
        answer = own.get(f"{there}uitnodiging/{way}", follow=True)
        assert "er ontbreekt “gemeente”" in answer.content.decode()
    answer = own.post(f"{there}uitnodiging/versturen/", follow=True)
    assert "er ontbreekt “gemeente”" in answer.content.decode()
    assert rows(PROVIDER, "SELECT count(*) FROM attachments_document") == [(0,)]


def test_a_municipality_is_told_what_is_otherwise_for_it_and_why(platform: str) -> None:
    register = register_named("deviations")
    at = made(register, who=keeper(register))
    noor, there = browser(POLICY_OFFICER), f"/afwijkingen/{at.key}/kennisgeving/"
    text = read(noor.get(there)).text
    for said in (
        "Kennisgeving:",
        at.difference,
        at.reasons,
        "opnieuw of deze afwijking nog nodig is",
    ):
        assert said in text, said
    assert key_in(noor.post(f"{there}versturen/"))


@pytest.mark.parametrize("word", ["uitnodiging", "beschikking"])
def test_a_letter_is_there_only_in_its_states(platform: str, word: str) -> None:
    at = training()
    assert browser(PROVIDER).get(f"/trainingen/{at.key}/{word}/").status_code == 404
