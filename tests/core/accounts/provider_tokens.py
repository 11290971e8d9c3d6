"""Signed tokens (JWS), made and checked by `cryptography` alone: not by the platform's own hand."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

Private = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
PSS = padding.PSS(mgf=padding.MGF1(hashes.SHA256()), salt_length=32)


def b64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def number(text: str) -> int:
    return int.from_bytes(unb64(text), "big")


def of_number(value: int) -> str:
    return b64(value.to_bytes((value.bit_length() + 7) // 8, "big"))


@dataclass(frozen=True, kw_only=True)
class SigningKey:
    """A key of the provider, under a name."""

    name: str
    private: Private = field(repr=False)

    @property
    def algorithm(self) -> str:
        return "PS256" if isinstance(self.private, rsa.RSAPrivateKey) else "ES256"

    def public(self) -> dict[str, str]:
        """As its JWKS shows it."""
        shown = {"kid": self.name, "use": "sig", "alg": self.algorithm}
        if isinstance(self.private, rsa.RSAPrivateKey):
            numbers = self.private.public_key().public_numbers()
            return {**shown, "kty": "RSA", "n": of_number(numbers.n), "e": of_number(numbers.e)}
        point = self.private.public_key().public_numbers()
        x, y = (b64(value.to_bytes(32, "big")) for value in (point.x, point.y))
        return {**shown, "kty": "EC", "crv": "P-256", "x": x, "y": y}

    def pem(self) -> str:
        return self.private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ).decode()


def rsa_key(name: str, *, bits: int = 2048) -> SigningKey:
    return SigningKey(name=name, private=rsa.generate_private_key(65537, bits))


def ec_key(name: str) -> SigningKey:
    return SigningKey(name=name, private=ec.generate_private_key(ec.SECP256R1()))


def signed(
    claims: Mapping[str, Any], *, key: SigningKey, header: Mapping[str, Any] | None = None
) -> str:
    """The token; with another header where an attack wants one."""
    told = {"alg": key.algorithm, "typ": "JWT", "kid": key.name, **(header or {})}
    told = {name: value for name, value in told.items() if value is not None}
    text = f"{b64(json.dumps(told).encode())}.{b64(json.dumps(claims).encode())}"
    return f"{text}.{b64(_signature(text.encode(), key=key, algorithm=told.get('alg', '')))}"


def _signature(text: bytes, *, key: SigningKey, algorithm: str) -> bytes:
    if algorithm == "none":
        return b""
    if algorithm == "HS256":
        # The confusion: the public key, which everybody has, as a shared secret.
        public = key.private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return hmac.digest(public, text, "sha256")
    if isinstance(key.private, ec.EllipticCurvePrivateKey):
        r, s = decode_dss_signature(key.private.sign(text, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")
    how = padding.PKCS1v15() if algorithm == "RS256" else PSS
    return key.private.sign(text, how, hashes.SHA256())


def checked(token: str, *, keys: list[dict[str, str]]) -> dict[str, Any]:
    """The claims of a token signed with one of these public keys.

    Raises:
        InvalidSignature: it is not.
    """
    head, body, signature = token.split(".")
    header = json.loads(unb64(head))
    (listed,) = [each for each in keys if each["kid"] == header["kid"]]
    assert header["alg"] == listed["alg"]
    text, given = f"{head}.{body}".encode(), unb64(signature)
    if listed["kty"] == "EC":
        if len(given) != 64:
            raise InvalidSignature
        point = ec.EllipticCurvePublicNumbers(
            number(listed["x"]), number(listed["y"]), ec.SECP256R1()
        )
        two = encode_dss_signature(
            int.from_bytes(given[:32], "big"), int.from_bytes(given[32:], "big")
        )
        point.public_key().verify(two, text, ec.ECDSA(hashes.SHA256()))
    else:
        numbers = rsa.RSAPublicNumbers(number(listed["e"]), number(listed["n"]))
        numbers.public_key().verify(given, text, PSS, hashes.SHA256())
    claims: dict[str, Any] = json.loads(unb64(body))
    return claims


def s256(verifier: str) -> str:
    return b64(hashlib.sha256(verifier.encode()).digest())
