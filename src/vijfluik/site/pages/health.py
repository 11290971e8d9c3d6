"""Whether the platform works; says nothing else."""

from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from vijfluik.ui.marks import public


@public
@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """`{"status": "ok"}` when the database answers; an error of the server otherwise."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return JsonResponse({"status": "ok"})
