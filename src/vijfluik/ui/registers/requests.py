"""What a page of a register reads from its request."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from vijfluik.core.access.gate import Refused
from vijfluik.core.partners.acting import Acting
from vijfluik.ui.shell import Link

ONWARD = "verder"


def acting_of(request: HttpRequest) -> Acting:
    """Who acts in this request.

    Raises:
        Refused: nobody does.
    """
    who = getattr(request, "acting", None)
    if not isinstance(who, Acting):
        raise Refused
    return who


def page_number(request: HttpRequest) -> int:
    """The page of the list that is asked for; 1 for what is no number."""
    word = request.GET.get("pagina", "1")
    return int(word) if word.isascii() and word.isdigit() and len(word) < 9 else 1


def onward(request: HttpRequest, *, otherwise: str) -> str:
    """Where to go when the act is done: the page of this site that the reader came from."""
    target = request.GET.get(ONWARD, "")
    if url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        return target
    return otherwise


def offer(request: HttpRequest, *links: Link) -> None:
    """Leave what the reader can do now, for the foot of the page."""
    request.vijfluik_can_do = links  # type: ignore[attr-defined]


def list_url(thing: str) -> str:
    """The address of a register's list."""
    return reverse(f"{thing}:list")
