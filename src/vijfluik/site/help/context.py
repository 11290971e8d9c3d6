"""The link to the help of this page, for the frame of every page."""

from django.http import HttpRequest
from django.urls import reverse

from vijfluik.site.help.finding import help_of


def helped(request: HttpRequest) -> dict[str, object]:
    """Context processor: `help_url`. It asks the database nothing.

    A page of no address, such as that of a fault, leads to all of the help.
    """
    match = request.resolver_match
    found = help_of(match.view_name) if match is not None else ""
    return {"help_url": found or reverse("help")}
