"""The life of a membership: consent, consent anew, and its end, after which nothing is left."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.programme.networks.vocabulary import MemberState
from vijfluik.programme.networks.wordings import latest

CONSENT = ("consent_on", "consent_how", "consent_for", "wording", "consent_months")

LIFECYCLE = Lifecycle(
    initial=MemberState.CONSENTED,
    opening="consent",
    opened_on="consent_on",
    edges=(
        Edge(
            name="renew",
            label=_("Nieuwe toestemming vastleggen"),
            sources=(MemberState.CONSENTED,),
            target=MemberState.CONSENTED,
            why=_("Het lid heeft het informatieblad opnieuw gezien en opnieuw toegestemd."),
        ),
        Edge(
            name="withdraw",
            label=_("Toestemming intrekken"),
            sources=(MemberState.CONSENTED,),
            target=MemberState.WITHDRAWN,
            why=_("Het lid wil niet meer, en hoeft niet te zeggen waarom."),
            reason_asked=True,
            action="withdraw",
        ),
    ),
)


def _anew(member: Any) -> dict[str, object]:
    return {
        "consent_on": today(),
        "consent_for": member.consent_for,
        "consent_months": member.consent_months,
        "wording": latest(),
    }


ACTS = (
    Act(
        name="renew",
        word="vernieuwen",
        done=_("Opnieuw toegestemd"),
        asks=CONSENT,
        day="consent_on",
        initial=_anew,
        icon="positive",
        tone="positive",
    ),
    Act(
        name="withdraw",
        word="toestemming-intrekken",
        done=_("Toestemming ingetrokken, gegevens vernietigd"),
        icon="refusal",
        tone="negative",
        danger=True,
        question=_("Wilt u de toestemming intrekken en alle gegevens van dit lid vernietigen?"),
        consequences=(
            _(
                "Naam, contactgegeven en toestemming worden meteen vernietigd, met hun hele "
                "geschiedenis. Dit kan niemand terughalen."
            ),
            _(
                "Er blijft een bewijs zonder naam: wie dit deed, wanneer, op welke grond, en "
                "een controlegetal."
            ),
            _("Het lid krijgt geen uitnodigingen meer uit dit register."),
            _("Bestanden die u eerder uit dit register haalde, vernietigt u zelf."),
        ),
    ),
)
