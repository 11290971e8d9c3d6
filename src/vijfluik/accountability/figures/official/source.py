"""What figures may read of the official values."""

from collections.abc import Mapping

from django.utils.translation import gettext_noop as _

from vijfluik.accountability.figures.official.model import OfficialState, Softening
from vijfluik.core.facts.columns import Column, ColumnType
from vijfluik.core.facts.sources import Source, declare

NAME = "official_values"


def _states() -> Mapping[str, str]:
    return {value: str(label) for value, label in OfficialState.choices}


def _hedges() -> Mapping[str, str]:
    return {value: str(label) for value, label in Softening.choices}


def _text(name: str, label: str) -> Column:
    return Column(name=name, type=ColumnType.TEXT, label=label)


SOURCE = declare(
    Source(
        name=NAME,
        label=_("opgegeven waarden"),
        model="figures.OfficialValue",
        table="figure_official",
        key="key",
        status="state",
        columns=(
            _text("figure", _("cijfer")),
            Column(name="state", type=ColumnType.TEXT, label=_("stand"), labels=_states),
            Column(name="number", type=ColumnType.INTEGER, label=_("getal")),
            Column(name="parts", type=ColumnType.DATA, label=_("delen")),
            _text("words_nl", _("in woorden")),
            _text("words_en", _("in het Engels")),
            Column(name="hedge", type=ColumnType.TEXT, label=_("afgezwakt"), labels=_hedges),
            _text("hedge_word_nl", _("woord ervoor")),
            _text("hedge_word_en", _("woord ervoor, in het Engels")),
            _text("supplied_by", _("opgegeven door")),
            _text("document", _("brondocument")),
            _text("place", _("vindplaats")),
            Column(name="valid_from", type=ColumnType.DATE, label=_("geldt vanaf")),
            Column(name="valid_until", type=ColumnType.DATE, label=_("geldt tot")),
        ),
        dimensions=(),
        main=("figure", "supplied_by", "document", "place", "number", "words_nl", "state"),
        official=True,
    )
)
