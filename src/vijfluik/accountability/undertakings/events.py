"""What this room tells the journal beside what every register tells."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind

HOUSE_READ = Kind(
    name="undertakings.house_read",
    done=_("{actor} las {rows} regels uit een bestand van de Kamer in"),
    tried=_("{actor} wilde een bestand van de Kamer inlezen"),
    details={"rows": Detail.COUNT, "matched": Detail.COUNT, "held": Detail.COUNT},
)
