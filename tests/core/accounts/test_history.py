"""What was done to an account is told to whose it is and to who administers accounts, only that."""

import pytest
from django.test import Client
from tests.core.accounts.doing import (
    PASSWORD,
    administrator,
    invited,
    other,
    signed_in,
    taken_in_use,
    with_proof,
)
from tests.core.accounts.test_attacks import done
from tests.core.journal.making import as_role
from tests.site import people

from vijfluik.core.access.gate import Refused
from vijfluik.core.accounts import actions, kinds, recovery, visits
from vijfluik.core.accounts.history import of_account, of_oneself
from vijfluik.core.journal.kinds import Kind
from vijfluik.core.partners.acting import acting
from vijfluik.demo.people import key_of
from vijfluik.site.accounts.history import TITLES, title_of


def test_an_account_tells_what_was_done_to_it_by_whom_and_why(committed: str) -> None:
    with with_proof():
        person = taken_in_use(invited())
        recovery.propose(who=administrator(), key=person.key, reason="Telefoon kwijt")
        taken_in_use(recovery.approve(who=other(), key=person.key), password=PASSWORD)
        signed_in("nieuw", ahead=1)
        visits.end_own(who=people.somebody("nieuw"))
        actions.review(who=other(), key=person.key)
        with acting(administrator()):
            told = of_account(person.key)
        with acting(people.somebody("nieuw")):
            own = of_oneself(person.key)
            # Whoever asks for another's gets nothing, also past the page.
            assert of_oneself(key_of(people.PROVIDER)) == []
            with pytest.raises(Refused):
                of_account(key_of(people.PROVIDER))
    names = [(each.kind, each.actor) for each in reversed(told)]
    bastiaan, amina = administrator().actor.name, other().actor.name
    assert names == [
        ("account.invited", bastiaan),
        ("account.activated", "Nina Nieuw"),
        ("account.recovery_proposed", bastiaan),
        ("account.recovery_approved", amina),
        ("account.recovered", "Nina Nieuw"),
        ("session.ended", "Nina Nieuw"),
        ("account.reviewed", amina),
    ]
    assert [each.reason for each in told if each.reason] == ["Telefoon kwijt"]
    assert [(each.kind, each.at) for each in own] == [(each.kind, each.at) for each in told]
    assert not any(each.reason for each in own)


def test_both_pages_show_it_and_reading_it_is_journalled(committed: str) -> None:
    actions.review(who=administrator(), key=key_of(people.POLICY_OFFICER))
    mine = people.browser(people.POLICY_OFFICER).get("/mijn-account/geschiedenis/")
    assert "Beoordeeld: het blijft nodig" in mine.content.decode()
    assert administrator().actor.name in mine.content.decode()
    path = f"/beheer/accounts/{key_of(people.POLICY_OFFICER)}/geschiedenis/"
    assert "Beoordeeld" in people.browser(people.ACCOUNT_ADMINISTRATOR).get(path).content.decode()
    for username in (people.POLICY_OFFICER, people.ADMINISTRATOR, people.AUDITOR):
        assert people.browser(username).get(path).status_code == 404
    assert Client().get(path).status_code == 302
    empty = people.browser(people.OUTSIDER).get("/mijn-account/geschiedenis/")
    assert "Er staat niets in het logboek" in empty.content.decode()
    with as_role("auditor") as auditor:
        read = auditor.execute(
            "SELECT actor_name, object_key FROM journal_event WHERE action = 'journal.read'"
            " AND object_type = 'accounts.account' ORDER BY moment"
        ).fetchall()
    noor = str(key_of(people.POLICY_OFFICER))
    assert [key for _, key in read] == [noor, noor, str(key_of(people.OUTSIDER))]
    for who in (people.somebody(people.ADMINISTRATOR), None):
        assert done(f"SELECT * FROM accounts.history('{noor}', 9)", who=who) == 0


def test_every_act_on_an_account_has_words_of_its_own() -> None:
    acts = {each.name: each for each in vars(kinds).values() if isinstance(each, Kind)}
    # These are told of a session.
    del acts[kinds.PROVEN_AGAIN.name], acts[kinds.TOO_MUCH.name]
    assert set(TITLES) == set(acts)
    for name, kind in acts.items():
        assert "%(" not in title_of(name, details=dict.fromkeys(kind.details, 1))
