"""What a provider answers is believed only when all of it holds; against a real one over TLS."""

import dataclasses
import datetime as dt
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from tests.core.accounts.provider import BACK, CLIENT, Lies
from tests.core.accounts.provider import Provider as Running
from tests.core.accounts.provider_started import forget
from tests.core.accounts.provider_tokens import ec_key, rsa_key

from vijfluik.core.accounts.limits import LIMITS
from vijfluik.core.accounts.providers import fetching, keeping
from vijfluik.core.accounts.providers.asking import Asked, address_of, new_request
from vijfluik.core.accounts.providers.configured import SUBSTANTIAL, Authentication, Provider
from vijfluik.core.accounts.providers.exchanging import who_answered
from vijfluik.core.accounts.providers.faults import Fault, ProviderFailed
from vijfluik.core.accounts.providers.keys import SORTS
from vijfluik.core.accounts.providers.metadata import metadata_of
from vijfluik.core.accounts.providers.signing import NoSigningKey, signing_key
from vijfluik.core.accounts.providers.tokens import DRIFT, OLDEST, Identified

# What another key than the provider's own signs with; made once, for it takes a while.
STRANGERS = {"rsa": rsa_key("first"), "ec": ec_key("first"), "small": rsa_key("small", bits=1024)}
HOUR = 3600


def asked_of(agreed: Provider, *, again: bool = False) -> tuple[Asked, str]:
    """A request, and the address that the person is sent to."""
    asked = new_request(at=dt.datetime.now(dt.UTC), again=again)
    where = address_of(
        asked, provider=agreed, metadata=metadata_of(agreed), back=BACK, language="nl"
    )
    return asked, where


def answered(
    answer: dict[str, str], *, agreed: Provider, asked: Asked, back: str = BACK
) -> Identified:
    return who_answered(answer, provider=agreed, asked=asked, back=back, at=dt.datetime.now(dt.UTC))


def gone_through(running: Running, agreed: Provider, *, again: bool = False) -> Identified:
    asked, where = asked_of(agreed, again=again)
    return answered(running.visited(where), agreed=agreed, asked=asked)


def fault_of(running: Running, agreed: Provider, *, again: bool = False) -> Fault:
    with pytest.raises(ProviderFailed) as raised:
        gone_through(running, agreed, again=again)
    return raised.value.fault


def test_a_person_is_known_after_the_code_flow_with_pkce_and_a_signed_proof(
    running: Running, agreed: Provider
) -> None:
    asked, where = asked_of(agreed)
    words = dict(parse_qsl(urlsplit(where).query))
    assert words == {
        "response_type": "code",
        "client_id": CLIENT,
        "redirect_uri": BACK,
        "scope": "openid",
        "state": asked.state,
        "nonce": asked.nonce,
        "code_challenge": words["code_challenge"],
        "code_challenge_method": "S256",
        "acr_values": " ".join(SUBSTANTIAL),
        "max_age": str(int(LIMITS.whole.total_seconds())),
        "ui_locales": "nl",
    }
    # 256 random bits each, and the verifier goes nowhere but to the token endpoint.
    assert min(len(asked.state), len(asked.nonce), len(asked.verifier)) == 43
    assert asked.verifier not in where
    found = answered(running.visited(where), agreed=agreed, asked=asked)
    assert (found.issuer, found.subject) == (running.issuer, "a1b2c3")
    assert int(found.proven_at.timestamp()) == running.proven_at
    assert running.refusals == []
    assert running.seen == ["/.well-known/openid-configuration", "/authorize", "/token", "/jwks"]


def test_every_sort_of_signature_is_checked_that_was_agreed_and_no_other(
    running: Running, agreed: Provider
) -> None:
    for key in (running.keys[0], STRANGERS["ec"]):
        running.keys = [dataclasses.replace(key, name=f"as-{key.algorithm}")]
        running.lies = Lies()
        forget()
        assert gone_through(running, agreed).subject == "a1b2c3"
    # The least that the profile takes is taken only where that was agreed.
    running.keys = [STRANGERS["rsa"]]
    running.lies = Lies(header={"alg": "RS256"})
    assert fault_of(running, agreed) == Fault.ALGORITHM
    assert set(SORTS) == {"PS256", "RS256", "ES256"}


def put(**values: object) -> Callable[[dict[str, Any]], None]:
    """A lie that says other values; None leaves one out."""

    def change(said: dict[str, Any]) -> None:
        for name, value in values.items():
            if value is None:
                said.pop(name, None)
            else:
                said[name] = value

    return change


