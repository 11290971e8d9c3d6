"""What the journal says about reports."""

from django.utils.translation import gettext_lazy as _

from vijfluik.core.journal.kinds import Detail, Kind, register

REPORT_BUILT = Kind(
    name="report.built",
    done=_("{actor} maakte de rapportage {report} ({language}) als {format}, stand {as_of}"),
    tried=_("{actor} wilde een rapportage maken"),
    details={
        "report": Detail.CODE,
        "language": Detail.CODE,
        "format": Detail.CODE,
        "as_of": Detail.MOMENT,
        "sha256": Detail.CODE,
    },
)


def register_all() -> None:
    """Make the kinds of this room known to the journal."""
    register(REPORT_BUILT)
