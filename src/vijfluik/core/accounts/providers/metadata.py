"""What a provider says of itself (OpenID Connect Discovery 1.0), checked before it is believed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vijfluik.core.accounts.providers import fetching
from vijfluik.core.accounts.providers.configured import Authentication, Provider
from vijfluik.core.accounts.providers.faults import Fault, ProviderFailed
from vijfluik.core.accounts.providers.keeping import Kept

KNOWN = "/.well-known/openid-configuration"


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """Where a provider is asked what.

    Attributes:
        authorization: where people are sent.
        token: where a code is exchanged.
        keys: where its public keys stand.
        names_itself: whether each of its answers says who it is of (RFC 9207).
    """

    authorization: str
    token: str
    keys: str
    names_itself: bool


_kept: Kept[Metadata] = Kept()


def metadata_of(provider: Provider) -> Metadata:
    """What the provider says of itself.

    Raises:
        ProviderFailed: it does not answer, or says something that this installation cannot do
            with: another issuer, no PKCE, another way to prove oneself, other signatures.
    """
    return _kept.get(f"{provider.issuer} {provider.authentication}", make=lambda: _asked(provider))


def forget() -> None:
    """Ask each provider anew."""
    _kept.forget()


def _asked(provider: Provider) -> tuple[Metadata, int | None]:
    answer = fetching.get(provider.issuer.rstrip("/") + KNOWN, provider=provider)
    if answer.status != 200:
        raise ProviderFailed(Fault.UNREACHABLE)
    return checked(answer.content, provider=provider), answer.keep


def checked(said: Mapping[str, Any], *, provider: Provider) -> Metadata:
    """The metadata, when they are of this provider and fit what was agreed.

    Raises:
        ProviderFailed: they do not.
    """
    if said.get("issuer") != provider.issuer:
        raise ProviderFailed(Fault.METADATA)
    # Each list that must hold something of ours; RFC 8414: without methods there is no PKCE.
    needed = {
        "response_types_supported": ("code",),
        "code_challenge_methods_supported": ("S256",),
        "token_endpoint_auth_methods_supported": (provider.authentication.value,),
        "id_token_signing_alg_values_supported": provider.algorithms,
    }
    if not all(_some(said.get(name), of=ours) for name, ours in needed.items()):
        raise ProviderFailed(Fault.METADATA)
    levels = said.get("acr_values_supported")
    if levels is not None and not _some(levels, of=provider.levels):
        raise ProviderFailed(Fault.METADATA)
    addresses = {**said, **_of_mutual_tls(said, provider=provider)}
    authorization, token, keys = (
        addresses.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")
    )
    if not all(fetching.secure(address) for address in (authorization, token, keys)):
        raise ProviderFailed(Fault.METADATA)
    return Metadata(
        authorization=str(authorization),
        token=str(token),
        keys=str(keys),
        names_itself=said.get("authorization_response_iss_parameter_supported") is True,
    )


def _of_mutual_tls(said: Mapping[str, Any], *, provider: Provider) -> Mapping[str, Any]:
    """Where a certificate is asked for, when that is another address (RFC 8705, 5)."""
    aliases = said.get("mtls_endpoint_aliases")
    if provider.authentication != Authentication.MUTUAL_TLS or not isinstance(aliases, dict):
        return {}
    return {name: aliases[name] for name in ("token_endpoint",) if name in aliases}


def _some(said: object, *, of: tuple[str, ...]) -> bool:
    return isinstance(said, list) and any(value in said for value in of)
