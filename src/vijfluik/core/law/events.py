"""What the journal tells about the law."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind

EFFECTS_LISTED = Kind(
    name="law.effects_listed",
    done=_("{actor} ging na wat valt als {provision} vervalt: {rows} zaken"),
    tried=_("{actor} wilde nagaan wat valt als een bepaling vervalt"),
    details={"provision": Detail.CODE, "on": Detail.DAY, "rows": Detail.COUNT},
)
TASKS_MADE = Kind(
    name="law.tasks_made",
    done=_("{actor} maakte {rows} taken omdat {provision} vervalt"),
    tried=_("{actor} wilde taken maken omdat een bepaling vervalt"),
    details={"provision": Detail.CODE, "on": Detail.DAY, "rows": Detail.COUNT},
)
