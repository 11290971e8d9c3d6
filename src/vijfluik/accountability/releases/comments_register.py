"""The register of comments on the text of a release, declared."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.releases.models import Comment, CommentStep, Release
from vijfluik.accountability.releases.places import places
from vijfluik.accountability.releases.vocabulary import CommentState as State
from vijfluik.accountability.releases.vocabulary import ReleaseState
from vijfluik.accountability.releases.wordings import worded
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About, Act, Field, Filter, Register, Term, Words
from vijfluik.core.registers.faults import Fault
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from

ANSWER_DAYS = 5
_ANSWERED = (State.ANSWERED.value, State.RESOLVED.value)
_GROUND = _("Werkafspraak rapportage: op een opmerking komt binnen vijf dagen antwoord.")


def rules(content: Content, about: About) -> Iterator[Fault]:
    """A comment is made on a place that is there, while the text can still change."""
    release = about.lookups.row(Release, key=content.release)
    if release is None:
        return
    if about.key is None and release.state not in (ReleaseState.DRAFT, ReleaseState.IN_CHECK):
        yield Fault(
            field="release",
            wrong=gettext("de tekst van deze uitgave staat vast"),
            right=gettext("een uitgave in bewerking of ter controle"),
        )
    if content.place not in places(worded(release)):
        yield Fault(
            field="place",
            wrong=gettext("die plaats is er niet in de tekst"),
            right=gettext("een paragraaf of cijfer, met de knop bij de tekst"),
        )


def _answer_by(comment: Comment) -> dt.date | None:
    return comment.made_on + dt.timedelta(days=ANSWER_DAYS)


LIFECYCLE = Lifecycle(
    initial=State.OPEN,
    opening="comment",
    opened_on="made_on",
    edges=(
        Edge(
            name="answer",
            label=_("Beantwoorden"),
            sources=(State.OPEN,),
            target=State.ANSWERED,
            why=_("De maker zegt wat ermee is gedaan, of waarom niet."),
        ),
        Edge(
            name="resolve",
            label=_("Afhandelen"),
            sources=(State.ANSWERED,),
            target=State.RESOLVED,
            why=_("Het antwoord voldoet."),
        ),
        Edge(
            name="reopen",
            label=_("Heropenen"),
            sources=(State.ANSWERED, State.RESOLVED),
            target=State.OPEN,
            why=_("Het antwoord voldoet niet, of niet meer."),
            reason_asked=True,
            clears=("answer",),
        ),
        withdraw_from(State.values),
    ),
)
COMMENTS = Register(
    thing="release_comments",
    words=Words(
        path="rapportage-opmerkingen",
        title=_("Opmerkingen bij uitgaven"),
        new=_("Nieuwe opmerking"),
        intro=_(
            "Een opmerking staat bij een paragraaf of een cijfer van een uitgave. Wie antwoordt en"
            " wie afhandelt, staat er met naam bij. Zolang er een openstaat, wordt de uitgave niet"
            " ter controle gegeven en niet vastgesteld."
        ),
        begin=_("Zeg bij welke plaats van de tekst uw opmerking hoort."),
        begun=_("Volgende stap: een maker beantwoordt haar."),
        opened=_("Gemaakt"),
        opening=_("Opmerken"),
        tones={
            State.OPEN: "warning",
            State.ANSWERED: "info",
            State.RESOLVED: "positive",
            State.WITHDRAWN: "negative",
        },
        open={State.OPEN: _("opmerkingen open")},
    ),
    model=Comment,
    steps=CommentStep,
    lifecycle=LIFECYCLE,
    scope="organisation",
    fields=(
        Field(name="text", example="Waarom telt dit anders dan vorig jaar?", names=True,
              listed=True),
        Field(name="reference", example="OP-1"),
        Field(
            name="organisation",
            hint=_("code of naam van het ministerie dat de rapportage uitbrengt"),
            example="jenv",
        ),
        Field(name="release", hint=_("kenmerk van de uitgave"), example="RU-2019-1", listed=True,
              agreed=True),
        Field(name="place", hint=_("een paragraaf of cijfer van de tekst"),
              example="ror-trainings-2018", listed=True),
        Field(name="state", synonyms=("status",), example="open", listed=True),
        Field(name="made_on", past=True, hint=_("dd-mm-jjjj, niet in de toekomst"),
              example="12-01-2026", listed=True),
        Field(name="answer", entered=False, needed=_ANSWERED, only=_ANSWERED),
    ),
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="uitgave", path="release", first=True),
    ),
    acts=(
        Act(name="answer", word="beantwoorden", done=_("Beantwoord"), asks=("answer",),
            icon="decision", undone_by="reopen"),
        Act(name="resolve", word="afhandelen", done=_("Afgehandeld"), icon="positive",
            tone="positive", undone_by="reopen"),
        Act(name="reopen", word="heropenen", done=_("Heropend"), icon="change", tone="warning"),
        WITHDRAWING,
    ),
    terms=(
        Term(
            kind="answer",
            label=_("opmerking beantwoorden"),
            state=State.OPEN,
            ends=_answer_by,
            provision=_GROUND,
            answer="answer",
        ),
    ),
    items=("X-04",),
    rules=rules,
    filed=False,
)  # fmt: skip
