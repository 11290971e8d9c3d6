"""What the journal says about figures."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind, register

FIGURES_ISSUED = Kind(
    name="figure.issued",
    done=_("{actor} legde {figures} cijfers vast met bewijs, naar de stand van {as_of}"),
    tried=_("{actor} wilde cijfers vastleggen"),
    details={"figures": Detail.COUNT, "receipts": Detail.CODES, "as_of": Detail.MOMENT},
)
FIGURES_VERIFIED = Kind(
    name="figure.verified",
    done=_("{actor} rekende {receipts} cijfers na, waarvan {differing} verschillen"),
    tried=_("{actor} wilde cijfers narekenen"),
    details={"receipts": Detail.COUNT, "differing": Detail.COUNT},
)


def register_all() -> None:
    """Make the kinds of this room known to the journal."""
    register(FIGURES_ISSUED, FIGURES_VERIFIED)
