"""The register of trajectories, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.offers.common import SERVED, item_filter
from vijfluik.programme.offers.models import Trajectory, TrajectoryStep
from vijfluik.programme.offers.trajectory.fields import FIELDS
from vijfluik.programme.offers.trajectory.lifecycle import ACTS, LIFECYCLE
from vijfluik.programme.offers.trajectory.rules import rules
from vijfluik.programme.offers.trajectory.terms import TERMS, lapsed
from vijfluik.programme.offers.vocabulary import TrajectoryState

REGISTER = Register(
    thing="trajectories",
    words=Words(
        path="trajecten",
        title=_("Trajecten"),
        new=_("Nieuw traject"),
        intro=_(
            "Een traject zet aanbod van verschillende partners op volgorde, zodat wie steun zoekt "
            "weet wat eerst komt en wat daarna."
        ),
        begin=_("Leg vast waar het traject toe dient en uit welk aanbod het bestaat."),
        begun=_("De volgorde is op de pagina van het traject te veranderen."),
        opened=_("Samengesteld"),
        opening=_("Samenstellen"),
        tones={
            TrajectoryState.OFFERED: "positive",
            TrajectoryState.ENDED: "neutral",
            TrajectoryState.WITHDRAWN: "negative",
        },
    ),
    model=Trajectory,
    steps=TrajectoryStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="publiek", path="audience", label=_("voor wie"), first=True),
        Filter(word="aanbieder", path="organisation"),
        item_filter(),
    ),
    acts=ACTS,
    terms=TERMS,
    items=SERVED,
    rules=rules,
    lapsed=lapsed,
)
