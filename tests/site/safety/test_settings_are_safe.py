"""Each unsafe setting, file and folder is found, and a safe installation is left in peace."""

import copy
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from pytest_django.fixtures import Settings

from vijfluik.site.barriers import Reporting
from vijfluik.site.safety import connection, secrets
from vijfluik.site.safety.checking import SETTINGS_CHECKS
from vijfluik.site.safety.findings import Finding


def found() -> list[Finding]:
    """What the checks of the settings find, but of the passwords of the connections: the tests have
    their own, or, where a checkout keeps its server in itself, those that stand there.
    """
    return [
        finding
        for check in SETTINGS_CHECKS
        for finding in check()
        if not finding.what.startswith("The password of the connection")
    ]


def test_a_safe_installation_has_no_finding(safe: Settings) -> None:
    assert found() == []


WRONG: list[tuple[str, str, Any]] = [
    ("sign-in", "SIGN_IN", "demonstration"),
    ("sign-in", "DEBUG", True),
    ("sign-in", "BREACHED_PASSWORDS", ""),
    ("sign-in", "BREACHED_PASSWORDS", __file__),
    ("hosts", "ALLOWED_HOSTS", ["*", "vijfluik.example.nl"]),
    ("hosts", "ALLOWED_HOSTS", ["127.0.0.1"]),
    ("browser-tls", "SECURE_SSL_REDIRECT", False),
    ("browser-tls", "SESSION_COOKIE_SECURE", False),
    ("browser-tls", "CSRF_COOKIE_SECURE", False),
    ("browser-tls", "LANGUAGE_COOKIE_SECURE", False),
    ("browser-tls", "SECURE_HSTS_SECONDS", 3600),
    ("browser-tls", "SECURE_PROXY_SSL_HEADER", None),
    ("browser-tls", "ADDRESS_HEADER", ""),
    ("headers", "MIDDLEWARE", []),
    ("secret", "SECRET_KEY", "ab" * 40),
    ("mail", "EMAIL_HOST", ""),
    ("mail", "EMAIL_USE_TLS", False),
    ("mail", "DEFAULT_FROM_EMAIL", "vijfluik@localhost"),
    ("accessibility", "REPORTING", Reporting(by="Programmabureau")),
    ("accessibility", "REPORTING", Reporting(mail="toegankelijk@example.nl")),
    ("state", "STATE", Path(os.devnull)),
    ("state", "STATE", Path(__file__).parent),
]


@pytest.mark.parametrize(("check", "name", "value"), WRONG)
def test_each_unsafe_setting_is_found(safe: Settings, check: str, name: str, value: Any) -> None:
    setattr(safe, name, value)
    told = found()
    assert {finding.check for finding in told} == {check}
    assert all(finding.what and finding.why and finding.remedy for finding in told)


@pytest.mark.parametrize(
    ("directive", "sources"),
    [
        ("script-src", ["'self'", "'unsafe-inline'"]),
        ("style-src", ["https://elders.example"]),
        ("frame-ancestors", ["'self'"]),
        ("default-src", None),
    ],
)
def test_a_policy_that_lets_something_in_is_found(
    safe: Settings, directive: str, sources: list[str] | None
) -> None:
    policy = copy.deepcopy(safe.CONTENT_SECURITY_POLICY)
    policy["DIRECTIVES"].pop(directive)
    if sources:
        policy["DIRECTIVES"][directive] = sources
    safe.CONTENT_SECURITY_POLICY = policy
    (finding,) = found()
    assert finding.check == "content-security-policy"
    assert directive in finding.what


def no_key_given(safe: Settings) -> None:
    """As when each process makes one of its own."""
    os.environ.pop("SECRET_KEY_FILE")


def one_key_for_both(safe: Settings) -> None:
    """The sessions' key seals the accounts too."""
    safe.ACCOUNTS_KEY = safe.SECRET_KEY


def key_for_all_to_read(safe: Settings) -> None:
    """A careless umask."""
    Path(os.environ["SECRET_KEY_FILE"]).chmod(0o644)


def key_of_a_provider_for_all_to_read(safe: Settings) -> None:
    """Of signing in at a provider of identities."""
    file = Path(safe.STATE, "provider.pem")
    file.touch(mode=0o644)
    os.environ["VIJFLUIK_PROVIDER_X_KEY_FILE"] = str(file)


def key_that_is_not_there(safe: Settings) -> None:
    """A wrong name."""
    os.environ["VIJFLUIK_PROVIDER_X_KEY_FILE"] = str(Path(safe.STATE, "none.pem"))


