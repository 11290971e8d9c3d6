"""What a provider states of somebody, checked claim by claim before a word of it is believed.

OpenID Connect Core 3.1.3.7, the NL GOV profile (client profile, "ID Tokens") and RFC 8725. Of two
readings the stricter one is taken.
"""

import base64
import binascii
import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError

from vijfluik.core.accounts.providers.asking import Asked
from vijfluik.core.accounts.providers.configured import Provider
from vijfluik.core.accounts.providers.faults import Fault, ProviderFailed
from vijfluik.core.accounts.providers.keys import key_for
from vijfluik.core.accounts.providers.metadata import Metadata

# How far two clocks may differ, and how long ago a token may have been made.
DRIFT = dt.timedelta(seconds=30)
OLDEST = dt.timedelta(minutes=5)
LONGEST_SUBJECT = 255
LONGEST_TOKEN = 16_384


@dataclass(frozen=True, kw_only=True)
class Identified:
    """Whom a provider says it is: its word for the person, and when that was proven there."""

    issuer: str
    subject: str
    proven_at: dt.datetime


def identified(
    token: str,
    *,
    access_token: str,
    provider: Provider,
    metadata: Metadata,
    asked: Asked,
    at: dt.datetime,
) -> Identified:
    """Who it is, by an ID token that answers this request.

    Args:
        access_token: what came along with it; a token that speaks of another one is refused.
        asked: the request that it has to answer.
        at: the moment.

    Raises:
        ProviderFailed: it does not hold; the fault names the first thing that is wrong.
    """
    claims = _signed(token, provider=provider, metadata=metadata)
    _for_us(claims, provider=provider)
    _of_now(claims, at=at)
    if not _same(claims.get("nonce"), asked.nonce):
        raise ProviderFailed(Fault.NONCE)
    if claims.get("acr") not in provider.levels:
        raise ProviderFailed(Fault.LEVEL)
    # Acting for another is a mandate here, and nothing that a provider gives.
    if claims.keys() & {"represents", "act", "may_act"}:
        raise ProviderFailed(Fault.REPRESENTS)
    if "at_hash" in claims and not _same(claims["at_hash"], half_hash(access_token)):
        raise ProviderFailed(Fault.ACCESS_HASH)
    return Identified(
        issuer=provider.issuer,
        subject=_subject(claims),
        proven_at=_proven(claims, asked=asked, at=at),
    )


def half_hash(access_token: str) -> str:
    """The left half of the SHA-256 of an access token, as `at_hash` writes it."""
    digest = hashlib.sha256(access_token.encode()).digest()
    return base64.urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()


def _signed(token: str, *, provider: Provider, metadata: Metadata) -> Mapping[str, Any]:
    header = _header(token)
    algorithm = header.get("alg")
    if algorithm not in provider.algorithms:
        raise ProviderFailed(Fault.ALGORITHM)
    # A statement of another sort, such as an access token, is none of this one (RFC 8725, 3.11).
    if header.get("typ", "JWT") != "JWT" or "crit" in header:
        raise ProviderFailed(Fault.MALFORMED)
    name = header.get("kid")
    if name is not None and not isinstance(name, str):
        raise ProviderFailed(Fault.KEY)
    key = key_for(provider, metadata=metadata, name=name, algorithm=str(algorithm))
    try:
        found = jws.deserialize_compact(token, key, algorithms=[str(algorithm)])
        claims = json.loads(found.payload)
    except JoseError as error:
        raise ProviderFailed(Fault.SIGNATURE) from error
    except (ValueError, RecursionError) as error:
        raise ProviderFailed(Fault.MALFORMED) from error
    if not isinstance(claims, dict):
        raise ProviderFailed(Fault.MALFORMED)
    return claims


def _header(token: str) -> Mapping[str, Any]:
    """What a token says of its signature; it decides nothing by itself."""
    if len(token) > LONGEST_TOKEN or token.count(".") != 2:
        raise ProviderFailed(Fault.MALFORMED)
    first = token.partition(".")[0]
    try:
        found = json.loads(base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise ProviderFailed(Fault.MALFORMED) from error
    if not isinstance(found, dict):
        raise ProviderFailed(Fault.MALFORMED)
    return found


def _for_us(claims: Mapping[str, Any], *, provider: Provider) -> None:
    if claims.get("iss") != provider.issuer:
        raise ProviderFailed(Fault.TOKEN_ISSUER)
    # For others as well is not for us: nobody agreed on them.
    if claims.get("aud") not in (provider.client, [provider.client]):
        raise ProviderFailed(Fault.AUDIENCE)
    if claims.get("azp", provider.client) != provider.client:
        raise ProviderFailed(Fault.PARTY)


def _of_now(claims: Mapping[str, Any], *, at: dt.datetime) -> None:
    if _moment(claims, "exp") <= at - DRIFT:
        raise ProviderFailed(Fault.EXPIRED)
    made = _moment(claims, "iat")
    if not at - OLDEST - DRIFT <= made <= at + DRIFT:
        raise ProviderFailed(Fault.TOO_OLD)
    if "nbf" in claims and _moment(claims, "nbf") > at + DRIFT:
        raise ProviderFailed(Fault.TOO_OLD)


def _proven(claims: Mapping[str, Any], *, asked: Asked, at: dt.datetime) -> dt.datetime:
    """When the person proved it there: not before what was asked for, and not in time to come."""
    proven = _moment(claims, "auth_time")
    if not asked.at - asked.oldest - DRIFT <= proven <= at + DRIFT:
        raise ProviderFailed(Fault.NOT_AGAIN)
    return min(proven, at)


def _subject(claims: Mapping[str, Any]) -> str:
    subject, sort = claims.get("sub"), claims.get("sub_id_type", "")
    if not isinstance(subject, str) or not 1 <= len(subject) <= LONGEST_SUBJECT:
        raise ProviderFailed(Fault.SUBJECT)
    # No citizen service number comes in here, not even as a word for somebody.
    if not subject.isascii() or "bsn" in str(sort).lower():
        raise ProviderFailed(Fault.SUBJECT)
    return subject


def _moment(claims: Mapping[str, Any], name: str) -> dt.datetime:
    """A claim of seconds since 1970."""
    value = claims.get(name)
    # A truth value is a whole number to Python, and no moment.
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ProviderFailed(Fault.MALFORMED)
    try:
        return dt.datetime.fromtimestamp(float(value), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ProviderFailed(Fault.MALFORMED) from error


def _same(given: object, wanted: str) -> bool:
    if not isinstance(given, str):
        return False
    # A text in JSON may hold halves of characters, which nothing encodes otherwise.
    return hmac.compare_digest(given.encode(errors="surrogatepass"), wanted.encode())
