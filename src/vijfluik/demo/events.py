"""What the journal tells of the demonstration: that it was loaded, at the moment it was."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind

DEMONSTRATION_LOADED = Kind(
    name="demonstration.loaded",
    done=_("{actor} laadde de demonstratie: {rows} verzonnen trainingen met {versions} versies"),
    tried=_("{actor} wilde de demonstratie laden"),
    details={
        "rows": Detail.COUNT,
        "versions": Detail.COUNT,
        "seed": Detail.COUNT,
        "day": Detail.DAY,
    },
)
