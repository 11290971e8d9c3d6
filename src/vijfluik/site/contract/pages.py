"""Where the description stands: `/openapi.json`, for anybody, as the rules ask."""

import json
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vijfluik.core.registers.exporting.structured import CONTENT_TYPE
from vijfluik.site.contract.description import VERSION, description
from vijfluik.ui.marks import public


@public
@require_safe
def openapi(_request: HttpRequest) -> HttpResponse:
    """The description. It says what the code says to whoever reads that, and shows no record."""
    return HttpResponse(_text(), content_type=CONTENT_TYPE, headers={"API-Version": VERSION})


@cache
def _text() -> bytes:
    return (json.dumps(description(), ensure_ascii=False, indent=1) + "\n").encode()