def shift(name: str, seconds: float) -> Callable[[dict[str, Any]], None]:
    """A lie about a moment: so many seconds from what it is."""

    def change(said: dict[str, Any]) -> None:
        said[name] = time.time() + seconds

    return change


LATE = DRIFT.total_seconds() + 5
OLD = OLDEST.total_seconds() + LATE
CLAIMS: list[tuple[Callable[[dict[str, Any]], None], Fault]] = [
    (put(iss="https://127.0.0.1:1"), Fault.TOKEN_ISSUER),
    (put(iss=None), Fault.TOKEN_ISSUER),
    (put(aud="another-client"), Fault.AUDIENCE),
    (put(aud=[CLIENT, "another-client"]), Fault.AUDIENCE),
    (put(aud=None), Fault.AUDIENCE),
    (put(azp="another-client"), Fault.PARTY),
    (put(nonce="of another request"), Fault.NONCE),
    (put(nonce="\ud800"), Fault.NONCE),
    (put(nonce=None), Fault.NONCE),
    (put(exp=None), Fault.MALFORMED),
    (put(exp="9999999999"), Fault.MALFORMED),
    (put(exp=1e300), Fault.MALFORMED),
    (shift("exp", -LATE), Fault.EXPIRED),
    (shift("iat", -OLD), Fault.TOO_OLD),
    (shift("iat", LATE), Fault.TOO_OLD),
    (shift("nbf", LATE), Fault.TOO_OLD),
    (put(auth_time=None), Fault.MALFORMED),
    (shift("auth_time", -LIMITS.whole.total_seconds() - LATE), Fault.NOT_AGAIN),
    (shift("auth_time", LATE), Fault.NOT_AGAIN),
    (put(acr=None), Fault.LEVEL),
    (put(acr="http://eidas.europa.eu/LoA/low"), Fault.LEVEL),
    (put(sub=None), Fault.SUBJECT),
    (put(sub=""), Fault.SUBJECT),
    (put(sub="x" * 256), Fault.SUBJECT),
    (put(sub="é"), Fault.SUBJECT),
    (put(sub_id_type="urn:nl-eid-gdi:1.0:id:legacy-BSN"), Fault.SUBJECT),
    (put(represents={"sub": "1", "iss": "https://127.0.0.1:1"}), Fault.REPRESENTS),
    (put(at_hash="AAAAAAAAAAAAAAAAAAAAAA"), Fault.ACCESS_HASH),
]


def test_one_wrong_claim_is_enough_to_be_nobody(running: Running, agreed: Provider) -> None:
    found = []
    for change, _ in CLAIMS:
        running.lies = Lies(claims=change)
        found.append(fault_of(running, agreed))
    assert found == [fault for _, fault in CLAIMS]


SIGNED: list[tuple[Lies, Fault]] = [
    (Lies(header={"alg": "none"}), Fault.ALGORITHM),
    (Lies(header={"alg": "None"}), Fault.ALGORITHM),
    # The public key, which everybody has, as if it were a shared secret.
    (Lies(header={"alg": "HS256"}), Fault.ALGORITHM),
    (Lies(header={"alg": None}), Fault.ALGORITHM),
    (Lies(header={"alg": ["PS256"]}), Fault.ALGORITHM),
    (Lies(key=STRANGERS["rsa"]), Fault.SIGNATURE),
    # An elliptic key under the name of the other sort.
    (Lies(key=STRANGERS["ec"]), Fault.KEY),
    (Lies(header={"kid": "nobody's"}), Fault.KEY),
    (Lies(header={"kid": 7}), Fault.KEY),
    (Lies(header={"typ": "at+jwt"}), Fault.MALFORMED),
    (Lies(header={"crit": ["exp"], "exp": 1}), Fault.MALFORMED),
    # The key that comes along with the token itself counts for nothing.
    (
        Lies(key=STRANGERS["rsa"], header={"kid": "stranger", "jwk": STRANGERS["rsa"].public()}),
        Fault.KEY,
    ),
    (Lies(answer=put(id_token="a.b")), Fault.MALFORMED),
    (Lies(answer=put(id_token="e30.e30.")), Fault.ALGORITHM),
    (Lies(answer=put(id_token="é.é.é")), Fault.MALFORMED),
    (Lies(answer=put(id_token="x" * 20_000)), Fault.MALFORMED),
    (Lies(answer=put(id_token=None)), Fault.MALFORMED),
    (Lies(answer=put(access_token=None)), Fault.MALFORMED),
    (Lies(answer=put(token_type="mac")), Fault.MALFORMED),
    # Another access token than the one that the token speaks of.
    (Lies(answer=put(access_token="another")), Fault.ACCESS_HASH),
    (Lies(status=400), Fault.CODE),
    (Lies(status=503), Fault.BUSY),
]


