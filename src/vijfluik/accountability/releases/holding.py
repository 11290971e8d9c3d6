"""While a release is decided on or under embargo, its text is its makers'."""

from django.db import connection

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import acting_now

THING = "releases"


def held_back(slug: str) -> bool:
    """Whether the text of a report is held back from who acts now.

    Its makers work on; to everybody else it does not exist until a release of it is open.
    """
    if not reach(who=acting_now(), thing=THING, action="read").nowhere:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT releases.held_back(%s)", [slug])
        return bool(cursor.fetchone()[0])
