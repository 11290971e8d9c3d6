"""What figures may count of the items of the programme."""

from collections.abc import Mapping

from django.utils.translation import gettext_noop as _

from vijfluik.accountability.catalogue.models import ItemState, ListedItem
from vijfluik.core.facts.columns import Column, ColumnType, Dimension
from vijfluik.core.facts.sources import Source, declare
from vijfluik.ui.panels import Panel


def _areas() -> Mapping[str, str]:
    return {panel.value: str(panel.label) for panel in Panel}


SOURCE = declare(
    Source(
        name="items",
        thing="programme",
        label=_("onderdelen"),
        model=ListedItem._meta.label,
        table=ListedItem._meta.db_table,
        key="key",
        status="state",
        columns=(
            Column(name="area", type=ColumnType.TEXT, label=_("gebied"), labels=_areas),
            Column(name="name_nl", type=ColumnType.TEXT, label=_("naam")),
            Column(
                name="state",
                type=ColumnType.TEXT,
                label=_("stand"),
                labels=lambda: {value: str(label) for value, label in ItemState.choices},
            ),
            Column(name="valid_from", type=ColumnType.DATE, label=_("genoemd sinds")),
        ),
        dimensions=(Dimension(name="area", label=_("gebied"), column="area"),),
        main=("name_nl", "area", "valid_from", "state"),
    )
)