def test_a_token_counts_when_the_provider_signed_it_as_agreed(
    running: Running, agreed: Provider
) -> None:
    found = []
    for lies, _ in SIGNED:
        running.lies = lies
        found.append(fault_of(running, agreed))
    assert found == [fault for _, fault in SIGNED]


def test_a_key_that_is_too_short_checks_nothing(running: Running, agreed: Provider) -> None:
    running.keys = [STRANGERS["small"]]
    assert fault_of(running, agreed) == Fault.KEY


def test_new_keys_are_looked_up_by_name_and_not_too_often(
    running: Running, agreed: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert gone_through(running, agreed).subject == "a1b2c3"
    running.keys = [*running.keys, ec_key("second")]
    # Just looked: a name that nobody knows does not make us ask the provider without end.
    assert fault_of(running, agreed) == Fault.KEY
    assert running.seen.count("/jwks") == 1
    monkeypatch.setattr(keeping, "PATIENCE", 0)
    assert gone_through(running, agreed).subject == "a1b2c3"
    assert running.seen.count("/jwks") == 2
    # The key of before is taken away, and signs nothing any more.
    running.lies = Lies(key=running.keys[0])
    running.keys = running.keys[1:]
    forget()
    assert fault_of(running, agreed) == Fault.KEY


METADATA: list[dict[str, object]] = [
    {"issuer": "https://127.0.0.1:1"},
    {"issuer": None},
    {"response_types_supported": ["id_token"]},
    {"code_challenge_methods_supported": ["plain"]},
    {"code_challenge_methods_supported": None},
    {"token_endpoint_auth_methods_supported": ["client_secret_basic"]},
    {"id_token_signing_alg_values_supported": ["HS256", "none"]},
    {"acr_values_supported": ["http://eidas.europa.eu/LoA/low"]},
    {"token_endpoint": "http://127.0.0.1/token"},
    {"authorization_endpoint": "https://user:word@127.0.0.1/authorize"},
    {"jwks_uri": "file:///etc/passwd"},
    {"jwks_uri": "https://[::1/jwks"},
    {"jwks_uri": 7},
]


def test_a_provider_that_says_something_else_than_agreed_is_asked_nothing(
    running: Running, agreed: Provider
) -> None:
    for said in METADATA:
        running.lies = Lies(metadata=put(**said))
        with pytest.raises(ProviderFailed) as raised:
            metadata_of(agreed)
        assert raised.value.fault == Fault.METADATA, said


def test_another_answer_than_to_this_request_is_none(running: Running, agreed: Provider) -> None:
    asked, where = asked_of(agreed)
    answer = running.visited(where)
    # Mixed up with another provider (RFC 9207): its code goes nowhere.
    for other in ({"iss": "https://127.0.0.1:1"}, {"iss": ""}):
        with pytest.raises(ProviderFailed, match="issuer"):
            answered({**answer, **other}, agreed=agreed, asked=asked)
    without = {name: value for name, value in answer.items() if name != "iss"}
    with pytest.raises(ProviderFailed, match="issuer"):
        answered(without, agreed=agreed, asked=asked)
    assert "/token" not in running.seen
    # A code that was stolen is of no use with another verifier, nor at another address.
    with pytest.raises(ProviderFailed, match="code"):
        answered(answer, agreed=agreed, asked=asked_of(agreed)[0])
    assert running.refusals[-1] == "token: verifier"
    asked, where = asked_of(agreed)
    with pytest.raises(ProviderFailed, match="code"):
        answered(running.visited(where), agreed=agreed, asked=asked, back=f"{BACK}x")
    assert running.refusals[-1] == "token: redirect_uri"
    # Nor a second time.
    asked, where = asked_of(agreed)
    answer = running.visited(where)
    answered(answer, agreed=agreed, asked=asked)
    with pytest.raises(ProviderFailed, match="code"):
        answered(answer, agreed=agreed, asked=asked)
    assert running.refusals[-1] == "token: code"


def test_an_error_of_the_provider_is_told_apart(running: Running, agreed: Provider) -> None:
    cases = {
        "access_denied": Fault.CANCELLED,
        "temporarily_unavailable": Fault.BUSY,
        "unmet_authentication_requirements": Fault.LEVEL,
        "unauthorized_client": Fault.REFUSED,
    }
    asked, _ = asked_of(agreed)
    for error, fault in cases.items():
        with pytest.raises(ProviderFailed) as raised:
            answered({"error": error, "iss": running.issuer}, agreed=agreed, asked=asked)
        assert raised.value.fault == fault
    with pytest.raises(ProviderFailed, match="code"):
        answered({"iss": running.issuer}, agreed=agreed, asked=asked)


def test_somebody_proves_it_again_there_and_a_proof_of_before_is_none(
    running: Running, agreed: Provider
) -> None:
    running.proven_at = int(time.time()) - HOUR
    found = gone_through(running, agreed)
    assert time.time() - found.proven_at.timestamp() >= HOUR
    words = dict(parse_qsl(urlsplit(asked_of(agreed, again=True)[1]).query))
    assert (words["prompt"], words["max_age"]) == ("login", "0")
    found = gone_through(running, agreed, again=True)
    assert time.time() - found.proven_at.timestamp() < 10
    # A provider that asks nobody anything.
    running.lies = Lies(claims=shift("auth_time", -LATE))
    assert fault_of(running, agreed, again=True) == Fault.NOT_AGAIN


def test_mutual_tls_proves_this_installation_and_no_certificate_proves_nothing(
    running: Running, agreed: Provider
) -> None:
    certificate, key = running.certificates.client
    by_certificate = dataclasses.replace(
        agreed,
        authentication=Authentication.MUTUAL_TLS,
        keys=(),
        certificate=certificate,
        certificate_key=key,
    )
    aliases = {"token_endpoint": f"{running.issuer}/token"}
    running.lies = Lies(metadata=put(mtls_endpoint_aliases=aliases, token_endpoint="http://x/"))
    assert gone_through(running, by_certificate).subject == "a1b2c3"
    # The certificate of another: that of the host itself.
    host, host_key = running.certificates.host
    other = dataclasses.replace(by_certificate, certificate=host, certificate_key=host_key)
    assert fault_of(running, other) == Fault.CODE
    assert running.refusals == ["token: certificate"]


def test_another_key_than_was_agreed_proves_nothing(running: Running, agreed: Provider) -> None:
    agreed = dataclasses.replace(agreed, keys=(STRANGERS["ec"].pem(),))
    running.client_keys = [{**each, "kid": signing_key(agreed.keys[0])[0].thumbprint()}
                           for each in running.client_keys]  # fmt: skip
    assert fault_of(running, agreed) == Fault.CODE
    assert running.refusals == ["token: signature"]
    with pytest.raises(NoSigningKey, match="2048"):
        signing_key(STRANGERS["small"].pem())
    with pytest.raises(NoSigningKey, match="PEM"):
        signing_key("no key")
    assert signing_key(STRANGERS["rsa"].pem())[1] == "PS256"


def test_a_host_that_nobody_vouches_for_is_not_talked_to(
    running: Running, agreed: Provider
) -> None:
    with pytest.raises(ProviderFailed, match="unreachable"):
        metadata_of(dataclasses.replace(agreed, authorities=""))
    assert running.seen == []
    nobody = dataclasses.replace(agreed, issuer="https://127.0.0.1:1")
    with pytest.raises(ProviderFailed, match="unreachable"):
        metadata_of(nobody)


def test_an_answer_is_bounded_and_leads_nowhere_else(
    running: Running, agreed: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ProviderFailed, match="unreachable"):
        metadata_of(dataclasses.replace(agreed, issuer=f"{running.issuer}/authorize?"))
    monkeypatch.setattr(fetching, "MOST_BYTES", 100)
    with pytest.raises(ProviderFailed, match="unreachable"):
        metadata_of(agreed)
    for address in ("http://127.0.0.1/", "https://", "https://a@b/", "https://a/#b", 7, None):
        assert not fetching.secure(address)
    assert fetching.secure("https://127.0.0.1:8443/a?b=c")


def test_what_a_provider_publishes_is_kept_as_long_as_it_says_within_bounds() -> None:
    kept: keeping.Kept[int] = keeping.Kept()
    made = iter(range(9))
    assert kept.get("a", make=lambda: (next(made), 0)) == 0
    assert kept.get("a", make=lambda: (next(made), 0)) == 0
    assert kept.get("b", make=lambda: (next(made), None)) == 1
    kept.forget()
    assert kept.get("a", make=lambda: (next(made), None)) == 2
    headers = {"no-store": 0, "public, max-age=90": 90, "max-age=x": None, "": None}
    assert {each: fetching._seconds_to_keep(each) for each in headers} == headers
