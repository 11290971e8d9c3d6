"""What figures may read of the provisions: the texts that were known, as they were known.

A provision is read in its last known revision (`state`); an earlier one stays in its versions.
"""

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext_noop as _

from vijfluik.core.facts.columns import Column, ColumnType, Dimension
from vijfluik.core.facts.sources import Source, declare
from vijfluik.core.law.library import library
from vijfluik.core.law.models import Provision
from vijfluik.core.law.vocabulary import Currency, Standing


def _titles() -> Mapping[str, str]:
    """Provision → its title, in the reader's language."""
    language = "en" if (get_language() or "nl").startswith("en") else "nl"
    return {slug: versions[-1].title[language] for slug, versions in library().items()}


def _text(name: str, label: str) -> Column:
    return Column(name=name, type=ColumnType.TEXT, label=label)


SOURCE = declare(
    Source(
        name="provisions",
        thing="law",
        label=_("bepalingen"),
        model=Provision._meta.label,
        table=Provision._meta.db_table,
        key="key",
        status="state",
        columns=(
            Column(name="provision", type=ColumnType.TEXT, label=_("bepaling"), labels=_titles),
            _text("act", _("wet")),
            _text("article", _("artikel")),
            Column(
                name="state",
                type=ColumnType.TEXT,
                label=_("tekst"),
                labels=lambda: {value: str(label) for value, label in Currency.choices},
            ),
            Column(
                name="standing",
                type=ColumnType.TEXT,
                label=_("zekerheid"),
                labels=lambda: {value: str(label) for value, label in Standing.choices},
            ),
            Column(name="valid_from", type=ColumnType.DATE, label=_("geldig vanaf")),
            Column(name="valid_until", type=ColumnType.DATE, label=_("geldig tot")),
            Column(name="stated_number", type=ColumnType.INTEGER, label=_("getal in de tekst")),
            _text("stated_unit", _("eenheid")),
        ),
        dimensions=(Dimension(name="provision", label=_("bepaling"), column="provision"),),
        main=("provision", "article", "valid_from", "valid_until", "stated_number", "standing"),
    )
)
