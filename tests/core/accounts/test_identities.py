"""Coming in by a provider: by invitation only, under the same sessions, limits and journal."""

import contextlib
import dataclasses
import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.http import HttpResponseBase
from django.test import Client, override_settings
from django.utils import timezone
from tests.core.accounts.doing import (
    PASSWORD,
    Clock,
    administrator,
    code_now,
    invited,
    other,
    signed_in,
    taken_in_use,
    told,
    with_proof,
)
from tests.core.accounts.provider import Lies
from tests.core.accounts.provider import Provider as Running
from tests.core.accounts.test_attacks import done
from tests.core.accounts.test_providers import put
from tests.core.journal.making import as_role
from tests.site import people

from vijfluik.core.access.gate import Refused
from vijfluik.core.accounts import actions, identities, recovery
from vijfluik.core.accounts.actions import Given
from vijfluik.core.accounts.faults import NotNow
from vijfluik.core.accounts.first import proven_administrators
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.models import Identity, Link, Passkey, ProvenBy, Visit
from vijfluik.core.accounts.providers.configured import Provider
from vijfluik.core.accounts.providers.faults import Fault
from vijfluik.core.accounts.throttle import trying
from vijfluik.core.accounts.visits import begin
from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Purpose
from vijfluik.core.partners.queries import account, actor_for
from vijfluik.demo.people import key_of
from vijfluik.site.accounts.sign_in import SignIn
from vijfluik.site.accounts.via_faults import words_of
from vijfluik.site.accounts.via_kept import LONGEST
from vijfluik.site.accounts.visiting import VISIT
from vijfluik.site.settings import BACKENDS

VIA = "/aanmelden/via/rijk/"
EXPORT = "/trainingen/uitvoer/csv/"


@contextlib.contextmanager
def by_providers(agreed: Provider, *others: Provider) -> Iterator[None]:
    """As outside the demonstration, with a provider or more."""
    known = {each.name: each for each in (agreed, *others)}
    with with_proof(), override_settings(PROVIDERS=known, ADDRESS="https://vijfluik.test"):
        yield


def sent(client: Client, **fields: str) -> str:
    """The address at the provider that somebody is sent to."""
    page = client.post(VIA, fields)
    assert page.status_code == 200, page.content.decode()[-2000:]
    target = str(page.context["target"])
    assert f'content="0;url={target}"' in page.content.decode().replace("&amp;", "&")
    return target


def back(client: Client, answer: dict[str, str], *, at: str = VIA) -> HttpResponseBase:
    return client.get(f"{at}terug/", answer)


def through(client: Client, running: Running, **fields: str) -> HttpResponseBase:
    """There and back again."""
    return back(client, running.visited(sent(client, **fields)))


def begun(running: Running, given: Given, *, subject: str = "a1b2c3") -> Client:
    """A browser in which somebody used a link by the provider."""
    running.subject, client = subject, Client()
    answer = through(client, running, word=given.word)
    assert answer.status_code == 302, answer.content.decode()[-2000:]  # type: ignore[attr-defined]
    return client


def text_of(answer: HttpResponseBase) -> str:
    return str(answer.content.decode())  # type: ignore[attr-defined]


def attempts() -> list[tuple[str, dict[str, str]]]:
    """How every try to sign in ended, the oldest first."""
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT result, details FROM journal_event WHERE action = 'session.signed_in'"
            " ORDER BY moment"
        ).fetchall()
    return [(str(result), json.loads(str(details))) for result, details in rows]


def failed(fault: Fault) -> tuple[str, dict[str, str]]:
    return ("failed", {"provider": "rijk", "fault": fault.value})


def test_who_was_invited_ties_the_account_once_and_comes_in_by_it_from_then_on(
    committed: str, running: Running, agreed: Provider
) -> None:
    with by_providers(agreed):
        given = invited()
        page = Client().get(f"/begin/{given.word}/")
        assert "Aanmelden via Rijkstoegang" in page.content.decode()
        here = begun(running, given)
        own = here.get("/mijn-account/").content.decode()
        assert "Rijkstoegang" in own
        assert "Wachtwoord veranderen" not in own
        for path in ("wachtwoord/", "sleutel/"):
            assert here.get(f"/mijn-account/{path}").status_code == 404
        # Another browser, later: no link, no password.
        there = Client()
        assert "Aanmelden via Rijkstoegang" in there.get("/aanmelden/").content.decode()
        answer = through(there, running, next="/mijn-account/vervanging/")
        assert answer.headers["Location"] == "/mijn-account/vervanging/"
        assert there.get("/mijn-account/").status_code == 200
        assert Client().get(f"/begin/{given.word}/").status_code == 410
    assert [action for action, *_ in told(given.professional)] == [
        "account.invited",
        "account.activated",
        "account.linked",
    ]
    assert attempts() == [("done", {}), ("done", {})]
    tie = Identity.objects.using("owner").get()
    assert (tie.provider, tie.issuer, len(tie.digest)) == ("rijk", running.issuer, 32)
    assert b"a1b2c3" not in bytes(tie.digest)
    visits = Visit.objects.using("owner").values_list("proven_by", "limits")
    assert set(visits) == {("provider", LIMITS.version)}


