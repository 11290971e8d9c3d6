"""Health, logs and metrics say how the platform is doing, and nothing about anybody."""

import json
import logging
import shutil
import sys
from collections import namedtuple
from pathlib import Path

import pytest
from django.db import DatabaseError, connections
from django.test import Client
from pytest_django.fixtures import Settings
from tests.site import people

from vijfluik.site.watching import readiness
from vijfluik.site.watching.logs import JsonLines

CANARY = "Kanarie Wuivelaar"
TOKEN = "Wuivelaar-1234"
Usage = namedtuple("Usage", "free")


def test_alive_asks_no_database_and_ready_tells_each_check(
    platform: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.STATE = tmp_path
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(free=10**12))
    # Attempts that other tests were refused stay, and wait for a sealer that is not there.
    monkeypatch.setattr(readiness, "sealer_lag", lambda: 0.0)
    client = Client()
    assert client.get("/gezond/leeft/").json() == {"status": "ok"}
    answer = client.get("/gezond/klaar/")
    assert answer.status_code == 200
    assert answer.json()["checks"] == dict.fromkeys(readiness.CHECKS, True)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(free=10**6))
    monkeypatch.setattr(readiness, "sealer_lag", lambda: 61.0)
    monkeypatch.setattr(readiness, "_migrated", Unmigrated())
    answer = client.get("/gezond/klaar/")
    assert answer.status_code == 503
    no = {"sealer": False, "disk": False, "migrations": False}
    assert answer.json() == {
        "status": "not ready",
        "checks": {"database": True, "destroyed": True, **no},
    }


class Unmigrated:
    """A database with migrations to come."""

    def __call__(self) -> bool:
        return False

    def cache_clear(self) -> None:
        """Nothing is kept."""


def test_a_database_that_is_away_is_not_ready_and_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def away() -> bool:
        raise DatabaseError(CANARY)

    monkeypatch.setattr(readiness, "CHECKS", {"database": away})
    answer = Client().get("/gezond/klaar/")
    assert answer.status_code == 503
    assert CANARY not in answer.content.decode()


def test_an_event_that_waits_is_the_lag_of_the_sealer(committed: str) -> None:
    people.browser(people.POLICY_OFFICER).get("/trainingen/")
    with connections["auditor"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM journal_queue")
        assert cursor.fetchone()[0] > 0
    assert 0 < readiness.sealer_lag() < 60


def test_metrics_are_shown_for_the_token_by_route_without_keys(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = people.browser(people.POLICY_OFFICER)
    client.get("/trainingen/00000000-0000-4000-8000-000000000007/")
    client.generic("WUIVEL", "/gezond/leeft/")
    assert client.get("/gezond/metingen/").status_code == 404
    monkeypatch.setenv("VIJFLUIK_METRICS_TOKEN", TOKEN)
    for shown in ("", "Bearer ", f"Bearer {TOKEN}x"):
        assert client.get("/gezond/metingen/", headers={"Authorization": shown}).status_code == 404
    answer = client.get("/gezond/metingen/", headers={"Authorization": f"Bearer {TOKEN}"})
    told = answer.content.decode()
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    line = 'vijfluik_requests_total{method="GET",route="/trainingen/<uuid:key>/",status="404"}'
    assert line in told
    assert "00000000-0000" not in told
    assert "WUIVEL" not in told
    assert 'vijfluik_request_seconds_bucket{le="0.15",route="/trainingen/<uuid:key>/"}' in told
    assert 'vijfluik_ready{check="database"} 1.0' in told
    assert "vijfluik_sealer_lag_seconds" in told
    assert "vijfluik_outbox_mails 0.0" in told
    assert "vijfluik_outbox_seconds 0.0" in told
    assert "vijfluik_mail_given_up 0.0" in told
    # One that never went round stands still, and has no moment.
    assert "vijfluik_notifier_stands_still 1.0" in told
    assert "vijfluik_notifier_seconds" not in told


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    """What was logged, as an installation writes it."""
    return [json.loads(JsonLines().format(record)) for record in caplog.records]


def test_a_request_is_one_line_with_its_route_and_number(
    platform: str, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    client = people.browser(people.POLICY_OFFICER)
    settings.DEMONSTRATION = False
    with caplog.at_level(logging.INFO, logger="vijfluik.requests"):
        answer = client.get(f"/trainingen/?zoek={CANARY}")
    (line,) = [each for each in lines(caplog) if each["logger"] == "vijfluik.requests"]
    assert line["route"] == "/trainingen/"
    assert (line["method"], line["status"]) == ("GET", 200)
    assert line["request"] == answer.headers["X-Request-ID"]
    assert "Wuivelaar" not in json.dumps(line)
    assert b"verzonnen gegevens" not in answer.content


def failing(words: str) -> None:
    """As a database, that puts values in its messages."""
    raise DatabaseError(f"Key (name)=({words}) already exists.")


def test_no_value_reaches_a_line_whoever_logs_it(caplog: pytest.LogCaptureFixture) -> None:
    others = logging.getLogger("somebody.elses")
    try:
        failing(CANARY)
    except DatabaseError:
        others.exception("Internal Server Error: %s", f"/zoeken/?zoek={CANARY}")
    others.error(f"Already formatted: {CANARY}")
    others.error("%s took %d ms", CANARY, 12)
    others.error("%(who)s", {"who": CANARY})
    others.warning("Booting worker with pid: %s", 7)
    told = lines(caplog)
    assert "Wuivelaar" not in json.dumps(told[:4])
    assert told[0]["message"] == "Internal Server Error: …"
    assert told[0]["exception"] == "django.db.utils.DatabaseError"
    assert any("failing" in place for place in told[0]["places"])  # type: ignore[attr-defined]
    assert told[2]["message"] == "… took 12 ms"
    assert told[4]["message"] == "Booting worker with pid: 7"


def test_an_error_of_a_page_is_told_without_its_address(
    platform: str, settings: Settings, caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    settings.DEMONSTRATION = False
    client = people.browser(people.POLICY_OFFICER)
    client.raise_request_exception = False
    monkeypatch.setattr("vijfluik.site.search.pages.render", lambda *_, **__: failing(CANARY))
    answer = client.post("/zoeken/", {"zoek": CANARY})
    assert answer.status_code == 500
    assert "Wuivelaar" not in answer.content.decode()
    told = lines(caplog)
    assert "Wuivelaar" not in json.dumps(told)
    (fault,) = [each for each in told if each["logger"] == "django.request"]
    assert (fault["route"], fault["status"]) == ("/zoeken/", 500)
    assert fault["request"] == answer.headers["X-Request-ID"]
    assert sys.exc_info() == (None, None, None)
