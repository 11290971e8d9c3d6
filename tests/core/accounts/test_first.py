"""The owner gives the first links, and none once two administrators can recover accounts."""

import pytest
from tests.core.accounts.doing import signed_in, taken_in_use, told, with_proof
from tests.site import people

from vijfluik.core.accounts.beginning import NotAdded, add_organisation, add_person
from vijfluik.core.accounts.first import NotGiven, give_link
from vijfluik.core.accounts.models import Link
from vijfluik.demo.people import key_of

ONE, OTHER = people.ACCOUNT_ADMINISTRATOR, people.OTHER_ACCOUNT_ADMINISTRATOR


def test_the_first_two_come_in_by_the_owner_and_nobody_after_them(committed: str) -> None:
    with with_proof():
        for username, witness in ((ONE, OTHER), (OTHER, ONE)):
            given = give_link(username=username, witness=witness, reason="inrichting")
            taken_in_use(given)
            assert signed_in(username).get("/beheer/accounts/").status_code == 200
        with pytest.raises(NotGiven, match="on the pages"):
            give_link(username=people.PROVIDER, witness=ONE, reason="inrichting")
    assert told(key_of(ONE))[0] == ("account.link_renewed", "done", "Amina Said")
    assert Link.objects.using("owner").filter(professional=key_of(ONE)).count() == 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"reason": " "}, "Say why"),
        ({"witness": ONE}, "another person"),
        ({"username": "niemand"}, "niemand"),
    ],
)
def test_what_cannot_be_given_says_why(committed: str, change: dict[str, str], why: str) -> None:
    fair = {"username": ONE, "witness": OTHER, "reason": "inrichting"}
    with pytest.raises(NotGiven, match=why):
        give_link(**{**fair, **change})
    waiting = Link.objects.using("owner").filter(kind="invitation")
    assert not waiting.exists()


def test_the_first_people_are_written_by_the_owner_and_told_in_the_journal(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_organisation(code="bureau", name="Bureau", kind="ministry")
    add_organisation(code="bureau", name="Bureau", kind="ministry")
    fair = {
        "username": "eerste",
        "name": "Eerste Mens",
        "organisation": "bureau",
        "reason": "begin",
    }
    person = add_person(**fair)
    assert told(person.key)[0] == ("account.founded", "done", "Eerste Mens")
    assert person.account.activated_at is None
    for change, why in (
        ({}, "there already"),
        ({"username": "Twee"}, "small letters"),
        ({"username": "twee", "organisation": "geen"}, "no organisation"),
        ({"username": "twee", "reason": " "}, "Say why"),
    ):
        with pytest.raises(NotAdded, match=why):
            add_person(**{**fair, **change})
    for faulty, why in (
        ({"code": "bureau", "name": "Anders", "kind": "ministry"}, "is Bureau already"),
        ({"code": "x1", "name": "X", "kind": "kasteel"}, "no kind"),
    ):
        with pytest.raises(NotAdded, match=why):
            add_organisation(**faulty)
    monkeypatch.setattr("vijfluik.core.accounts.beginning.proven_administrators", lambda: 2)
    with pytest.raises(NotAdded, match="on the pages"):
        add_person(**{**fair, "username": "twee"})
