"""What makes an instalment right beyond its fields: it is its award's."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import WITHDRAWN, About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.grants.awards.register import REGISTER as AWARDS
from vijfluik.programme.grants.models import Award
from vijfluik.programme.grants.vocabulary import COMMITTED, InstalmentState


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of an instalment."""
    yield from same_owner(content, about, field="award", parent=AWARDS)
    yield from _committed(content, about)


def _committed(content: Content, about: About) -> Iterator[Fault]:
    """Nothing is paid that was not committed, and no instalment is more than the whole."""
    award = about.lookups.row(Award, key=content.award)
    if award is None or about.state in (InstalmentState.CANCELLED, WITHDRAWN):
        return
    if about.state == InstalmentState.PAID and award.state not in COMMITTED:
        yield Fault(
            field="award",
            wrong=_("deze toekenning is nog niet ondertekend"),
            right=_("onderteken eerst de beschikking"),
        )
    whole = award.amount_cents
    if whole is not None and content.amount_cents is not None and content.amount_cents > whole:
        yield Fault(
            field="amount_cents",
            wrong=_("dit is meer dan er is toegekend"),
            right=_("hoogstens het toegekende bedrag"),
        )
