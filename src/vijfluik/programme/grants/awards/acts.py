"""How each step of an award is asked for and told."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from vijfluik.core.partners.queries import today
from vijfluik.core.registers.declaration import Act
from vijfluik.programme.grants.models import Award
from vijfluik.programme.grants.withdrawing import WITHDRAWING_MONEY


def _signing(award: Award) -> Mapping[str, object]:
    return {"awarded_on": today(), "report_by": award.report_by}


def _accounting(award: Award) -> Mapping[str, object]:
    """As much as is known already, so that a municipality types little."""
    return {
        "accounted_on": today(),
        "spent_cents": award.spent_cents or award.amount_cents,
        "participants": list(award.participants),
        "results": award.results,
    }


def _settling(award: Award) -> Mapping[str, object]:
    known = [each for each in (award.spent_cents, award.amount_cents) if each is not None]
    return {"settled_on": today(), "settled_cents": min(known, default=None)}


ACTS = (
    Act(
        name="grant",
        word="ondertekenen",
        done=_("Toegekend"),
        asks=("awarded_on", "report_by"),
        day="awarded_on",
        initial=_signing,
        icon="decision",
        tone="positive",
    ),
    Act(name="start", word="beginnen", done=_("In uitvoering"), icon="planned"),
    Act(
        name="account",
        word="verantwoorden",
        done=_("Verantwoord"),
        asks=("accounted_on", "spent_cents", "participants", "results"),
        day="accounted_on",
        initial=_accounting,
        icon="decision",
        undone_by="return",
    ),
    Act(name="return", word="terugleggen", done=_("Verantwoording teruggelegd"), icon="change"),
    Act(
        name="settle",
        word="vaststellen",
        done=_("Vastgesteld"),
        asks=("settled_on", "settled_cents"),
        day="settled_on",
        initial=_settling,
        icon="positive",
        tone="positive",
    ),
    Act(
        name="reclaim",
        word="terugvorderen",
        done=_("Teruggevorderd"),
        asks=("reclaimed_cents",),
        icon="decision",
        tone="warning",
    ),
    Act(name="recover", word="ontvangen", done=_("Terugbetaald"), icon="closed"),
    WITHDRAWING_MONEY,
)
