"""Who proves it comes in; who tries too often waits, and is never shut out for ever."""

import datetime as dt
import threading

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone
from tests.core.accounts.doing import (
    PASSWORD,
    Clock,
    code_now,
    invited,
    signed_in,
    taken_in_use,
    told,
    with_proof,
)
from tests.core.journal.making import as_role

from vijfluik.core.accounts.faults import Invalid
from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.proving import by_password
from vijfluik.core.accounts.sealing import Unsealable, seal, unseal
from vijfluik.core.accounts.throttle import TooOften, trying


def tries(client: Client, **changes: str) -> tuple[int, str]:
    given = {"username": "nieuw", "password": PASSWORD, "code": code_now(), **changes}
    answer = client.post("/aanmelden/", given)
    return answer.status_code, answer.content.decode()


def test_each_part_must_be_right_and_which_was_wrong_is_not_told(committed: str) -> None:
    with with_proof():
        taken_in_use(invited())
        pages = set()
        for wrong in ({"username": "nieuwe"}, {"password": "x"}, {"code": "000000"}):
            status, page = tries(Client(), **wrong)
            assert status == 422
            assert "Aanmeldnaam, wachtwoord of code klopt niet." in page
            assert PASSWORD not in page
            pages.add(page.count("vijfluik-notice"))
        assert len(pages) == 1
        assert tries(Client())[0] == 302
        # The same code once more, as somebody who looked over a shoulder would.
        assert tries(Client())[0] == 422
    with as_role("auditor") as auditor:
        rows = auditor.execute(
            "SELECT result, actor IS NULL, e::text LIKE '%%nieuwe%%' FROM journal_event e"
            " WHERE action = 'session.signed_in' ORDER BY moment"
        ).fetchall()
    failed = ("failed", True, False)
    assert rows == [failed, failed, failed, ("done", False, False), failed]


def test_too_many_failures_wait_and_the_wait_ends_by_itself(
    committed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with with_proof():
        taken_in_use(invited())
        clock = Clock(monkeypatch)
        for _ in range(LIMITS.per_account):
            assert tries(Client(), password="x")[0] == 422
        status, page = tries(Client())
        assert status == 422
        assert "te vaak geprobeerd" in page
        # Waiting attempts do not make it longer, and other names are not touched.
        clock.later(minutes=14)
        assert "te vaak" in tries(Client())[1]
        assert "te vaak" not in tries(Client(), username="ander")[1]
        clock.later(minutes=1)
        assert tries(Client())[0] == 302
    with as_role("auditor") as auditor:
        denied = auditor.execute(
            "SELECT rule, policy_version FROM journal_event WHERE result = 'denied'"
            " AND action = 'session.signed_in'"
        ).fetchall()
    assert denied == [("throttle", LIMITS.version)] * 2


def test_an_address_waits_too_and_what_succeeds_does_not_count(committed: str) -> None:
    now = timezone.now()
    for number in range(LIMITS.per_address * 2):
        with trying(at=now, name=f"goed-{number}", address="192.0.2.1") as attempt:
            attempt.succeeded = True
    for number in range(LIMITS.per_address):
        with trying(at=now, name=f"fout-{number}", address="192.0.2.1"):
            pass
    with pytest.raises(TooOften) as raised, trying(at=now, name="nog-een", address="192.0.2.1"):
        pytest.fail("it was looked at")
    assert raised.value.again == now + LIMITS.window
    with trying(at=now, name="nog-een", address="192.0.2.2"):
        pass
    with trying(at=now + LIMITS.window, name="nog-een", address="192.0.2.1"):
        pass


def test_a_hundred_at_once_are_counted_as_well(committed: str) -> None:
    now, let_in = timezone.now(), []

    def attempt() -> None:
        try:
            with trying(at=now, name="nieuw", address=""):
                let_in.append(1)
        except TooOften:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=attempt) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(let_in) == LIMITS.per_account


@pytest.mark.parametrize(
    "password",
    ["kort genoeg", "123456789012", "startfinding", "nina nieuw 12", "wacht\0woord lang"],
)
def test_a_password_is_long_and_not_to_be_guessed(committed: str, password: str) -> None:
    with with_proof(), pytest.raises(Invalid) as raised:
        taken_in_use(invited(), password=password)
    assert set(raised.value.faults) == {"password"}


def test_a_wrong_code_keeps_the_link_and_what_was_set(committed: str) -> None:
    with with_proof():
        given = invited()
        with pytest.raises(Invalid, match="code"):
            taken_in_use(given, ahead=5)
        taken_in_use(given)
        signed_in("nieuw")
    assert [action for action, *_ in told(given.professional)] == [
        "account.invited",
        "account.activated",
        "account.activated",
    ]


def test_the_page_of_a_link_shows_one_secret_until_it_is_done(committed: str) -> None:
    with with_proof():
        given, client = invited(), Client()
        shown = [client.get(f"/begin/{given.word}/").context["secret"] for _ in range(2)]
        assert shown[0] == shown[1]
        wrong = client.post(
            f"/begin/{given.word}/", {"password": PASSWORD, "again": "x", "code": "000000"}
        )
        assert wrong.status_code == 422
        assert wrong.context["secret"] == shown[0]
        assert Client().get(f"/begin/{given.word}/").context["secret"] != shown[0]


def test_passwords_are_kept_as_scrypt() -> None:
    assert make_password(PASSWORD).startswith("scrypt$")
    assert "{'min_length': 12}" in str(settings.AUTH_PASSWORD_VALIDATORS)


def test_what_is_sealed_opens_here_and_for_its_use_only() -> None:
    sealed = seal(b"geheim", use="totp a")
    assert b"geheim" not in sealed
    assert unseal(sealed, use="totp a") == b"geheim"
    with pytest.raises(Unsealable):
        unseal(sealed, use="totp b")
    with pytest.raises(Unsealable):
        unseal(sealed[:-1] + bytes([sealed[-1] ^ 1]), use="totp a")
    with override_settings(ACCOUNTS_KEY="een andere sleutel"), pytest.raises(Unsealable):
        unseal(sealed, use="totp a")


def test_a_name_with_a_nul_is_nobodys(committed: str) -> None:
    assert by_password(username="a\0b", password="x", code="1", address="",
                       at=timezone.now() + dt.timedelta()) is None  # fmt: skip
