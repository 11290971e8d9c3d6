"""What was sent when a proof of now, or signing in, was asked first is not lost, and goes nowhere
by itself.
"""

from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.core.accounts.doing import (
    PASSWORD,
    Clock,
    administrator,
    code_now,
    signed_in,
    with_proof,
)
from tests.site import people
from tests.site.test_fresh_proof import proven

from vijfluik.core.accounts import visits
from vijfluik.core.accounts.pace import Pace, Waits
from vijfluik.demo.people import key_of
from vijfluik.site.accounts import kept

# What the page says that brings it back.
WAITS = "is bewaard en nog niet verstuurd"
# A form of which the device's answer lacks: it comes back with what was typed, and does nothing.
PATH = "/mijn-account/sleutel/?van=thuis"
PROVE = f"/bevestigen/?next={quote(PATH, safe='')}"
TYPED = 'laptop "van" <thuis>\r\nen tweede regel'


def late(monkeypatch: pytest.MonkeyPatch, **sent: object) -> tuple[Client, Clock]:
    """Somebody whose proof was of more than five minutes ago when this was sent."""
    client, clock = proven(), Clock(monkeypatch)
    clock.later(minutes=6)
    answer = client.post(PATH, sent or {"name": TYPED})
    assert answer.headers["Location"] == PROVE
    return client, clock


def proves_it(client: Client, *, path: str = PATH) -> str:
    given = {"next": path, "password": PASSWORD, "code": code_now()}
    return client.post("/bevestigen/", given, follow=True).content.decode()


