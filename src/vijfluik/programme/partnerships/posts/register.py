"""The register of posts and secondments, declared."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.registers.declaration import Filter, Register, Words
from vijfluik.programme.partnerships.models import Post, PostStep
from vijfluik.programme.partnerships.posts.fields import FIELDS
from vijfluik.programme.partnerships.posts.lifecycle import ACTS, LIFECYCLE
from vijfluik.programme.partnerships.posts.rules import TERMS, lapsed, rules
from vijfluik.programme.partnerships.vocabulary import PostState

REGISTER = Register(
    thing="posts",
    words=Words(
        path="posten",
        title=_("Posten en detacheringen"),
        new=_("Nieuwe post"),
        intro=_(
            "Dit register houdt bij welke functies in het buitenland of bij een andere organisatie "
            "er zijn, waar, en van wanneer tot wanneer. Wie een functie vervult, staat er nooit in."
        ),
        begin=_("Leg vast welke functie er komt, en waar."),
        begun=_("Volgende stap: vervullen, met een begin en een einde."),
        opened=_("Ingesteld"),
        opening=_("Instellen"),
        tones={
            PostState.OPEN: "warning",
            PostState.FILLED: "positive",
            PostState.ENDED: "neutral",
            PostState.WITHDRAWN: "negative",
        },
        open={
            PostState.OPEN: _("posten niet vervuld"),
            PostState.FILLED: _("posten vervuld"),
        },
    ),
    model=Post,
    steps=PostStep,
    lifecycle=LIFECYCLE,
    scope="lead",
    fields=FIELDS,
    filters=(
        Filter(word="stand", path="state", first=True),
        Filter(word="soort", path="kind", first=True),
        Filter(word="regio", path="region", first=True),
        Filter(word="land", path="country"),
        Filter(word="jaar", path="until_on", name="year", label=_("jaar van einde")),
    ),
    acts=ACTS,
    terms=TERMS,
    items=("VK-42", "VK-45", "VK-46"),
    rules=rules,
    lapsed=lapsed,
)
