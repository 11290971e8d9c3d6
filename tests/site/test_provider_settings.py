"""A provider of identities is set up wholly and safely, or the platform does not start."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from tests.core.accounts.provider_tokens import ec_key

from vijfluik.core.accounts.providers.configured import PREFERRED, SUBSTANTIAL, Authentication
from vijfluik.site.accounts.provider_settings import address, providers
from vijfluik.site.accounts.sign_in import SignIn

PREFIX = "VIJFLUIK_PROVIDER_RIJK_"


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """One provider, as it should be."""
    (tmp_path / "key.pem").write_text(ec_key("own").pem())
    (tmp_path / "other.pem").write_text(ec_key("other").pem())
    monkeypatch.chdir(tmp_path)
    values = {
        "VIJFLUIK_ADDRESS": "https://vijfluik.example.nl/",
        "VIJFLUIK_PROVIDERS": "rijk",
        f"{PREFIX}LABEL": "Rijkstoegang",
        f"{PREFIX}ISSUER": "https://toegang.example.nl/oidc",
        f"{PREFIX}CLIENT": "vijfluik",
        f"{PREFIX}KEY_FILE": "key.pem",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_a_provider_is_read_with_what_is_safe_where_nothing_is_said(
    given: pytest.MonkeyPatch,
) -> None:
    (found,) = providers(sign_in=SignIn.PROOF).values()
    assert (found.name, found.label, found.client) == ("rijk", "Rijkstoegang", "vijfluik")
    assert found.authentication == Authentication.PRIVATE_KEY_JWT
    assert (found.levels, found.algorithms) == (SUBSTANTIAL, PREFERRED)
    assert len(found.keys) == 1
    assert "PRIVATE KEY" not in repr(found)
    assert address() == "https://vijfluik.example.nl"
    given.setenv(f"{PREFIX}OTHER_KEY_FILE", "other.pem")
    given.setenv(f"{PREFIX}ALGORITHMS", "RS256")
    (found,) = providers(sign_in=SignIn.PROOF).values()
    assert (len(found.keys), found.algorithms) == (2, ("RS256",))
    given.setenv(f"{PREFIX}AUTHENTICATION", "tls_client_auth")
    given.setenv(f"{PREFIX}CERTIFICATE_FILE", "other.pem")
    given.setenv(f"{PREFIX}CERTIFICATE_KEY_FILE", "key.pem")
    (found,) = providers(sign_in=SignIn.PROOF).values()
    assert (found.keys, found.certificate_key) == ((), "key.pem")
    given.delenv("VIJFLUIK_PROVIDERS")
    assert providers(sign_in=SignIn.DEMONSTRATION) == {}


WRONG = [
    ("VIJFLUIK_ADDRESS", "", "set VIJFLUIK_ADDRESS"),
    ("VIJFLUIK_ADDRESS", "http://vijfluik.example.nl", "VIJFLUIK_ADDRESS must be https"),
    ("VIJFLUIK_ADDRESS", "https://vijfluik.example.nl/x", "VIJFLUIK_ADDRESS must be https"),
    ("VIJFLUIK_PROVIDERS", "Rijk!", "no word of small letters"),
    ("VIJFLUIK_PROVIDERS", "rijk, rijk", "twice"),
    (f"{PREFIX}LABEL", "", f"{PREFIX}LABEL is not set"),
    (f"{PREFIX}ISSUER", "", f"{PREFIX}ISSUER is not set"),
    (f"{PREFIX}ISSUER", "http://toegang.example.nl", "must be an https address"),
    (f"{PREFIX}ISSUER", "https://toegang.example.nl/?a=b", "must be an https address"),
    (f"{PREFIX}CLIENT", "", f"{PREFIX}CLIENT is not set"),
    (f"{PREFIX}KEY_FILE", "", f"{PREFIX}KEY_FILE is not set"),
    (f"{PREFIX}KEY_FILE", "absent.pem", f"{PREFIX}KEY_FILE"),
    (f"{PREFIX}ALGORITHMS", "HS256", "not 'HS256'"),
    (f"{PREFIX}ALGORITHMS", "none", "not 'none'"),
    (f"{PREFIX}AUTHENTICATION", "client_secret_basic", "client_secret_basic"),
    (f"{PREFIX}AUTHENTICATION", "tls_client_auth", "CERTIFICATE_FILE is not set"),
    (f"{PREFIX}AUTHORITIES_FILE", "absent.pem", f"{PREFIX}AUTHORITIES_FILE"),
]


def test_what_lacks_or_would_not_be_safe_stops_it(given: pytest.MonkeyPatch) -> None:
    for name, value, said in WRONG:
        with pytest.MonkeyPatch.context() as changed:
            changed.setenv(name, value)
            with pytest.raises(ImproperlyConfigured, match=said):
                providers(sign_in=SignIn.PROOF)
    with pytest.raises(ImproperlyConfigured, match="nobody would be asked"):
        providers(sign_in=SignIn.DEMONSTRATION)
    Path("key.pem").write_text("no key")
    with pytest.raises(ImproperlyConfigured, match="no private key"):
        providers(sign_in=SignIn.PROOF)
    Path("key.pem").write_text(ec_key("own").pem())
    given.setenv("VIJFLUIK_PROVIDERS", "rijk,ander")
    for name in ("LABEL", "ISSUER", "CLIENT", "KEY_FILE"):
        given.setenv(f"VIJFLUIK_PROVIDER_ANDER_{name}", "key.pem")
    given.setenv("VIJFLUIK_PROVIDER_ANDER_ISSUER", "https://toegang.example.nl/oidc")
    with pytest.raises(ImproperlyConfigured, match="the same issuer"):
        providers(sign_in=SignIn.PROOF)
