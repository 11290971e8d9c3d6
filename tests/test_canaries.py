"""The search for canaries bites: in each place where a name may not stand, it finds one."""

import logging
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.http import HttpResponse

from tests.canaries import Canaries, canaries, looking

NAME = "Noor Verhagen"
FRAMED = f"<title>Vijfluik</title><header>{NAME}</header>"


def test_the_people_of_the_demonstration_are_canaries() -> None:
    assert canaries().search(f"van {NAME}, gemeente")
    assert not canaries().search("noor van de gemeente")


def record(message: str, raised: Exception | None = None) -> logging.LogRecord:
    thrown = (type(raised), raised, None) if raised else None
    return logging.LogRecord("vijfluik", logging.ERROR, "", 1, message, (), thrown)


@pytest.mark.parametrize(
    "put",
    [
        lambda search: search.emit(record(f"{NAME} failed")),
        lambda search: search.emit(record("failed", ValueError(NAME))),
        lambda search: search.look_at_mail(EmailMessage("Klaar", f"voor {NAME}", to=["a@b.nl"])),
        lambda search: search.look_at_mail(EmailMessage(f"{NAME}", "klaar", to=["a@b.nl"])),
        lambda search: search.look_at_answer(
            {"PATH_INFO": "/zoeken/", "QUERY_STRING": "zoek=Noor+Verhagen"}, HttpResponse("")
        ),
        lambda search: search.look_at_answer(
            {}, HttpResponse(status=302, headers={"Location": "/?naam=Noor%20Verhagen"})
        ),
        lambda search: search.look_at_answer({}, HttpResponse(f"<title>{NAME}</title>")),
        lambda search: search.look_at_answer({}, HttpResponse(f"<p>{NAME}</p>", status=404)),
    ],
)
def test_a_name_is_found_wherever_it_may_not_stand(put: Any) -> None:
    assert len(looking(put)) == 1


@pytest.mark.parametrize(
    "put",
    [
        lambda search: search.look_at_mail(EmailMessage("Klaar", to=["ruben@ror.example"])),
        lambda search: search.look_at_answer({}, HttpResponse(f"<p>{NAME}</p>")),
        lambda search: search.look_at_answer({}, HttpResponse(FRAMED, status=404)),
        lambda search: search.emit(record("failed")),
    ],
)
def test_where_it_may_stand_it_is_not_found(put: Any) -> None:
    assert looking(put) == []


def test_a_test_in_which_one_comes_out_fails() -> None:
    search = Canaries()
    wrapped = search.pytest_runtest_call()
    next(wrapped)
    search.emit(record(NAME))
    with pytest.raises(pytest.fail.Exception, match="personal data came out"):
        wrapped.send(None)
