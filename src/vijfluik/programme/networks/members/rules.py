"""What makes the record of a member right beyond its fields."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vijfluik.core.registers.belonging import same_owner
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About
from vijfluik.core.registers.faults import Fault
from vijfluik.programme.networks.common import of_a_municipality
from vijfluik.programme.networks.members.terms import last_day
from vijfluik.programme.networks.models import Member, Network
from vijfluik.programme.networks.network.register import REGISTER as NETWORKS
from vijfluik.programme.networks.vocabulary import NetworkState
from vijfluik.programme.networks.wordings import wordings


def rules(content: Content, about: About) -> Iterator[Fault]:
    """The faults of a member."""
    yield from of_a_municipality(content, about)
    yield from same_owner(content, about, field="network", parent=NETWORKS)
    yield from _open_network(content, about)
    yield from _consent(content, about)


def _open_network(content: Content, about: About) -> Iterator[Fault]:
    """People are recorded in a network that is there, and after what must be weighed was."""
    network = about.lookups.row(Network, key=content.network)
    if network is None:
        return
    if network.state != NetworkState.ACTIVE:
        yield Fault(
            field="network",
            wrong=_("dit netwerk is er niet meer"),
            right=_("een netwerk dat actief is"),
        )
    if network.assessed_on is None:
        yield Fault(
            field="network",
            wrong=_("voor dit netwerk zijn de toetsen nog niet vastgesteld"),
            right=_(
                "leg bij het netwerk eerst de dag vast waarop de gemeente de "
                "gegevensbeschermingseffectbeoordeling en de toets aan mensenrechten vaststelde"
            ),
        )


def _consent(content: Content, about: About) -> Iterator[Fault]:
    """There is consent today, for words that were shown, and it does not go on by itself."""
    if content.consent_on is None or not content.consent_months:
        return
    until = last_day(given=content.consent_on, months=content.consent_months)
    if until < about.today:
        yield Fault(
            field="consent_on",
            wrong=_("deze toestemming is al vervallen"),
            right=_("de dag waarop het lid opnieuw toestemming gaf"),
        )
    words = wordings().get(content.wording)
    if words is not None and content.consent_on < words.since:
        yield Fault(
            field="wording",
            wrong=_("deze tekst was er op die dag nog niet"),
            right=_("de versie die het lid heeft gezien"),
        )
    was = Member.objects.filter(key=about.key).first() if about.key else None
    if was is not None and until > was.consent_until and content.consent_on <= was.consent_on:
        yield Fault(
            field="consent_on",
            wrong=_("toestemming wordt niet langer zonder nieuwe toestemming"),
            right=_("de latere dag waarop het lid opnieuw toestemming gaf"),
        )