def test_nobody_gets_an_account_from_what_a_provider_says(
    committed: str, running: Running, agreed: Provider
) -> None:
    with by_providers(agreed):
        before = Identity.objects.using("owner").count()
        # Not even under the name and the mail address of somebody who has one.
        running.lies = Lies(claims=put(
            preferred_username=people.POLICY_OFFICER, email="noor@example.nl", email_verified=True,
            name="Noor Verhagen",
        ))  # fmt: skip
        client = Client()
        answer = through(client, running)
        assert answer.status_code == 422
        assert "op uitnodiging" in text_of(answer)
        assert client.get("/mijn-account/").headers["Location"].startswith("/aanmelden/")
        assert Identity.objects.using("owner").count() == before
    assert attempts() == [failed(Fault.UNKNOWN)]


def test_an_answer_counts_once_in_the_browser_that_asked_and_for_ten_minutes(
    committed: str, running: Running, agreed: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    other_provider = dataclasses.replace(agreed, name="ander", issuer="https://127.0.0.1:1")
    with by_providers(agreed, other_provider):
        begun(running, invited())
        client, thief = Client(), Client()
        answer = running.visited(sent(client))
        assert back(thief, answer).status_code == 422
        assert back(client, {**answer, "state": "x" * 43}).status_code == 422
        assert back(client, answer, at="/aanmelden/via/ander/").status_code == 422
        # It was taken by the try at the address of another provider.
        assert "verlopen of al gebruikt" in text_of(back(client, answer))
        answer = running.visited(sent(client))
        assert back(client, answer).status_code == 302
        assert back(client, answer).status_code == 422
        clock, late = Clock(monkeypatch), Client()
        answer = running.visited(sent(late))
        clock.later(seconds=LONGEST.total_seconds() + 1)
        assert back(late, answer).status_code == 422
        # A password keeps working beside it, and an answer is read by no other method.
        assert Client().post(f"{VIA}terug/", answer).status_code == 405
        assert Client().get(VIA).status_code == 405
        assert Client().post("/aanmelden/via/niemand/").status_code == 404
    assert [result for result, _ in attempts()] == [
        "done",
        *["failed"] * 4,
        "done",
        *["failed"] * 2,
    ]
    codes = {details["fault"] for result, details in attempts() if result == "failed"}
    assert codes == {"state"}


def test_every_failure_says_what_to_do_and_is_journalled_under_its_code(
    committed: str, running: Running, agreed: Provider
) -> None:
    with by_providers(agreed):
        client = Client()
        where = sent(client)
        running.lies = Lies(back=put(iss="https://127.0.0.1:1"))
        answer = back(client, running.visited(where))
        assert "niet aantoonbaar van Rijkstoegang" in text_of(answer)
        running.lies = Lies(claims=put(nonce="x"))
        assert through(client, running).status_code == 422
        running.lies = Lies(back=put(code=None, error="access_denied"))
        answer = through(client, running)
        assert "brak het aanmelden bij Rijkstoegang af" in text_of(answer)
        assert 'href="/aanmelden/?next=%2F"' in text_of(answer)
        running.lies = Lies(status=500)
        assert through(client, running).status_code == 503
    expected = [Fault.ISSUER, Fault.NONCE, Fault.CANCELLED, Fault.BUSY]
    assert attempts() == [failed(fault) for fault in expected]
    gone = dataclasses.replace(agreed, issuer="https://127.0.0.1:1")
    with by_providers(gone):
        page = Client().post(VIA)
        assert page.status_code == 503
        assert "antwoordt nu niet" in page.content.decode()
    assert attempts()[-1] == failed(Fault.UNREACHABLE)
    for fault in Fault:
        words = words_of(fault, provider=agreed)
        assert words.endswith(".")
        assert "%(" not in words


@pytest.mark.thorough
def test_too_many_failures_from_an_address_wait_here_as_well(
    committed: str, running: Running, agreed: Provider
) -> None:
    now = timezone.now()
    with by_providers(agreed):
        begun(running, invited())
        for number in range(LIMITS.per_address):
            with trying(at=now, name=f"fout-{number}", address="127.0.0.1"):
                pass
        client = Client()
        answer = running.visited(sent(client))
        running.seen.clear()
        assert "te vaak geprobeerd" in text_of(back(client, answer))
        assert running.seen == []
        assert "te vaak geprobeerd" in Client().post(VIA, {"word": "x"}).content.decode()


def test_a_proof_at_the_provider_is_as_old_as_it_was_there_and_is_asked_again(
    committed: str, running: Running, agreed: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = key_of(people.POLICY_OFFICER)
    with by_providers(agreed):
        recovery.propose(who=administrator(), key=key, reason="voortaan via de aanbieder")
        begun(running, recovery.approve(who=other(), key=key))
        clock, client = Clock(monkeypatch), Client()
        clock.later(minutes=6)
        # There is a session at the provider still, of six minutes ago: it lets in, and no more.
        assert through(client, running).status_code == 302
        asked = f"/bevestigen/?next={quote(EXPORT, safe='')}"
        assert client.get(EXPORT).headers["Location"] == asked
        page = client.get(asked).content.decode()
        assert "Bevestigen via Rijkstoegang" in page
        assert "Code uit uw codeapp" not in page
        # Somebody else at the same desk.
        running.subject = "somebody-else"
        answer = through(client, running, again="1", next=EXPORT)
        assert "iemand anders" in text_of(answer)
        assert client.get(EXPORT).status_code == 302
        running.subject = "a1b2c3"
        running.lies = Lies(claims=put(auth_time=int(timezone.now().timestamp()) - 360))
        answer = through(client, running, again="1", next=EXPORT)
        assert "niet opnieuw bewijzen" in text_of(answer)
        running.lies = Lies()
        answer = through(client, running, again="1", next=EXPORT)
        assert answer.headers["Location"] == asked
        assert f'content="0;url={EXPORT}"' in client.get(asked).content.decode()
        assert client.get(EXPORT).status_code == 200
        # A session ends here as any other does.
        clock.later(minutes=15)
        assert client.get("/mijn-account/").headers["Location"].startswith("/aanmelden/")
    proven = [row for row in told(key) if row[0] == "session.proven_again"]
    assert [result for _, result, _ in proven] == ["failed", "failed", "done"]


def test_a_session_begun_at_a_provider_ends_after_eight_hours_whatever_is_done(
    committed: str, running: Running, agreed: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = "/mijn-account/berichten/"
    with by_providers(agreed):
        here, clock = begun(running, invited()), Clock(monkeypatch)
        first = running.proven_at
        # At work all day, never a quarter of an hour without a request.
        for _ in range(34):
            clock.later(minutes=14)
            assert here.get("/mijn-account/").status_code == 200
        clock.later(minutes=5)
        gone = here.post(form, {"rhythm": "Quibbelaar"})
        assert gone.headers["Location"] == f"/aanmelden/?next={quote(form, safe='')}"
        page = here.get(gone.headers["Location"]).content.decode()
        assert "U was acht uur aangemeld" in page
        assert here.get("/mijn-account/").status_code == 302
        # What was proven there as long ago is proven anew; then what was typed is still here.
        answer = through(here, running, next=form)
        assert running.proven_at - first > LIMITS.whole.total_seconds()
        page = here.get(answer.headers["Location"]).content.decode()
        assert "is bewaard en nog niet verstuurd" in page
        assert 'value="Quibbelaar"' in page
    ended = Visit.objects.using("owner").order_by("started_at").values_list("ended_because")
    assert list(ended) == [("over",), ("",)]


def test_who_begins_anew_has_one_way_in_and_a_subject_has_one_account(
    committed: str, running: Running, agreed: Provider
) -> None:
    with by_providers(agreed):
        person = taken_in_use(invited())
        old = signed_in("nieuw")
        recovery.propose(who=administrator(), key=person.key, reason="voortaan via de aanbieder")
        given = recovery.approve(who=other(), key=person.key)
        begun(running, given)
        assert old.get("/mijn-account/").headers["Location"].startswith("/aanmelden/")
        wrong = {"username": "nieuw", "password": PASSWORD, "code": code_now(ahead=1)}
        assert Client().post("/aanmelden/", wrong).status_code == 422
        assert proven_administrators() == 0
        second = invited("tweede")
        answer = through(Client(), running, word=second.word)
        assert "al bij een ander account" in text_of(answer)
        # The link was not used up by that.
        begun(running, second, subject="another")
        # And back to a password, by two again.
        recovery.propose(who=administrator(), key=person.key, reason="aanbieder valt weg")
        taken_in_use(recovery.approve(who=other(), key=person.key), ahead=0)
        running.subject = "a1b2c3"
        assert through(Client(), running).status_code == 422
        signed_in("nieuw", ahead=1)


def test_a_tie_is_broken_by_another_and_goes_with_whoever_leaves(
    committed: str, running: Running, agreed: Provider
) -> None:
    with by_providers(agreed):
        given = invited()
        client = begun(running, given)
        page = people_page(given)
        assert "Rijkstoegang" in page
        assert "Koppeling verbreken" in page
        with pytest.raises(Refused):
            identities.break_tie(who=people.somebody(people.AUDITOR), key=given.professional)
        identities.break_tie(who=administrator(), key=given.professional)
        assert client.get("/mijn-account/").headers["Location"].startswith("/aanmelden/")
        assert through(Client(), running).status_code == 422
        with pytest.raises(NotNow, match="niet gekoppeld"):
            identities.break_tie(who=administrator(), key=given.professional)
        with pytest.raises(NotNow, match="van uzelf"):
            identities.break_tie(who=administrator(), key=key_of(people.ACCOUNT_ADMINISTRATOR))
        assert told(given.professional)[-1][0] == "account.unlinked"
        second = invited("tweede")
        begun(running, second)
        actions.leave(who=administrator(), key=second.professional, reason="andere baan")
        assert through(Client(), running).status_code == 422
        # Who comes back is invited anew, and is the same at the provider.
        begun(running, invited("derde"))


def people_page(given: Given) -> str:
    """The page of an account, for who administers accounts."""
    person, client = people.professional(people.ACCOUNT_ADMINISTRATOR), Client()
    who = Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME)
    with acting(who):
        client.force_login(person, backend=BACKENDS[SignIn.PROOF])
        visit = begin(who=who, proven_by=ProvenBy.PASSWORD)
    session = client.session
    session[VISIT] = str(visit.key)
    session.save()
    page = client.get(f"/beheer/accounts/{given.professional}/")
    assert page.status_code == 200
    return page.content.decode()


TIE = (
    "INSERT INTO accounts_identity (professional_id, provider, issuer, digest, link_id, linked_at)"
    " VALUES ({whose}, 'rijk', 'https://x', '\\x01', {link}, now())"
)


def test_the_database_ties_nobody_without_a_link_of_ones_own_that_is_used_now(
    committed: str, running: Running, agreed: Provider
) -> None:
    with by_providers(agreed):
        begun(running, invited())
        with_password = taken_in_use(invited("tweede"))
        third = invited("derde")
    tied = Identity.objects.using("owner").get()
    link = f"'{tied.link_id}'"
    for professional in (with_password.key, third.professional):
        person = account(professional)
        assert person is not None
        who = Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME)
        mine = f"'{person.key}'"
        unused = Link.objects.using("owner").get(professional=professional)
        # With another's link, with one that is not used, and with one's own beside a password.
        assert done(TIE.format(whose=mine, link=link), who=who) == -1
        assert done(TIE.format(whose=mine, link=f"'{unused.key}'"), who=who) == -1
        assert done("SELECT 1 FROM accounts_identity", who=who) == 0
        assert done("DELETE FROM accounts_identity", who=who) == 0
    assert done("SELECT 1 FROM accounts_identity", who=None) == 0
    assert done("DELETE FROM accounts_identity", who=people.somebody(people.AUDITOR)) == 0
    assert done("UPDATE accounts_identity SET digest = '\\x02'", who=administrator()) == -1
    assert done(TIE.format(whose=f"'{third.professional}'", link=link), who=administrator()) == -1
    person = account(tied.professional_id)
    assert person is not None
    who = Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME)
    for table, columns in (
        ("password", "(professional_id, encoded, set_at) VALUES ({}, 'x', now())"),
        ("authenticator", "(professional_id, sealed, set_at) VALUES ({}, 'x', now())"),
    ):
        words = columns.format(f"'{person.key}'")
        assert done(f"INSERT INTO accounts_{table} {words}", who=who) == -1
    assert not Passkey.objects.using("owner").exists()
    for role in ("clock", "destroyer", "auditor", "report"):
        with as_role(role) as connected, pytest.raises(Exception, match="permission denied"):
            connected.execute("SELECT * FROM accounts.identity('x')")


def test_the_keys_of_this_installation_are_shown_and_no_private_half(
    committed: str, agreed: Provider
) -> None:
    with by_providers(agreed):
        shown = Client().get(f"{VIA}sleutels/").json()
    (key,) = shown["keys"]
    assert (key["kty"], key["alg"], key["use"]) == ("EC", "ES256", "sig")
    assert "d" not in key
