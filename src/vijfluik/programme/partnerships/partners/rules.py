"""What makes a partner right: its country stays when something was delivered to it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.partnerships.common import in_order
from vijfluik.programme.partnerships.models import Delivery, Partner
from vijfluik.programme.partnerships.partnership.register import REGISTER as PARTNERSHIPS
from vijfluik.programme.partnerships.vocabulary import DeliveryState


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a partner."""
    yield from same_owner(content, about, field="partnership", parent=PARTNERSHIPS)
    yield from _country(content, about)
    yield from in_order(
        content,
        first="joined_on",
        then=("left_on",),
        right=_("de dag van deelname of later"),
    )


def _country(content: Content, about: About) -> Iterator[Fault]:
    """What the database refuses, in words: a partner abroad cannot be made a domestic one."""
    if about.key is None:
        return
    before = Partner.objects.filter(key=about.key).values_list("country", flat=True).first()
    if before is None or before == content.country:
        return
    delivered = Delivery.objects.filter(partner=about.key, state=DeliveryState.DELIVERED)
    if delivered.exists():
        yield Fault(
            field="country",
            wrong=_("aan deze partner is al geleverd"),
            right=_("hetzelfde land, of trek eerst de leveringen in"),
        )
