"""What a request is called where its address must not stand: by its route."""

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "(none)"


def route_of(request: HttpRequest) -> str:
    """The pattern of the address, such as `/trainingen/<uuid:key>/`; never the address itself."""
    match = getattr(request, "resolver_match", None)
    if match is not None:
        return f"/{match.route}"
    return "/static/" if request.path.startswith(settings.STATIC_URL) else UNKNOWN