def key_from_the_code(safe: Settings) -> None:
    """Somebody took a long text that was at hand: it stands in this file."""
    safe.SECRET_KEY = "Somebody took a long text that was at hand"


def state_for_all_to_read(safe: Settings) -> None:
    """Anybody on the machine."""
    Path(safe.STATE).chmod(0o755)


def sealing_key_for_all_to_read(safe: Settings) -> None:
    """Anybody on the machine could sign."""
    Path(safe.STATE, "sealer.key").chmod(0o640)


def sealing_key_lost(safe: Settings) -> None:
    """Heads without the key that signed them."""
    Path(safe.STATE, "sealer.key").rename(Path(safe.STATE, "heads.jsonl"))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (no_key_given, "SECRET_KEY is not set"),
        (one_key_for_both, "are the same"),
        (key_for_all_to_read, "can be read by everybody"),
        (key_of_a_provider_for_all_to_read, "provider.pem can be read by everybody"),
        (key_that_is_not_there, "which is not there"),
        (key_from_the_code, "test_settings_are_safe.py"),
        (state_for_all_to_read, "can be entered by everybody"),
        (sealing_key_for_all_to_read, "can be read by others"),
        (sealing_key_lost, "is gone while heads"),
    ],
)
def test_a_secret_that_is_none_is_found(
    safe: Settings,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Settings], None],
    words: str,
) -> None:
    monkeypatch.delenv("VIJFLUIK_PROVIDER_X_KEY_FILE", raising=False)
    monkeypatch.setattr(os, "environ", os.environ.copy())
    spoil(safe)
    (finding,) = found()
    assert words in finding.what


def test_passwords_of_the_tests_are_known_ones(
    safe: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(connections["default"].settings_dict, "PASSWORD", "test-app")
    told = [finding.what for finding in secrets.secret()]
    assert any("'default' is that of the tests" in what for what in told)


def test_the_web_server_is_told_what_it_must_not_hold(safe: Settings) -> None:
    told = [finding.what for finding in secrets.web_process()]
    # The tests run as one user, with the addresses of all roles.
    assert any("can read" in what for what in told)
    assert sum("has the address of the role" in what for what in told) == 3
    Path(safe.STATE, "sealer.key").unlink()
    assert not any("can read" in finding.what for finding in secrets.web_process())


class Wire:
    """A connection that answers one question, as a server elsewhere would."""

    def __init__(self, *, local: bool, encrypted: bool, mode: str) -> None:
        self.answer = (local, encrypted)
        self.settings_dict = {"OPTIONS": {"sslmode": mode}}

    def __getitem__(self, _alias: str) -> "Wire":
        return self

    def cursor(self) -> "Wire":
        """Itself."""
        return self

    def __enter__(self) -> "Wire":
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def execute(self, _question: str) -> None:
        """Nothing to ask."""

    def fetchone(self) -> tuple[bool, bool]:
        """Whether it is a socket, whether it is encrypted."""
        return self.answer


@pytest.mark.parametrize(
    ("local", "encrypted", "mode", "words"),
    [
        (True, False, "prefer", None),
        (False, True, "verify-full", None),
        (False, False, "disable", "is not encrypted"),
        (False, True, "require", "is not verified"),
    ],
)
def test_the_way_to_the_database_is_a_socket_or_verified(
    monkeypatch: pytest.MonkeyPatch, local: bool, encrypted: bool, mode: str, words: str | None
) -> None:
    wire = Wire(local=local, encrypted=encrypted, mode=mode)
    monkeypatch.setattr(connection, "connections", wire)
    told = [finding.what for finding in connection.encryption("default")]
    assert [words in what for what in told] == ([] if words is None else [True])  # type: ignore[operator]


def test_clocks_that_differ_and_clocks_that_were_put_back_are_found(
    safe: Settings, platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(connection.clock("default")) == []
    head = Path(safe.STATE, "head.json")
    head.write_text(json.dumps({"time": "2099-01-01T00:00:00+00:00"}))
    (finding,) = connection.clock("default")
    assert "before the last signed head" in finding.what
    head.unlink()
    monkeypatch.setattr(connection, "ZONE", "Europe/Lisbon")
    monkeypatch.setattr(connection, "_own_moments", list)
    (finding,) = connection.clock("default")
    assert "time zone data" in finding.remedy
    monkeypatch.undo()
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() - 60)
    (finding,) = connection.clock("default")
    assert "differ by 60" in finding.what
