"""How the platform is doing, for machines: no sign-in, and nothing about anybody."""

import hmac

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from vijfluik.site import environment
from vijfluik.site.watching import metrics
from vijfluik.site.watching.readiness import ready
from vijfluik.ui.marks import public

TOKEN = "VIJFLUIK_METRICS_TOKEN"  # noqa: S105 (the name of the variable)


@public
@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """`{"status": "ok"}` when the database answers; an error of the server otherwise."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return JsonResponse({"status": "ok"})


@public
@require_safe
def live(_request: HttpRequest) -> JsonResponse:
    """`{"status": "ok"}` while this process answers; asks nothing of anything else."""
    return JsonResponse({"status": "ok"})


@public
@require_safe
def readiness(_request: HttpRequest) -> JsonResponse:
    """Yes or no per check; 503 when one says no, so that a proxy looks elsewhere."""
    answers = ready()
    fine = all(answers.values())
    return JsonResponse(
        {"status": "ok" if fine else "not ready", "checks": answers}, status=200 if fine else 503
    )


@public
@require_safe
def numbers(request: HttpRequest) -> HttpResponse:
    """The metrics, for whoever shows the token; without one set they do not exist.

    Raises:
        Http404: the token is not set, or another was shown.
    """
    shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
    wanted = environment.secret(TOKEN, "")
    if not wanted or not hmac.compare_digest(shown.encode(), wanted.encode()):
        raise Http404
    return HttpResponse(metrics.text(), content_type=metrics.CONTENT_TYPE)
