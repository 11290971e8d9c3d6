"""A provider of identities, started once for the tests that need one."""

import dataclasses
from collections.abc import Iterator

import pytest
from tests.core.accounts import provider_certificates
from tests.core.accounts.provider import BACK, CLIENT, Lies, now
from tests.core.accounts.provider import Provider as Running
from tests.core.accounts.provider_tokens import ec_key, rsa_key

from vijfluik.core.accounts.providers import keys, metadata
from vijfluik.core.accounts.providers.configured import Provider
from vijfluik.core.accounts.providers.signing import public_keys


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, Provider]]:
    """The provider with its RSA key, and what this installation agreed with it."""
    certificates = provider_certificates.made(tmp_path_factory.mktemp("tls"), client=CLIENT)
    with Running(key=rsa_key("first"), certificates=certificates) as running:
        agreed = Provider(
            name="rijk",
            label="Rijkstoegang",
            issuer=running.issuer,
            client=CLIENT,
            keys=(ec_key("own").pem(),),
            authorities=certificates.authority,
        )
        yield running, agreed


@pytest.fixture
def running(started: tuple[Running, Provider]) -> Iterator[Running]:
    """The provider, honest at first and with nothing of an earlier test."""
    found, agreed = started
    kept = list(found.keys)
    found.client_keys, found.proven_at = public_keys(agreed)["keys"], int(now())
    forget()
    yield found
    found.keys, found.lies, found.subject, found.back = kept, Lies(), "a1b2c3", BACK
    found.codes.clear()
    found.refusals.clear()
    found.seen.clear()
    forget()


@pytest.fixture
def agreed(started: tuple[Running, Provider]) -> Provider:
    """What this installation agreed with it."""
    return dataclasses.replace(started[1])


def forget() -> None:
    """Keep nothing of what a provider published."""
    metadata.forget()
    keys.forget()
