"""Headers that go with every answer, beside those of Django and of the content security policy.

As OWASP ASVS 5.0 (3.4, 14.3.2) and the Dutch API design rules ask. What an answer says itself
stays: files with a hash in their name may be kept.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

# Passkeys are asked for by our own pages, which may also put a paragraph on the clipboard.
OWN = ("publickey-credentials-create", "publickey-credentials-get", "clipboard-write")
NOBODY = (
    "accelerometer",
    "autoplay",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
PERMISSIONS = ", ".join([*(f"{name}=()" for name in NOBODY), *(f"{name}=(self)" for name in OWN)])
ALWAYS = {
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Resource-Policy": "same-origin",
    # Pages are of one reader at one moment; nothing of them stays on a shared computer.
    "Cache-Control": "no-store",
}


class HeadersMiddleware:
    """Stands first, so that it sees the answers of all others, those to a static file included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add what the answer does not say itself."""
        response = self.get_response(request)
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        return response
