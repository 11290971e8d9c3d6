"""The five steps: what each is for, where it is done, and how the registers tell that it was."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vijfluik.accountability.figures.models import FigureReceipt
from vijfluik.accountability.releases.access import OPENED, open_releases
from vijfluik.core.partners.models import Mandate, Purpose
from vijfluik.programme.grants.models import Award
from vijfluik.programme.grants.vocabulary import COMMITTED
from vijfluik.programme.trainings.models import Training


@dataclass(frozen=True, kw_only=True)
class Way:
    """A page on which a step is done, for whoever may do `action` to `thing` for `purpose`."""

    label: Promise
    view: str
    thing: str
    action: str
    purpose: Purpose = Purpose.PROGRAMME


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step.

    Attributes:
        ways: in the order in which they are gone; the last one completes the step.
        reads: of which thing `made` are the records, and for what purpose they are asked.
        made: what there is once the step was done; nothing else is kept of it.
    """

    key: str
    title: Promise
    why: Promise
    ways: tuple[Way, ...]
    reads: str
    made: Callable[[], QuerySet[Any]]
    purpose: Purpose = Purpose.PROGRAMME


def _working_mandates() -> QuerySet[Mandate]:
    """Those with which somebody works in the programme; the first administrators have others."""
    return Mandate.objects.filter(
        purpose=Purpose.PROGRAMME, approved_by__isnull=False, ended_at__isnull=True
    )


def _signed_awards() -> QuerySet[Award]:
    return Award.objects.filter(state__in=COMMITTED)


def _receipts_over_records() -> QuerySet[FigureReceipt]:
    """A figure over nothing can be proven too; it is not what a new organisation is after."""
    return FigureReceipt.objects.exclude(fingerprints=b"")


STEPS = (
    Step(
        key="mensen",
        title=gettext_lazy("Mensen en mandaten"),
        why=gettext_lazy(
            "Nodig collega’s uit en stel voor elk een mandaat voor: een rol bij een organisatie."
            " Een ander keurt het goed. Een organisatie die nog niet in de lijst staat, voegt toe"
            " wie de installatie beheert."
        ),
        ways=(
            Way(
                label=gettext_lazy("Iemand uitnodigen"),
                view="account_new",
                thing="accounts",
                action="invite",
                purpose=Purpose.ADMINISTRATION,
            ),
            Way(
                label=gettext_lazy("Mandaat voorstellen"),
                view="mandate_new",
                thing="mandates",
                action="grant",
                purpose=Purpose.ADMINISTRATION,
            ),
        ),
        reads="mandates",
        made=_working_mandates,
        purpose=Purpose.ADMINISTRATION,
    ),
    Step(
        key="subsidie",
        title=gettext_lazy("De eerste subsidie"),
        why=gettext_lazy(
            "Leg de begrotingsregel vast, stel daarop de toekenning op, en laat een collega haar"
            " ondertekenen. Vanaf dan telt het bedrag mee."
        ),
        ways=(
            Way(
                label=gettext_lazy("Begrotingsregel vastleggen"),
                view="budget_lines:create",
                thing="budget_lines",
                action="create",
            ),
            Way(
                label=gettext_lazy("Toekenning opstellen"),
                view="awards:create",
                thing="awards",
                action="create",
            ),
        ),
        reads="awards",
        made=_signed_awards,
    ),
    Step(
        key="training",
        title=gettext_lazy("De eerste training"),
        why=gettext_lazy(
            "Lees een bestand in met wat er al is gegeven, of leg een aanvraag vast en zet daarna"
            " de stappen: plannen en als gegeven vastleggen."
        ),
        ways=(
            Way(
                label=gettext_lazy("Bestand inlezen"),
                view="trainings:import",
                thing="trainings",
                action="import",
            ),
            Way(
                label=gettext_lazy("Training vastleggen"),
                view="trainings:create",
                thing="trainings",
                action="create",
            ),
        ),
        reads="trainings",
        made=Training.objects.all,
    ),
    Step(
        key="cijfer",
        title=gettext_lazy("Het eerste cijfer"),
        why=gettext_lazy(
            "Open een cijfer dat uw registraties telt en maak er een vaste verwijzing van. Dan"
            " ligt zijn bewijs vast: wie het later narekent, moet op hetzelfde uitkomen."
        ),
        ways=(
            Way(
                label=gettext_lazy("Naar de cijfers"),
                view="figures:list",
                thing="figures",
                action="read",
            ),
        ),
        reads="figures",
        made=_receipts_over_records,
    ),
    Step(
        key="rapportage",
        title=gettext_lazy("De eerste rapportage"),
        why=gettext_lazy(
            "Begin een uitgave en kijk de controlelijst na. Een collega stelt haar vast; daarna"
            " publiceert u haar. Elk getal erin is berekend."
        ),
        ways=(
            Way(
                label=gettext_lazy("Uitgave beginnen"),
                view="releases:create",
                thing="releases",
                action="create",
            ),
        ),
        reads=OPENED,
        made=open_releases,
    ),
)
