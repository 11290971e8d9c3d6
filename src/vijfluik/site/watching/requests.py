"""Each request is counted and told in one line, by its route: no address with a key in it."""

import logging
import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from vijfluik.site.watching import metrics
from vijfluik.site.watching.routes import UNKNOWN, route_of

LOG = logging.getLogger("vijfluik.requests")
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}


class WatchMiddleware:
    """Stands first: what it measures is what the browser waits for, streamed files excepted."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Give the request a number of its own, and tell what became of it."""
        began = time.perf_counter()
        number = secrets.token_hex(8)
        request.vijfluik_number = number  # type: ignore[attr-defined]
        response = self.get_response(request)
        seconds = time.perf_counter() - began
        response.headers["X-Request-ID"] = number
        route = route_of(request)
        # A method of somebody's own invention would make a series of its own.
        method = request.method if request.method in METHODS else UNKNOWN
        metrics.count(route=route, method=str(method), status=response.status_code, seconds=seconds)
        if not settings.DEMONSTRATION:
            LOG.info(
                "request",
                extra={
                    "fields": {
                        "request": number,
                        "route": route,
                        "method": method,
                        "status": response.status_code,
                        "ms": round(seconds * 1000, 1),
                    }
                },
            )
        return response
