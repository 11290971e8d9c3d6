"""The letters that an award has, and from when."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from vijfluik.core.documents.letters.kinds import LetterKind
from vijfluik.core.documents.letters.template import read_template
from vijfluik.programme.grants.letters.filling import award_letter, settlement_letter
from vijfluik.programme.grants.vocabulary import COMMITTED, SETTLED

_HERE = Path(__file__).parent
LETTERS = (
    LetterKind(
        thing="awards",
        word="beschikking",
        title=_("Beschikking"),
        states=tuple(COMMITTED),
        action="decide",
        template=read_template(_HERE / "award.toml"),
        fill=award_letter,
    ),
    LetterKind(
        thing="awards",
        word="vaststelling",
        title=_("Vaststelling"),
        states=tuple(SETTLED),
        action="decide",
        template=read_template(_HERE / "settlement.toml"),
        fill=settlement_letter,
    ),
)
