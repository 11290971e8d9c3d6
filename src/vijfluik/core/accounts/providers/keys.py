"""The public keys of a provider, found by name; a name that is new makes us look once more."""

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

from vijfluik.core.accounts.providers import fetching
from vijfluik.core.accounts.providers.configured import Provider
from vijfluik.core.accounts.providers.faults import Fault, ProviderFailed
from vijfluik.core.accounts.providers.keeping import Kept
from vijfluik.core.accounts.providers.metadata import Metadata
from vijfluik.core.accounts.providers.signing import LEAST_BITS

Listed = Sequence[Mapping[str, Any]]
# Which sort of key checks which signature: a public RSA key never serves as a shared secret.
SORTS = {"PS256": "RSA", "RS256": "RSA", "ES256": "EC"}

_kept: Kept[Listed] = Kept()


def key_for(
    provider: Provider, *, metadata: Metadata, name: str | None, algorithm: str
) -> ECKey | RSAKey:
    """The key that a token says it was signed with.

    Args:
        name: its `kid`; None where the token names none, which goes while one key alone fits.

    Raises:
        ProviderFailed: there is none, or it does not fit the algorithm.
    """
    for anew in (False, True):
        listed = _kept.get(
            metadata.keys, make=lambda: _asked(provider, metadata=metadata), anew=anew
        )
        fitting = [each for each in listed if _fits(each, name=name, algorithm=algorithm)]
        if len(fitting) == 1:
            return _imported(fitting[0])
    raise ProviderFailed(Fault.KEY)


def forget() -> None:
    """Ask each provider anew."""
    _kept.forget()


def _asked(provider: Provider, *, metadata: Metadata) -> tuple[Listed, int | None]:
    answer = fetching.get(metadata.keys, provider=provider)
    listed = answer.content.get("keys")
    if answer.status != 200 or not isinstance(listed, list):
        raise ProviderFailed(Fault.UNREACHABLE)
    return [each for each in listed if isinstance(each, dict)], answer.keep


def _fits(listed: Mapping[str, Any], *, name: str | None, algorithm: str) -> bool:
    if name is not None and listed.get("kid") != name:
        return False
    if listed.get("kty") != SORTS[algorithm]:
        return False
    if algorithm == "ES256" and listed.get("crv") != "P-256":
        return False
    if listed.get("use", "sig") != "sig":
        return False
    return bool(listed.get("alg", algorithm) == algorithm)


def _imported(listed: Mapping[str, Any]) -> ECKey | RSAKey:
    # The public half only, whatever else a provider would show.
    names = ("kty", "n", "e", "crv", "x", "y")
    public = {name: listed[name] for name in names if isinstance(listed.get(name), str)}
    try:
        if public["kty"] == "EC":
            return ECKey.import_key(public)
        if _bits(public["n"]) < LEAST_BITS:
            raise ProviderFailed(Fault.KEY)
        return RSAKey.import_key(public)
    except (JoseError, ValueError, KeyError) as error:
        raise ProviderFailed(Fault.KEY) from error


def _bits(modulus: str) -> int:
    """The length of a modulus as a JWK writes it."""
    padded = modulus + "=" * (-len(modulus) % 4)
    return int.from_bytes(base64.urlsafe_b64decode(padded), "big").bit_length()
