"""The register of who may read a release before others, declared."""

from collections.abc import Iterator

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vijfluik.accountability.releases.models import Reader, ReaderStep
from vijfluik.accountability.releases.models.reader import LONGEST
from vijfluik.accountability.releases.vocabulary import ReaderState as State
from vijfluik.core.lifecycle.edges import Edge, Lifecycle
from vijfluik.core.partners.queries import today
from vijfluik.core.registers.content import Content
from vijfluik.core.registers.declaration import About, Act, Field, Filter, Mark, Register, Words
from vijfluik.core.registers.faults import Fault
from vijfluik.core.registers.withdrawing import WITHDRAWING, withdraw_from


def rules(content: Content, _about: About) -> Iterator[Fault]:
    """From a day until another, and never for long."""
    if content.valid_from is None or content.valid_until is None:
        return
    if content.valid_until < content.valid_from:
        yield Fault(
            field="valid_until",
            wrong=gettext("ligt voor de eerste dag"),
            right=gettext("die dag of later"),
        )
    if content.valid_until > content.valid_from + LONGEST:
        yield Fault(
            field="valid_until",
            wrong=gettext("dat is langer dan 90 dagen"),
            right=gettext("een dag binnen 90 dagen na de eerste"),
        )


def _over(reader: Reader) -> Mark | None:
    """Whether time already ended it, or has not begun it."""
    if reader.state != State.ADMITTED:
        return None
    if reader.valid_until < today():
        return Mark(label=_("verlopen"), tone="neutral")
    if reader.valid_from > today():
        return Mark(label=_("nog niet begonnen"), tone="info")
    return None


READERS = Register(
    thing="release_readers",
    words=Words(
        path="rapportage-lezers",
        title=_("Vooraf toegelaten lezers"),
        new=_("Lezer toelaten"),
        intro=_(
            "Wie een vastgestelde uitgave mag lezen voordat iedereen dat mag: een professional met"
            " naam, van een dag tot en met een dag. Daarna eindigt het vanzelf. Elke keer lezen"
            " staat in het journaal."
        ),
        begin=_("Kies wie het is, waarom, en van wanneer tot wanneer."),
        begun=_("De lezer vindt de uitgave bij Rapportages zodra zij is vastgesteld."),
        opened=_("Toegelaten"),
        opening=_("Toelaten"),
        tones={
            State.ADMITTED: "positive",
            State.ENDED: "neutral",
            State.WITHDRAWN: "negative",
        },
    ),
    model=Reader,
    steps=ReaderStep,
    lifecycle=Lifecycle(
        initial=State.ADMITTED,
        opening="admit",
        edges=(
            Edge(
                name="end",
                label=_("Toegang beëindigen"),
                sources=(State.ADMITTED,),
                target=State.ENDED,
                why=_("Vooraf lezen is niet meer nodig; het eindigt meteen."),
                reason_asked=True,
            ),
            withdraw_from(State.values),
        ),
    ),
    scope="organisation",
    fields=(
        Field(name="professional", hint=_("naam van de professional"), example="Sander Woudstra",
              names=True, listed=True),
        Field(name="reference", example="VL-1"),
        Field(
            name="organisation",
            hint=_("code of naam van het ministerie dat de rapportage uitbrengt"),
            example="jenv",
        ),
        Field(name="release", hint=_("kenmerk van de uitgave"), example="RU-2019-1", listed=True,
              agreed=True),
        Field(name="occasion", example="bereidt het debat voor"),
        Field(name="valid_from", example="12-01-2026", listed=True),
        Field(name="valid_until", example="31-01-2026", listed=True),
        Field(name="state", synonyms=("status",), example="toegelaten", listed=True),
    ),
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="uitgave", path="release", first=True),
    ),
    acts=(
        Act(name="end", word="beeindigen", done=_("Toegang beëindigd"), icon="closed",
            tone="neutral"),
        WITHDRAWING,
    ),
    terms=(),
    items=("X-04",),
    rules=rules,
    lapsed=_over,
    filed=False,
)  # fmt: skip
