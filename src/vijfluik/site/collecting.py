"""Where the journal is sent on to, from the environment."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from vijfluik.site import environment

URL, HEADERS, VIEWS = "VIJFLUIK_OTLP_URL", "VIJFLUIK_OTLP_HEADERS", "VIJFLUIK_OTLP_VIEWS"
KNOWN = ("ldv", "adl", "bio2")


@dataclass(frozen=True, kw_only=True)
class Collecting:
    """url: empty when nothing is sent on; headers: such as a key; views: those that are sent."""

    url: str
    views: tuple[str, ...]
    # Not in what is printed: a header may be a key.
    headers: dict[str, str] = field(repr=False)


def read(*, proof: bool) -> Collecting:
    """What the three variables say.

    Args:
        proof: whether people prove who they are here; then nothing goes without TLS.

    Raises:
        ImproperlyConfigured: an address is none or would go without TLS, a header has no value, or
            a view is unknown.
    """
    url = environment.text(URL, "")
    scheme = urlsplit(url).scheme
    if url and scheme not in ("https", "http"):
        raise ImproperlyConfigured(f"{URL} must begin with https://, such as https://host:4318.")
    if scheme == "http" and proof:
        raise ImproperlyConfigured(
            f"{URL} must begin with https://. Sending without TLS is for a demonstration only."
        )
    views = environment.words(VIEWS, default=list(KNOWN))
    if unknown := sorted(set(views) - set(KNOWN)):
        raise ImproperlyConfigured(f"{VIEWS}: {unknown[0]!r} is none of: {', '.join(KNOWN)}.")
    return Collecting(url=url, views=tuple(dict.fromkeys(views)), headers=_headers())


def _headers() -> dict[str, str]:
    """Name and value by `=`, one from the other by a comma, as OpenTelemetry writes them."""
    found = {}
    for part in environment.secret(HEADERS, "").split(","):
        if not part.strip():
            continue
        name, sign, value = part.strip().partition("=")
        if not sign or not name:
            raise ImproperlyConfigured(f"{HEADERS} holds name=value, separated by commas.")
        found[name] = value
    return found
