"""Each request is one transaction in which the signed-in professional acts for one purpose."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import SimpleTemplateResponse
from django.utils.http import urlencode

from vijfluik.core.partners.acting import Acting, acting
from vijfluik.core.partners.models import Professional, Purpose
from vijfluik.core.partners.queries import actor_for
from vijfluik.core.versions.retrying import retrying


class ActingMiddleware:
    """Opens the transaction round the view; must stand last, so that nothing runs between."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Hand the request on; the work is done in `process_view`."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponseBase],
        arguments: tuple[Any, ...],
        keywords: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Run the view as somebody, in one transaction, again when another one was faster.

        An answer from here keeps Django from running the view a second time. An exception goes
        on to Django's own handlers after the transaction has been rolled back.
        """
        if getattr(view, "vijfluik_public", False):
            return None
        if not isinstance(request.user, Professional):
            target = urlencode({"next": request.get_full_path()})
            return redirect(f"{settings.LOGIN_URL}?{target}")
        who = Acting(
            actor=actor_for(request.user),
            purpose=getattr(view, "vijfluik_purpose", Purpose.PROGRAMME),
        )
        request.acting = who  # type: ignore[attr-defined]

        def once() -> HttpResponseBase:
            with acting(who):
                response = view(request, *arguments, **keywords)
                # A template that is drawn later would read outside the transaction.
                if isinstance(response, SimpleTemplateResponse):
                    response = response.render()
                return response

        return retrying(once)
