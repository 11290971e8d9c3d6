"""A provider of identities that the tests start themselves: OpenID Connect over TLS on 127.0.0.1.

It checks what a provider has to check: the request, the address to come back to, the proof of the
client, that a code is used once, and PKCE. `Lies` say what it does otherwise, for an attack.
"""

import hashlib
import json
import secrets
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPSConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from cryptography.exceptions import InvalidSignature
from django.utils import timezone
from tests.core.accounts.provider_certificates import Certificates
from tests.core.accounts.provider_tokens import SigningKey, b64, checked, s256, signed

from vijfluik.core.accounts.providers.configured import SUBSTANTIAL

CLIENT = "vijfluik-proef"
BACK = "https://vijfluik.test/aanmelden/via/rijk/terug/"
Change = Callable[[dict[str, Any]], None]


def now() -> float:
    """The moment, by the clock that a test may move on."""
    return timezone.now().timestamp()


def nothing(_: dict[str, Any]) -> None:
    """No change."""


@dataclass(kw_only=True)
class Lies:
    """What it does otherwise than it should: each is given what it would have said."""

    metadata: Change = nothing
    back: Change = nothing
    claims: Change = nothing
    header: dict[str, Any] = field(default_factory=dict)
    answer: Change = nothing
    key: SigningKey | None = None
    status: int = 200


@dataclass(frozen=True, kw_only=True)
class Code:
    """A code that was given, and what with."""

    asked: dict[str, str]
    subject: str
    proven_at: int


