"""The keys with which this installation proves itself to a provider, and what it signs."""

import datetime as dt
import functools
import secrets
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from vijfluik.core.accounts.providers.configured import Authentication, Provider

ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
LIFETIME = dt.timedelta(seconds=60)
LEAST_BITS = 2048


class NoSigningKey(ValueError):
    """The text is no private key that the profile takes; the message says why."""


@functools.lru_cache(maxsize=16)
def signing_key(text: str) -> tuple[ECKey | RSAKey, str]:
    """The key in a PEM text, and the algorithm that it signs with.

    Raises:
        NoSigningKey: it is no unencrypted private key, or neither RSA of 2048 bits or more nor
            elliptic on P-256.
    """
    try:
        found = load_pem_private_key(text.encode(), password=None)
    except (ValueError, TypeError) as error:
        raise NoSigningKey(f"no private key in PEM without a password: {error}") from error
    if isinstance(found, RSAPrivateKey) and found.key_size >= LEAST_BITS:
        return RSAKey.import_key(text), "PS256"
    if isinstance(found, EllipticCurvePrivateKey) and isinstance(found.curve, SECP256R1):
        return ECKey.import_key(text), "ES256"
    raise NoSigningKey("neither RSA of 2048 bits or more nor elliptic on P-256")


def public_keys(provider: Provider) -> dict[str, Any]:
    """The public half of every key, as a provider reads it (RFC 7517): a new one is shown before
    it signs, an old one after.
    """
    found = []
    for text in provider.keys:
        key, algorithm = signing_key(text)
        shown = dict(key.as_dict(private=False))
        found.append({**shown, "kid": key.thumbprint(), "use": "sig", "alg": algorithm})
    return {"keys": found}


def proof_of_client(provider: Provider, *, audience: str, at: dt.datetime) -> dict[str, str]:
    """The fields of a form that prove to a provider that this installation sent it.

    With mutual TLS the certificate is the proof, and the name goes with it (RFC 8705); otherwise
    a statement of a minute, signed, for this one request (RFC 7523).

    Args:
        audience: the address that the form goes to.
        at: the moment.
    """
    if provider.authentication == Authentication.MUTUAL_TLS:
        return {"client_id": provider.client}
    key, algorithm = signing_key(provider.keys[0])
    now = int(at.timestamp())
    claims = {
        "iss": provider.client,
        "sub": provider.client,
        "aud": audience,
        "jti": secrets.token_urlsafe(24),
        "iat": now,
        "exp": now + int(LIFETIME.total_seconds()),
    }
    header = {"alg": algorithm, "kid": key.thumbprint()}
    signed = jwt.encode(header, claims, key, algorithms=[algorithm])
    return {"client_assertion_type": ASSERTION, "client_assertion": signed}
