"""The register of releases, declared."""

import datetime as dt
from collections.abc import Mapping

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.releases.lifecycle import LIFECYCLE, RECTIFY
from vijfluik.accountability.releases.models import Release, ReleaseStep
from vijfluik.accountability.releases.rules import rules
from vijfluik.accountability.releases.vocabulary import ReleaseState as State
from vijfluik.core.partners.queries import AMSTERDAM, today
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import Act, Field, Filter, Mark, Register, Term, Words
from vijfluik.core.registers.withdrawing import WITHDRAWING
from vijfluik.core.versions.moments import closed_moment

CHECK_DAYS = 7
_SUBMITTED = (
    State.IN_CHECK.value,
    State.ADOPTED.value,
    State.PUBLISHED.value,
    State.RECTIFIED.value,
)
_GROUND = _("Werkafspraak rapportage: een tekst ligt hoogstens een week ter controle.")
_EMBARGO = _("Werkafspraak rapportage: gepubliceerd voordat het embargo eindigt.")


def _latest_closed(_content: Content) -> dt.datetime:
    """To the second, as a form shows it: an earlier moment than a closed one is closed too."""
    return closed_moment().replace(microsecond=0)


def _check_by(release: Release) -> dt.date | None:
    return release.check_by


def _embargo_day(release: Release) -> dt.date | None:
    if release.embargo_until is None:
        return None
    return release.embargo_until.astimezone(AMSTERDAM).date()


def _under_embargo(release: Release) -> Mark | None:
    """Whether time still keeps a published release closed; no job changes that."""
    if release.state != State.PUBLISHED or release.embargo_until is None:
        return None
    if release.embargo_until <= timezone.now():
        return None
    return Mark(label=_("gepubliceerd, onder embargo"), tone="warning")


def _submitting(_release: Release) -> Mapping[str, object]:
    return {"check_by": today() + dt.timedelta(days=CHECK_DAYS)}


def _embargo_now(release: Release) -> Mapping[str, object]:
    return {"embargo_until": release.embargo_until}


ACTS = (
    Act(
        name="submit",
        word="ter-controle",
        done=_("Ter controle gegeven"),
        asks=("check_by",),
        initial=_submitting,
        icon="decision",
        undone_by="return",
    ),
    Act(
        name="adopt",
        word="vaststellen",
        done=_("Vastgesteld"),
        icon="positive",
        tone="positive",
        undone_by="return",
        busy=_("De bestanden van beide talen en het bewijs worden gemaakt"),
    ),
    Act(
        name="return",
        word="terug",
        done=_("Terug naar bewerking"),
        icon="change",
        tone="warning",
    ),
    Act(
        name="embargo",
        word="embargo",
        done=_("Embargo gewijzigd"),
        asks=("embargo_until",),
        initial=_embargo_now,
        icon="planned",
    ),
    Act(
        name="publish",
        word="publiceren",
        done=_("Gepubliceerd"),
        icon="positive",
        tone="positive",
        danger=True,
        question=_("Wilt u deze uitgave publiceren? Dat kan niet ongedaan worden gemaakt."),
        consequences=(
            _("De bestanden van de vaststelling worden openbaar, na het embargo als dat er is."),
            _("Daarna verandert er niets meer aan; een fout verbetert u met een rectificatie."),
            _("Rectificeert deze uitgave een andere, dan komt daarboven een melding."),
        ),
    ),
    Act(
        name=RECTIFY,
        word="rectificeren",
        done=_("Gerectificeerd door een latere uitgave"),
        icon="change",
        tone="warning",
    ),
    WITHDRAWING,
)
FIELDS = (
    Field(name="title", example="Rapportage over de periode tot april 2019", names=True,
          listed=True),
    Field(name="reference", example="RU-2019-1", listed=True),
    Field(
        name="organisation",
        hint=_("code of naam van het ministerie dat de rapportage uitbrengt"),
        example="jenv",
        short=lambda release: release.organisation_id.upper(),
        listed=True,
    ),
    Field(name="state", synonyms=("status",), example="in bewerking", listed=True),
    Field(name="report", example="Integrale aanpak terrorisme en extremisme"),
    Field(name="as_of", example="15-04-2019 23:59", usual=_latest_closed, listed=True),
    Field(name="period_until", example="15-04-2019"),
    Field(name="drafted_on", past=True, hint=_("dd-mm-jjjj, niet in de toekomst"),
          example="12-01-2026"),
    Field(name="check_by", entered=False, needed=(State.IN_CHECK.value,), only=_SUBMITTED),
    Field(name="embargo_until"),
    Field(name="notes"),
    Field(name="notes_en"),
    Field(name="predecessor", hint=_("kenmerk van de uitgave die zij rectificeert")),
    Field(name="rectified_because"),
    Field(name="rectified_because_en"),
    Field(name="changed"),
    Field(name="changed_en"),
)  # fmt: skip
RELEASES = Register(
    thing="releases",
    words=Words(
        path="rapportage-uitgaven",
        title=_("Uitgaven van rapportages"),
        new=_("Nieuwe uitgave"),
        intro=_(
            "Een uitgave is een rapportage met de cijfers van één moment, in twee talen. Zij gaat"
            " van bewerking via controle en vaststelling door een ander naar publicatie. Een fout"
            " wordt daarna verbeterd door een rectificatie: een nieuwe uitgave, waar de oude naar"
            " verwijst."
        ),
        begin=_(
            "Kies de rapportage en het moment. Rectificeert u een gepubliceerde uitgave, noem dan"
            " welke, waarom, en wat er is veranderd."
        ),
        begun=_("Volgende stap: kijk de controlelijst na en geef de uitgave ter controle."),
        opened=_("Opgesteld"),
        opening=_("Opstellen"),
        tones={
            State.DRAFT: "warning",
            State.IN_CHECK: "info",
            State.ADOPTED: "info",
            State.PUBLISHED: "positive",
            State.RECTIFIED: "warning",
            State.WITHDRAWN: "negative",
        },
        open={State.IN_CHECK: _("uitgaven ter controle"), State.ADOPTED: _("uitgaven vastgesteld")},
    ),
    model=Release,
    steps=ReleaseStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="rapportage", path="report", first=True),
        Filter(word="ministerie", path="organisation"),
    ),
    acts=ACTS,
    terms=(
        Term(
            kind="check",
            label=_("uitgave controleren en vaststellen"),
            state=State.IN_CHECK,
            ends=_check_by,
            provision=_GROUND,
            answer="adopt",
        ),
        Term(
            kind="publish",
            label=_("uitgave publiceren"),
            state=State.ADOPTED,
            ends=_embargo_day,
            provision=_EMBARGO,
            answer="publish",
        ),
    ),
    items=("X-04",),
    rules=rules,
    lapsed=_under_embargo,
    filed=False,
)
