"""What is known of a trajectory, in the order of its pages and files."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Field
from vijfluik.programme.offers.common import item_field
from vijfluik.programme.offers.vocabulary import TrajectoryState

_ENDED = (TrajectoryState.ENDED.value,)

FIELDS = (
    Field(name="name", synonyms=("titel",), example="Voorbeeldtraject", names=True, listed=True),
    Field(
        name="reference",
        synonyms=("nummer",),
        hint=_("uw eigen nummer"),
        example="VB-TR-001",
    ),
    Field(
        name="organisation",
        synonyms=("organisatie",),
        hint=_("code of naam van de organisatie die het samenstelt"),
        example="ess",
        listed=True,
        short=lambda trajectory: trajectory.organisation_id.upper(),
    ),
    item_field(),
    Field(name="goal", example="Een lokaal netwerk dat blijft."),
    Field(name="audience", synonyms=("doelgroep",), example="gemeente", listed=True),
    Field(
        name="parts",
        synonyms=("delen", "onderdelen"),
        hint=_("kenmerken van aanbod op volgorde, met een komma ertussen"),
        short=lambda trajectory: len(trajectory.parts),
        heading=_("aantal delen"),
        listed=True,
        sort=("", ""),
    ),
    Field(
        name="composed_on",
        hint=_("dd-mm-jjjj, niet in de toekomst"),
        example="08-01-2026",
        past=True,
        heading=_("samengesteld"),
    ),
    Field(name="review_on", listed=True, heading=_("nalopen voor")),
    Field(name="ended_on", past=True, needed=_ENDED, only=_ENDED, entered=False),
    Field(name="state", synonyms=("status",), example="in het aanbod", listed=True),
)
