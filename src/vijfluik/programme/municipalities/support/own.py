"""What was decided about the reader's own municipality, one by one."""

import uuid

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from vijfluik.core.access.decisions import reach
from vijfluik.core.access.gate import Refused, refuse, require
from vijfluik.core.partners.acting import Acting
from vijfluik.core.partners.models import Organisation
from vijfluik.programme.municipalities.models import Deviation
from vijfluik.programme.municipalities.support.queries import THING
from vijfluik.ui.shell import Link

_OBJECT = "municipalities.deviation"


def own_deviations(who: Acting) -> QuerySet[Deviation]:
    """Those about the municipalities for which `who` reads the support. Inside `acting(who)`."""
    where = reach(who=who, thing=THING, action="read")
    places = Organisation.objects.filter(code__in=where.organisations, place__isnull=False)
    return Deviation.objects.filter(place__in=places.values("place"))


def access_own_deviation(*, who: Acting, key: uuid.UUID) -> Deviation:
    """One of them; the decision is journalled. Call it inside `acting(who)`.

    Raises:
        Refused: it is about another municipality, or there is none.
    """
    found = own_deviations(who).filter(key=key).select_related("place").first()
    if found is None:
        refuse(thing=THING, action="read", object_type=_OBJECT, object_key=str(key))
        raise Refused
    require(
        thing=THING,
        action="read",
        organisation=Organisation.objects.get(place=found.place_id).code,
        object_type=_OBJECT,
        object_key=str(key),
    )
    return found


def home_of(deviation: Deviation) -> Link:
    """Where it stands: on the page of the support, in the year in which it was decided."""
    here = reverse("municipalities:support_of", args=[deviation.place.code])
    year = urlencode({"jaar": deviation.decided_on.year})
    return Link(
        label=_("Steun aan %(name)s") % {"name": deviation.place.name}, url=f"{here}?{year}"
    )
