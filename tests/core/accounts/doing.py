"""People who let others in, and what a person does with a link and an app."""

import contextlib
import datetime as dt
import uuid
from collections.abc import Iterator

import pytest
from django.test import Client, override_settings
from django.utils import timezone
from tests.core.journal.making import as_role
from tests.site import people

from vijfluik.core.accounts import actions
from vijfluik.core.accounts.codes import code_at, step_at
from vijfluik.core.accounts.links import working
from vijfluik.core.accounts.own import begin_with
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import account, actor_for
from vijfluik.site.accounts.sign_in import SignIn
from vijfluik.site.settings import BACKENDS

PASSWORD = "vier woorden op een rij"
SECRET = b"12345678901234567890"
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def administrator(username: str = people.ACCOUNT_ADMINISTRATOR) -> Acting:
    return people.somebody(username, purpose=Purpose.ADMINISTRATION)


def other() -> Acting:
    return administrator(people.OTHER_ACCOUNT_ADMINISTRATOR)


@contextlib.contextmanager
def with_proof() -> Iterator[None]:
    """As outside the demonstration; with a hash that takes no time."""
    with override_settings(
        SIGN_IN=SignIn.PROOF,
        AUTHENTICATION_BACKENDS=[BACKENDS[SignIn.PROOF]],
        PASSWORD_HASHERS=QUICK,
    ):
        yield


def code_now(*, ahead: int = 0, secret: bytes = SECRET) -> str:
    return code_at(secret, step=step_at(timezone.now().timestamp()) + ahead)


def invited(username: str = "nieuw", *, who: Acting | None = None) -> actions.Given:
    return actions.invite(
        who=who or administrator(), username=username, name="Nina Nieuw", organisation="jenv"
    )


def taken_in_use(
    given: actions.Given, *, password: str = PASSWORD, ahead: int = -1
) -> Professional:
    """The person of a link, who took the account in use; the code of before leaves that of now."""
    link = working(given.word, at=timezone.now())
    person = account(given.professional)
    assert link is not None
    assert person is not None
    begin_with(
        who=Acting(actor=actor_for(person), purpose=Purpose.PROGRAMME),
        link=link,
        person=person,
        password=password,
        secret=SECRET,
        code=code_now(ahead=ahead),
    )
    return person


def signed_in(username: str, *, password: str = PASSWORD, ahead: int = 0) -> Client:
    """A browser in which somebody signed in by password and code."""
    client = Client()
    answer = client.post(
        "/aanmelden/",
        {"username": username, "password": password, "code": code_now(ahead=ahead)},
    )
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    return client


def told(key: uuid.UUID) -> list[tuple[object, ...]]:
    """What the journal holds of an account, the oldest first, without decisions."""
    with as_role("auditor") as auditor:
        return auditor.execute(
            "SELECT action, result, actor_name FROM journal_event WHERE object_key = %s"
            " AND action <> 'access.decided' ORDER BY moment",
            [str(key)],
        ).fetchall()


class Clock:
    """A clock that is moved on by hand."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.real, self.on = timezone.now, dt.timedelta()
        patch.setattr(timezone, "now", lambda: self.real() + self.on)

    def later(self, **by: float) -> None:
        self.on += dt.timedelta(**by)
