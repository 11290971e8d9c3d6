"""What makes an offer right beyond its fields: days in order, forms of its day, nobody named."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.citizens import names_nobody
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.offers.common import in_order
from vijfluik.programme.offers.taxonomy import forms


def rules(content: Content, _about: About) -> Iterator[Fault]:
    """The faults of an offer."""
    yield from in_order(content, first="valid_from", then=("valid_until", "review_on", "ended_on"))
    yield from names_nobody(content, names=("name", "summary", "contact", "duration"))
    yield from _forms(content)


def _forms(content: Content) -> Iterator[Fault]:
    """Forms that the list held while the offer stood."""
    last = content.valid_until
    for code in content.forms:
        form = forms().get(code)
        if form is None:
            continue
        over = content.valid_from and form.until and content.valid_from >= form.until
        if over or (last and form.since > last):
            yield Fault(
                field="forms",
                wrong=_("“%(form)s” stond toen niet in de lijst") % {"form": form.names["nl"]},
                right=_("een vorm uit de lijst van die dagen"),
            )