def test_what_was_typed_waits_sealed_for_one_more_press(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with with_proof():
        client, _ = late(monkeypatch)
        # The table of sessions holds nothing of it to read.
        assert "laptop" not in str(dict(client.session))
        page = proves_it(client)
        assert WAITS in page
        assert f'action="{PATH}"' in page
        assert "csrfmiddlewaretoken" in page
        assert "laptop &quot;van&quot; &lt;thuis&gt;\r\nen tweede regel" in page
        # Looking again, as after a refresh, loses nothing; another address gets nothing of it.
        assert WAITS in client.get(PROVE).content.decode()
        other = client.get("/bevestigen/?next=/mijn-account/")
        assert other.headers["Location"] == "/mijn-account/"
        answer = client.post(PATH, {"name": TYPED})
        assert "laptop &quot;van&quot;" in answer.content.decode()
        # It was sent, and is kept no longer.
        assert WAITS not in client.get(PROVE).content.decode()


def test_what_is_turned_away_unread_is_kept_for_another_press(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with with_proof():
        client, _ = late(monkeypatch)
        assert WAITS in proves_it(client)
        with monkeypatch.context() as full:
            full.setattr(Pace, "asked", lambda *_: Waits(seconds=3, first=False))
            assert client.post(PATH, {"name": TYPED}).status_code == 429
        assert WAITS in client.get(PROVE).content.decode()
        client.post(PATH, {"name": TYPED})
        assert WAITS not in client.get(PROVE).content.decode()


def test_it_waits_ten_minutes_in_the_visit_in_which_it_was_typed(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with with_proof():
        client, clock = late(monkeypatch)
        clock.later(seconds=kept.LONGEST.total_seconds() + 1)
        assert WAITS not in proves_it(client)
        assert kept.KEPT not in client.session
        clock.later(minutes=6)
        client.post(PATH, {"name": TYPED})
        sealed = client.session[kept.KEPT]
        # Brought over to another visit, of the same person even, it opens nothing.
        clock.later(minutes=1)
        client.post("/afmelden/")
        client.post("/aanmelden/", {"username": "noor", "password": PASSWORD, "code": code_now()})
        session = client.session
        session[kept.KEPT] = sealed
        session.save()
        assert WAITS not in client.get(PROVE).content.decode()


def test_a_file_is_asked_for_again_by_name_and_never_left_out(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with with_proof():
        file = SimpleUploadedFile("toestemming.pdf", b"geheim")
        client, _ = late(monkeypatch, name="x", bijlage=file)
        page = proves_it(client)
        assert "Opnieuw kiezen: toestemming.pdf" in page
        assert 'name="bijlage" required' in page
        assert 'enctype="multipart/form-data"' in page
        assert "geheim" not in page


def test_secrets_scripts_and_what_is_too_large_are_not_kept_and_that_is_said(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with with_proof():
        client, _ = late(monkeypatch)
        secret = "een heel nieuw wachtwoord"
        client.post("/mijn-account/wachtwoord/", {"password": secret, "again": secret})
        assert kept.KEPT not in client.session
        assert "wordt niet bewaard" in client.get("/bevestigen/").content.decode()
        for headers in ({"HX-Request": "true"}, {"Sec-Fetch-Mode": "cors"}):
            client.post(PATH, {"name": "x"}, headers=headers)
            assert kept.KEPT not in client.session
        client.post(PATH, "{}", content_type="application/json")
        assert kept.KEPT not in client.session
        client.post(PATH, {"name": "x" * kept.MOST_BYTES})
        assert kept.KEPT not in client.session
        assert "te groot om te bewaren" in client.get("/bevestigen/").content.decode()
        # Without the token of a form nothing gets as far as this.
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = client.cookies
        assert strict.post(PATH, {"name": "x"}).status_code == 403
        assert kept.KEPT not in strict.session


# A page of an account, for which no proof of now is asked.
OWN = "/mijn-account/berichten/"


def over(monkeypatch: pytest.MonkeyPatch, **by: float) -> tuple[Client, Clock]:
    """Somebody whose session was over by its time when this was sent."""
    client, clock = proven(), Clock(monkeypatch)
    clock.later(**by)
    answer = client.post(OWN, {"rhythm": TYPED})
    assert answer.headers["Location"] == f"/aanmelden/?next={quote(OWN, safe='')}"
    return client, clock


def signs_in(client: Client, *, username: str = people.POLICY_OFFICER, **given: str) -> str:
    answer = client.post(
        "/aanmelden/",
        {"username": username, "password": PASSWORD, "code": code_now(), "next": OWN, **given},
        follow=True,
    )
    return answer.content.decode()


@pytest.mark.parametrize("by", [{"minutes": 16}, {"hours": 8, "minutes": 1}], ids=["idle", "over"])
def test_what_was_typed_before_the_session_ended_waits_for_who_typed_it(
    committed: str, monkeypatch: pytest.MonkeyPatch, by: dict[str, float]
) -> None:
    with with_proof():
        client, clock = over(monkeypatch, **by)
        assert "laptop" not in str(dict(client.session))
        page = signs_in(client)
        assert WAITS in page
        assert f'action="{OWN}"' in page
        assert "laptop &quot;van&quot; &lt;thuis&gt;\r\nen tweede regel" in page
        # It was sent by one more press, and is kept no longer.
        assert client.post(OWN, {"rhythm": TYPED}).status_code in (200, 422)
        assert kept.KEPT not in client.session
        assert kept.LEFT not in client.session
        # Later than ten minutes it is gone.
        clock.later(minutes=16)
        client.post(OWN, {"rhythm": TYPED})
        clock.later(seconds=kept.LONGEST.total_seconds() + 1)
        assert WAITS not in signs_in(client)
        assert kept.LEFT not in client.session


def test_nobody_else_gets_what_was_typed_and_what_somebody_ended_is_gone(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with with_proof():
        proven(people.PROVIDER)
        client, clock = over(monkeypatch, minutes=16)
        sealed = client.session[kept.LEFT]
        clock.later(seconds=31)
        assert WAITS not in signs_in(client, username=people.PROVIDER)
        assert kept.LEFT not in client.session
        assert kept.KEPT not in client.session
        # Brought over to the session of another it opens nothing either, with any use.
        session = client.session
        session[kept.KEPT] = session[kept.LEFT] = sealed
        session.save()
        answer = client.get(f"/bevestigen/?next={quote(OWN, safe='')}")
        assert WAITS not in answer.content.decode()
        # An administrator ended it: nothing of it is kept.
        clock.later(seconds=31)
        other = signed_in(people.POLICY_OFFICER)
        visits.end_of(who=administrator(), professional=key_of(people.POLICY_OFFICER))
        other.post(OWN, {"rhythm": TYPED})
        assert kept.LEFT not in other.session
        # Secrets are not kept, and that is said where to sign in.
        clock.later(seconds=31)
        other = signed_in(people.POLICY_OFFICER)
        clock.later(minutes=16)
        sent = other.post("/mijn-account/wachtwoord/", {"password": "x"}, follow=True)
        assert "wordt niet bewaard" in sent.content.decode()
        assert kept.LEFT not in other.session
