"""Whether the way to the browser is closed: sign-in, TLS, cookies, headers."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from vijfluik.core.accounts.breached import BadList, examined
from vijfluik.site.accounts.sign_in import SignIn
from vijfluik.site.safety.findings import Finding

A_YEAR = 31_536_000
CSP = "csp.middleware.CSPMiddleware"
HEADERS = "vijfluik.site.headers.HeadersMiddleware"
SECURITY = "django.middleware.security.SecurityMiddleware"
UNSAFE = ("unsafe-", "*", "http:", "https:", "blob:")
# Directive → the only sources that it may name.
CLOSED = {
    "default-src": {"'none'"},
    "base-uri": {"'none'"},
    "object-src": {"'none'"},
    "frame-ancestors": {"'none'"},
    "form-action": {"'self'"},
}


def sign_in() -> Iterator[Finding]:
    """People prove who they are, and errors tell nothing of the inside."""
    if settings.SIGN_IN != SignIn.PROOF:
        yield Finding(
            check="sign-in",
            what="Whoever opens the page chooses who to be.",
            why="Nobody proves anything.",
            remedy=f"Set VIJFLUIK_SIGN_IN={SignIn.PROOF}.",
        )
    if settings.DEBUG:
        yield Finding(
            check="sign-in",
            what="VIJFLUIK_DEBUG is on.",
            why="A page of an error shows code, settings and values.",
            remedy="Leave VIJFLUIK_DEBUG out.",
        )

    yield from _breached()


def _breached() -> Iterator[Finding]:
    """Passwords that leaked are refused, by a list that can be used."""
    named = settings.BREACHED_PASSWORDS
    told = "VIJFLUIK_BREACHED_PASSWORDS_FILE names no file." if not named else ""
    if named:
        try:
            examined(Path(named))
        except (BadList, OSError) as error:
            told = f"The list of passwords that leaked cannot be used: {error}"
    if told:
        yield Finding(
            check="sign-in",
            what=told,
            why="Who guesses begins with what leaked elsewhere, and people use it again.",
            remedy="Put the list of hashes (SHA-1, ordered by hash) of Have I Been Pwned or of your"
            " own choice on this machine and name it (docs/accounts.md).",
        )


def hosts() -> Iterator[Finding]:
    """The platform answers to its own name only, and no other machine's pages count as its own."""
    names = list(settings.ALLOWED_HOSTS)
    if any(name.startswith(("*", ".")) for name in names):
        yield Finding(
            check="hosts",
            what=f"VIJFLUIK_HOSTS allows more than names of your own: {', '.join(names)}.",
            why="Links in pages would lead wherever a request says.",
            remedy="Name the host of the platform, in full.",
        )
    if not set(names) - {"127.0.0.1", "localhost", "[::1]"}:
        yield Finding(
            check="hosts",
            what="VIJFLUIK_HOSTS does not name the host of the platform.",
            why="Every request from outside is refused, and passkeys are bound to no name.",
            remedy="Set VIJFLUIK_HOSTS to the name in the certificate.",
        )


def tls() -> Iterator[Finding]:
    """Only over TLS: redirects, HSTS, cookies, and a proxy that says how it was asked."""
    unsafe = {
        "SECURE_SSL_REDIRECT": settings.SECURE_SSL_REDIRECT,
        "SESSION_COOKIE_SECURE": settings.SESSION_COOKIE_SECURE,
        "CSRF_COOKIE_SECURE": settings.CSRF_COOKIE_SECURE,
        "LANGUAGE_COOKIE_SECURE": settings.LANGUAGE_COOKIE_SECURE,
        "SESSION_COOKIE_HTTPONLY": settings.SESSION_COOKIE_HTTPONLY,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": settings.SECURE_HSTS_INCLUDE_SUBDOMAINS,
        "SECURE_HSTS_SECONDS": settings.SECURE_HSTS_SECONDS >= A_YEAR,
    }
    off = sorted(name for name, safe in unsafe.items() if not safe)
    if off:
        yield Finding(
            check="browser-tls",
            what=f"Not as they must be outside a demonstration: {', '.join(off)}.",
            why="A session that goes over an open line is anybody's.",
            remedy="They follow from VIJFLUIK_DEMONSTRATION=no; set that.",
        )
    if not settings.SECURE_PROXY_SSL_HEADER:
        yield Finding(
            check="browser-tls",
            what="No header tells whether the browser came over TLS.",
            why="The web server listens behind a proxy: every request seems open, and is sent on"
            " for ever.",
            remedy="Let the proxy set X-Forwarded-Proto itself and drop what comes in, and set"
            " VIJFLUIK_SCHEME_HEADER=X-Forwarded-Proto.",
        )
    if not settings.ADDRESS_HEADER:
        yield Finding(
            check="browser-tls",
            what="No header tells from where somebody asks.",
            why="Behind a proxy all failures to sign in come from one address, and shut out all.",
            remedy="Let the proxy set X-Real-IP itself, and set VIJFLUIK_ADDRESS_HEADER=X-Real-IP.",
        )


def policy() -> Iterator[Finding]:
    """The content security policy and the other headers go with every answer."""
    missing = [each for each in (SECURITY, CSP, HEADERS) if each not in settings.MIDDLEWARE]
    if missing:
        yield Finding(
            check="headers",
            what=f"These do not see every answer: {', '.join(missing)}.",
            why="Answers go without the headers that protect the browser.",
            remedy="Put them back in MIDDLEWARE (vijfluik.site.settings).",
        )
    directives = (getattr(settings, "CONTENT_SECURITY_POLICY", None) or {}).get("DIRECTIVES", {})
    open_ones = [
        f"{name} {source}"
        for name, sources in directives.items()
        for source in sources
        if any(part in source for part in UNSAFE)
    ]
    open_ones += [
        f"{name} is not {' '.join(wanted)}"
        for name, wanted in CLOSED.items()
        if set(directives.get(name, ())) != wanted
    ]
    if open_ones:
        yield Finding(
            check="content-security-policy",
            what=f"The policy lets in: {', '.join(open_ones)}.",
            why="A script that somebody smuggles into a page would run.",
            remedy="Take it out of CONTENT_SECURITY_POLICY (vijfluik.site.settings).",
        )
