"""The two pages of the theme itself: the style guide and the switch of the theme."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from vijfluik.ui.context import THEME_COOKIE, Theme
from vijfluik.ui.marks import public
from vijfluik.ui.styleguide import samples

ONE_YEAR = 365 * 24 * 3600


@public
@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component in all its states, with invented values; needs no database."""
    return render(request, "ui/styleguide.html", samples(request.GET.get("page", "1")))


@public
@require_POST
def switch_theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in a cookie and return to the page it was chosen on.

    The page may be any page of this host; another address is replaced by the root. A word that
    is no theme is answered as a page that does not exist.
    """
    try:
        theme = Theme(request.POST.get("theme", ""))
    except ValueError as error:
        raise Http404 from error
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        target = "/"
    response = HttpResponseRedirect(target)
    response.set_cookie(
        THEME_COOKIE,
        theme,
        max_age=ONE_YEAR,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response
