"""Codes of an app that counts half minutes: TOTP (RFC 6238) on HOTP (RFC 4226), SHA-1, six digits.

Those are the values that every such app takes; twenty lines of standard library against a package.
"""

import base64
import hashlib
import hmac
import secrets
import struct
from urllib.parse import quote, urlencode

SECONDS = 30
DIGITS = 6
# A clock may be one step off, either way (RFC 6238, 5.2).
DRIFT = 1
SECRET_BYTES = 20


def new_secret() -> bytes:
    """A secret for one person's app, as long as the hash (RFC 4226, 4)."""
    return secrets.token_bytes(SECRET_BYTES)


def step_at(seconds: float) -> int:
    """The half minute in which a moment lies, given in seconds since 1970."""
    return int(seconds) // SECONDS


def code_at(secret: bytes, *, step: int) -> str:
    """The code of a half minute."""
    digest = hmac.new(secret, struct.pack(">Q", step), hashlib.sha1).digest()
    place = digest[-1] & 0x0F
    (number,) = struct.unpack(">I", digest[place : place + 4])
    return str((number & 0x7FFFFFFF) % 10**DIGITS).zfill(DIGITS)


def step_of(code: str, *, secret: bytes, seconds: float, after: int = 0) -> int | None:
    """The half minute of which this is the code, or None.

    Args:
        code: what was typed; spaces do not count.
        seconds: now, in seconds since 1970.
        after: the last half minute whose code was taken; none up to it counts again.
    """
    typed = "".join(code.split()).encode()
    now = step_at(seconds)
    found = None
    for step in range(now - DRIFT, now + DRIFT + 1):
        # Each is compared, so that the time taken tells nothing.
        right = hmac.compare_digest(code_at(secret, step=step).encode(), typed)
        if right and step > after:
            found = step
    return found


def readable(secret: bytes) -> str:
    """The secret as a person types it over: Base32 in groups of four."""
    text = base64.b32encode(secret).decode()
    return " ".join(text[place : place + 4] for place in range(0, len(text), 4))


def address(secret: bytes, *, account: str, issuer: str) -> str:
    """What the square of dots holds: the address by which an app takes the secret in."""
    label = quote(f"{issuer}:{account}")
    asked = urlencode(
        {"secret": base64.b32encode(secret).decode(), "issuer": issuer, "digits": DIGITS}
    )
    return f"otpauth://totp/{label}?{asked}"
