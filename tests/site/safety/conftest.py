"""The settings of an installation that is safe to switch on."""

import secrets
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from vijfluik.site.accounts.sign_in import SignIn
from vijfluik.site.barriers import Reporting


@pytest.fixture
def safe(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """As the guide of operations leaves them; a test alters one."""
    state = tmp_path / "state"
    state.mkdir(mode=0o750)
    (state / "sealer.key").touch(mode=0o600)
    for name in ("SECRET_KEY", "ACCOUNTS_KEY", "DOCUMENTS_KEY"):
        file = tmp_path / name
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
        monkeypatch.setenv(f"{name}_FILE", str(file))
        setattr(settings, name, file.read_text())
    leaked = tmp_path / "leaked.txt"
    leaked.write_text("0" * 40 + ":3\r\n")
    settings.BREACHED_PASSWORDS = str(leaked)
    settings.STATE = state
    settings.DEMONSTRATION = settings.DEBUG = False
    settings.SIGN_IN = SignIn.PROOF
    settings.ALLOWED_HOSTS = ["vijfluik.example.nl"]
    settings.SECURE_SSL_REDIRECT = settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.LANGUAGE_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 63_072_000
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.ADDRESS_HEADER = "X-Real-IP"
    settings.EMAIL_HOST = "mail.example.nl"
    settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = True, False
    settings.DEFAULT_FROM_EMAIL = "vijfluik@example.nl"
    settings.REPORTING = Reporting(by="Programmabureau", mail="toegankelijk@example.nl")
    return settings