class Provider:
    """The provider: who it knows, who is signed in there, and what it saw."""

    def __init__(self, *, key: SigningKey, certificates: Certificates) -> None:
        self.keys = [key]
        self.client_keys: list[dict[str, str]] = []
        self.subject = "a1b2c3"
        self.proven_at = int(now())
        self.lies, self.back = Lies(), BACK
        self.codes: dict[str, Code] = {}
        self.seen: list[str] = []
        self.used: set[str] = set()
        self.refusals: list[str] = []
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificates.host)
        context.load_verify_locations(certificates.authority)
        # A certificate of the client is looked at where one comes.
        context.verify_mode = ssl.CERT_OPTIONAL
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.server.provider = self  # type: ignore[attr-defined]
        self.issuer = f"https://127.0.0.1:{self.server.server_port}"
        self._context = ssl.create_default_context(cafile=certificates.authority)
        self.certificates = certificates
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))

    def __enter__(self) -> "Provider":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def visited(self, address: str) -> dict[str, str]:
        """What a browser brings back that went to an address of the provider; it follows nothing.

        Raises:
            AssertionError: the provider shows an error of its own and sends nobody back.
        """
        parts = urlsplit(address)
        connection = HTTPSConnection("127.0.0.1", parts.port, context=self._context, timeout=5)
        try:
            connection.request("GET", f"{parts.path}?{parts.query}")
            answer = connection.getresponse()
            said = answer.read().decode()
        finally:
            connection.close()
        assert answer.status == 302, said
        location = answer.headers["Location"]
        assert location.startswith(f"{self.back}?")
        return dict(parse_qsl(urlsplit(location).query))

    def metadata(self) -> dict[str, Any]:
        said: dict[str, Any] = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["PS256", "ES256"],
            "token_endpoint_auth_methods_supported": ["private_key_jwt", "tls_client_auth"],
            "code_challenge_methods_supported": ["S256"],
            "acr_values_supported": list(SUBSTANTIAL),
            "authorization_response_iss_parameter_supported": True,
        }
        self.lies.metadata(said)
        return said

    def authorize(self, asked: dict[str, str]) -> str | None:
        """Where a person is sent back to; None, with a refusal, for a request that is none."""
        wanted = {
            "response_type": "code",
            "client_id": CLIENT,
            "redirect_uri": self.back,
            "scope": "openid",
            "code_challenge_method": "S256",
        }
        wrong = [name for name, value in wanted.items() if asked.get(name) != value]
        for name in ("state", "nonce", "code_challenge"):
            wrong += [] if len(asked.get(name, "")) >= 43 else [name]
        if wrong:
            self.refusals.append(f"authorize: {wrong}")
            return None
        if asked.get("prompt") == "login" or now() - self.proven_at > int(asked["max_age"]):
            self.proven_at = int(now())
        code = secrets.token_urlsafe(16)
        self.codes[code] = Code(asked=asked, subject=self.subject, proven_at=self.proven_at)
        back: dict[str, Any] = {"code": code, "state": asked["state"], "iss": self.issuer}
        self.lies.back(back)
        return f"{asked['redirect_uri']}?{urlencode(back)}"

    def token(self, form: dict[str, str], *, certificate: str) -> tuple[int, dict[str, Any]]:
        """What a code gives to whoever proves to be the client that asked for it."""
        fault = self._client_fault(form, certificate=certificate)
        code = self.codes.pop(form.get("code", ""), None)
        if fault or code is None or form.get("grant_type") != "authorization_code":
            self.refusals.append(f"token: {fault or 'code'}")
            return 400, {"error": "invalid_client" if fault else "invalid_grant"}
        if form.get("redirect_uri") != code.asked["redirect_uri"]:
            self.refusals.append("token: redirect_uri")
            return 400, {"error": "invalid_grant"}
        if s256(form.get("code_verifier", "")) != code.asked["code_challenge"]:
            self.refusals.append("token: verifier")
            return 400, {"error": "invalid_grant"}
        at, access = int(now()), secrets.token_urlsafe(16)
        claims: dict[str, Any] = {
            "iss": self.issuer,
            "sub": code.subject,
            "aud": CLIENT,
            "iat": at,
            "nbf": at,
            "exp": at + 120,
            "jti": secrets.token_urlsafe(16),
            "auth_time": code.proven_at,
            "nonce": code.asked["nonce"],
            "acr": SUBSTANTIAL[0],
            "at_hash": b64(hashlib.sha256(access.encode()).digest()[:16]),
        }
        self.lies.claims(claims)
        token = signed(claims, key=self.lies.key or self.keys[-1], header=self.lies.header)
        answer: dict[str, Any] = {
            "access_token": access,
            "token_type": "Bearer",
            "expires_in": 60,
            "id_token": token,
        }
        self.lies.answer(answer)
        return self.lies.status, answer

    def _client_fault(self, form: dict[str, str], *, certificate: str) -> str:
        if "client_assertion" not in form:
            return "" if certificate == CLIENT == form.get("client_id") else "certificate"
        if form.get("client_assertion_type", "").rpartition(":")[2] != "jwt-bearer":
            return "assertion type"
        try:
            claims = checked(form["client_assertion"], keys=self.client_keys)
        except (InvalidSignature, ValueError):
            return "signature"
        if claims["iss"] != CLIENT or claims["sub"] != CLIENT:
            return "client"
        if claims["aud"] != f"{self.issuer}/token":
            return "audience"
        if not now() - 5 < claims["exp"] <= now() + 300:
            return "expired"
        if claims["jti"] in self.used:
            return "used before"
        self.used.add(claims["jti"])
        return ""


class _Handler(BaseHTTPRequestHandler):
    """HTTP as it is spoken."""

    server: Any
    timeout = 5

    def do_GET(self) -> None:
        provider: Provider = self.server.provider
        parts = urlsplit(self.path)
        provider.seen.append(parts.path)
        if parts.path == "/.well-known/openid-configuration":
            self._json(200, provider.metadata())
        elif parts.path == "/jwks":
            self._json(200, {"keys": [key.public() for key in provider.keys]})
        elif parts.path == "/authorize":
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            back = provider.authorize(asked)
            if back is None:
                self._json(400, {"error": "invalid_request"})
                return
            self.send_response(302)
            self.send_header("Location", back)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._json(404, {})

    def do_POST(self) -> None:
        provider: Provider = self.server.provider
        provider.seen.append(self.path)
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self._json(*provider.token(form, certificate=self._certificate()))

    def _certificate(self) -> str:
        """The name in the certificate of the client; empty when it showed none."""
        told: dict[str, Any] = self.connection.getpeercert() or {}
        names = dict(pair for part in told.get("subject", ()) for pair in part)
        return str(names.get("commonName", ""))

    def _json(self, status: int, content: dict[str, Any]) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
